package com.bizosaas.adsdesk.domain.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CountsTest {

    @Test
    void isTheMapItWasMadeOf() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            Map<String, BigDecimal> map = new HashMap<>();
            for (int i = random.nextInt(40); i > 0; i--) {
                BigDecimal value = switch (random.nextInt(5)) {
                    case 0 -> BigDecimal.valueOf(random.nextLong());
                    case 1 -> new BigDecimal("12345678901234567890.12");
                    case 2 -> new BigDecimal("1E+300");
                    default -> BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(4));
                };
                map.put("type " + random.nextInt(60), value);
            }
            Map<String, BigDecimal> counts = Counts.of(map);
            assertThat(counts).isEqualTo(map).hasSameHashCodeAs(map);
            assertThat(map).isEqualTo(counts);
            map.forEach((type, value) -> assertThat(counts.get(type)).isEqualTo(value));
            assertThat(counts.get("nothing")).isNull();
            assertThatThrownBy(() -> counts.put("a", BigDecimal.ONE)).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void addsUpWhatComesTwice() {
        assertThat(new Counts.Builder().put("a", 3, 0).put("b", 150, 2).put("a", new BigDecimal("0.5")).put("b", 1, 0)
                .build()).containsExactlyInAnyOrderEntriesOf(
                        Map.of("a", new BigDecimal("3.5"), "b", new BigDecimal("2.50")));
    }

    @Test
    void handsOutItsValuesInOrder() {
        Map<String, BigDecimal> map = new LinkedHashMap<>();
        map.put("z", new BigDecimal("1.25"));
        map.put("a", BigDecimal.TEN);
        List<String> seen = new ArrayList<>();
        ((Counts) Counts.of(map)).each((type, unscaled, scale) -> seen.add(type + " " + unscaled + " " + scale));
        assertThat(seen).containsExactly("z 125 2", "a 10 0");
        assertThat(Counts.of(map).entrySet()).containsExactlyElementsOf(map.entrySet());
    }
}
