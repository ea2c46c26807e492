package com.bizosaas.adsdesk.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeenTest {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 1);

    @Test
    void tellsEveryKeyOnce() {
        Random random = new Random(3);
        Seen seen = new Seen();
        Set<Object> wanted = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            long number = random.nextInt(15_000) - 5L;
            Object key = number % 3 == 0 ? List.of("age", number) : Long.valueOf(number);
            assertThat(seen.add(key)).isEqualTo(wanted.add(key));
        }
    }

    @Test
    void keepsIdsAndDaysApart() {
        Set<Long> keys = new HashSet<>();
        for (int i = 0; i < 3000; i++) {
            String id = "12021884330751" + i;
            assertThat(Seen.key(id)).isEqualTo(Long.parseLong(id));
            for (int day = 0; day < 30; day++) {
                assertThat(keys.add(Seen.key(id, DAY.plusDays(day)))).isTrue();
            }
        }
        assertThat(Set.of(Seen.key("12345678901234567890"), Seen.key("12345678901234567891"), Seen.key("act_7"),
                Seen.key("act_8"), Seen.key("7"))).hasSize(5);
    }
}
