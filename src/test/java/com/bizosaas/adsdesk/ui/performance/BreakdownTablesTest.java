package com.bizosaas.adsdesk.ui.performance;

import static com.bizosaas.adsdesk.ui.performance.FactsOf.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.metrics.Breakdown;
import com.bizosaas.adsdesk.domain.metrics.BreakdownRow;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class BreakdownTablesTest {

    @Test
    void sortsBySpendFoldsTheRestAndTotalsEverything() {
        BarTable table = BarTable.of(
                List.of(country("GR", "100", "200"), country("DE", "800", "3200"), country("AT", "400", "1200"),
                        country("BE", "50", "50"), country("LU", "50", "150")),
                ConversionFamily.PURCHASE, 3, row -> BreakdownNames.name(row, Locale.UK));
        assertThat(table.rows()).extracting(BarTable.Row::name).containsExactly("Germany", "Austria", "Other, 3");
        assertThat(table.rows()).extracting(row -> row.figures().value(Metric.SPEND).intValue()).containsExactly(800,
                400, 200);
        assertThat(table.rows().get(2).figures().value(Metric.ROAS)).isEqualByComparingTo("2");
        assertThat(table.rows()).extracting(BarTable.Row::share).containsExactly(1.0, 0.5, 0.25);
        assertThat(table.total().value(Metric.SPEND)).isEqualByComparingTo("1400");
        assertThat(table.total().value(Metric.ROAS).doubleValue()).isCloseTo(4800 / 1400.0,
                org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void addsUpOneDeviceOverPlatforms() {
        BarTable table = BarTable.of(
                List.of(device("facebook", "iphone", "10"), device("instagram", "iphone", "30"),
                        device("facebook", "desktop", "20")),
                ConversionFamily.PURCHASE, 7, row -> BreakdownNames.name(row, Locale.UK));
        assertThat(table.rows())
                .extracting(row -> row.name() + " " + row.figures().value(Metric.SPEND))
                .containsExactly("iPhone 40", "Desktop 20");
    }

    @Test
    void doesNotFoldWhatFits() {
        BarTable table = BarTable.of(List.of(country("DE", "8", "0"), country("AT", "4", "0")),
                ConversionFamily.PURCHASE, 2, row -> BreakdownNames.name(row, Locale.UK));
        assertThat(table.rows()).extracting(BarTable.Row::folded).containsExactly(0, 0);
    }

    @Test
    void namesPlacementsInWordsAndKeepsNewOnesReadable() {
        assertThat(placement("instagram", "instagram_reels")).isEqualTo("Instagram Reels");
        assertThat(placement("facebook", "feed")).isEqualTo("Facebook feed");
        assertThat(placement("audience_network", "classic")).isEqualTo("Audience Network");
        assertThat(placement("instagram", "hologram_wall")).isEqualTo("Instagram: Hologram wall");
    }

    @Test
    void heatsCellsEvenlyBetweenTheLeastAndTheMost() {
        HeatTable table = HeatTable.of(
                List.of(age("18-24", "female", "100", "40", "100"), age("18-24", "male", "100", "40", "300"),
                        age("25-34", "female", "100", "40", "500")),
                Metric.ROAS, ConversionFamily.PURCHASE);
        assertThat(table.genders()).containsExactly("female", "male");
        assertThat(table.rows()).extracting(HeatTable.Row::age).containsExactly("18-24", "25-34");
        assertThat(table.rows().getFirst().cells()).extracting(HeatTable.Cell::heat).containsExactly(1, 3);
        assertThat(table.rows().get(1).cells()).extracting(HeatTable.Cell::heat).containsExactly(5, 0);
        assertThat(table.rows().get(1).cells().get(1).value()).isNull();
        assertThat(table.total().value(Metric.ROAS)).isEqualByComparingTo("3");
    }

    @Test
    void saysWhereTooFewResultsStandBehindARatio() {
        HeatTable table = HeatTable.of(
                List.of(age("18-24", "female", "100", "29", "100"), age("18-24", "male", "100", "30", "300")),
                Metric.ROAS, ConversionFamily.PURCHASE);
        assertThat(table.rows().getFirst().cells()).extracting(HeatTable.Cell::thin).containsExactly(true, false);
    }

    private static String placement(String platform, String position) {
        return BreakdownNames.name(
                new BreakdownRow(Breakdown.PLACEMENT, List.of(platform, position), row(1, 1, "1", "0", "0")),
                Locale.UK);
    }

    private static BreakdownRow country(String code, String spend, String value) {
        return new BreakdownRow(Breakdown.COUNTRY, List.of(code), row(1000, 10, spend, "5", value));
    }

    private static BreakdownRow device(String platform, String device, String spend) {
        return new BreakdownRow(Breakdown.DEVICE, List.of(platform, device), row(1000, 10, spend, "5", "10"));
    }

    private static BreakdownRow age(String age, String gender, String spend, String purchases, String value) {
        return new BreakdownRow(Breakdown.AGE_GENDER, List.of(age, gender), row(1000, 10, spend, purchases, value));
    }
}
