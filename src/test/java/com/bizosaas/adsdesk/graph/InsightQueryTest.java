package com.bizosaas.adsdesk.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InsightQueryTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final InsightQuery ONE_DAY = new InsightQuery(AdAccountId.of("701"), Level.AD,
            new DateRange(DAY, DAY), true, null, null);

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 181, 360, 361, 5000})
    void isCutIntoPartsWhoseIdsFitIntoAnAddress(int objects) {
        List<String> ids = IntStream.range(0, objects).mapToObj(i -> "1202100000000" + (10_000 + i)).toList();

        List<InsightQuery> parts = ONE_DAY.byObjects(Level.CAMPAIGN, ids);

        assertThat(parts).hasSizeGreaterThan(1);
        assertThat(parts.stream().flatMap(part -> Objects.requireNonNull(part.within()).ids().stream()))
                .containsExactlyElementsOf(ids);
        for (InsightQuery part : parts) {
            String address = new RequestBuilder(Script.settings("https://graph.facebook.com", java.util.Optional.of(
                    "secret")), Script.token()).build(GraphRequest.list("act_701/insights").withAll(part.parameters()))
                    .uri().toString();
            assertThat(address.length()).as("graph-api chapter 14").isLessThan(8000);
        }
    }

    @Test
    void daysAreCutIntoStretchesThatMissNone() {
        InsightQuery month = new InsightQuery(AdAccountId.of("701"), Level.AD, new DateRange(DAY, DAY.plusDays(30)),
                true, null, null);
        List<InsightQuery> parts = month.byDays(4);
        assertThat(parts).hasSize(4);
        assertThat(parts.getFirst().range().since()).isEqualTo(DAY);
        assertThat(parts.getLast().range().until()).isEqualTo(DAY.plusDays(30));
        for (int i = 1; i < parts.size(); i++) {
            assertThat(parts.get(i).range().since()).isEqualTo(parts.get(i - 1).range().until().plusDays(1));
        }
        assertThat(ONE_DAY.hasMoreDays()).isFalse();
    }
}
