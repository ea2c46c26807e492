package com.bizosaas.adsdesk.ui.performance;

import static com.bizosaas.adsdesk.ui.performance.FactsOf.day;
import static com.bizosaas.adsdesk.ui.performance.FactsOf.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.Delta;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingTest {

    private static final Map<GraphId, String> NAMES = Map.of(new GraphId("1"), "Cart", new GraphId("2"), "Video");

    @Test
    void ranksByRoasAndLeavesOutWhatSpentTooLittle() {
        Ranking ranking = Ranking.of(
                List.of(campaign("1", "1000", "10", "8000"), campaign("2", "2000", "10", "4000"),
                        campaign("3", "3000", "10", "3000"), campaign("4", "50", "10", "5000")),
                null, NAMES, ConversionFamily.PURCHASE, 4);
        assertThat(ranking.metric()).isEqualTo(Metric.ROAS);
        assertThat(ranking.threshold()).isEqualByComparingTo("100");
        assertThat(ranking.judged()).isEqualTo(3);
        assertThat(ranking.best()).extracting(Ranking.Row::name).containsExactly("Cart", "Video");
        assertThat(ranking.worst()).extracting(Ranking.Row::name).containsExactly("3");
        assertThat(ranking.best()).allMatch(row -> row.delta().kind() == Delta.Kind.NONE);
    }

    @Test
    void ranksByCostWhereNoValuesAreReportedAndPutsSpendWithoutResultLast() {
        Ranking ranking = Ranking.of(
                List.of(campaign("1", "1000", "10", "0"), campaign("2", "1000", "40", "0"),
                        campaign("3", "1000", "0", "0")),
                null, NAMES, ConversionFamily.PURCHASE, 4);
        assertThat(ranking.metric()).isEqualTo(Metric.CPA);
        assertThat(ranking.best()).extracting(Ranking.Row::id).containsExactly("2", "1");
        assertThat(ranking.worst()).extracting(Ranking.Row::value).containsExactly((BigDecimal) null);
    }

    @Test
    void tellsTheChangeAndWhatIsNew() {
        Ranking ranking = Ranking.of(List.of(campaign("1", "1000", "10", "4000"), campaign("2", "1000", "10", "1000")),
                List.of(campaign("1", "1000", "10", "5000")), NAMES, ConversionFamily.PURCHASE, 4);
        assertThat(ranking.best().getFirst().delta().change()).isEqualByComparingTo("-0.2");
        assertThat(ranking.best().getFirst().delta().verdict()).isEqualTo(Delta.Verdict.WORSE);
        assertThat(ranking.worst().getFirst().delta().kind()).isEqualTo(Delta.Kind.NEW);
    }

    @ParameterizedTest
    @CsvSource({"344.9, 300", "99, 50", "1, 1", "0.27, 0.2", "5200, 5000", "0, 0"})
    void roundsTheThresholdDown(BigDecimal share, BigDecimal threshold) {
        assertThat(Ranking.roundDown(share)).isEqualByComparingTo(threshold);
    }

    private static DailyFact campaign(String id, String spend, String purchases, String value) {
        return day(Level.CAMPAIGN, id, "2026-04-13", row(10_000, 100, spend, purchases, value));
    }
}
