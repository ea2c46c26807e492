package com.bizosaas.adsdesk.domain.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
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
        Counts counts = (Counts) Counts.of(map);
        assertThat(counts.types()).containsExactly("z", "a");
        assertThat(counts.unscaled(0)).isEqualTo(125);
        assertThat(counts.scale(0)).isEqualTo(2);
        assertThat(counts.unscaled(1)).isEqualTo(10);
        assertThat(Counts.of(map).entrySet()).containsExactlyElementsOf(map.entrySet());
    }

    @Test
    void oneBuilderMakesRowAfterRowWhateverTheirOrder() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<String> types = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                types.add("type " + i);
            }
            Counts.Builder builder = new Counts.Builder();
            for (int row = 0; row < 20; row++) {
                if (random.nextInt(4) == 0) {
                    Collections.shuffle(types, random);
                }
                Map<String, BigDecimal> wanted = new HashMap<>();
                for (String type : types) {
                    for (int times = random.nextInt(8) - 5; times >= 0; times--) {
                        int value = random.nextInt(100);
                        // Equal texts need not be the same object.
                        builder.put(random.nextBoolean() ? type : new String(type), value, 1);
                        wanted.merge(type, BigDecimal.valueOf(value, 1), BigDecimal::add);
                    }
                }
                assertThat(builder.build()).as("seed %d, row %d", seed, row).isEqualTo(wanted);
            }
        }
    }
}
