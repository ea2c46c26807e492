package com.bizosaas.adsdesk.ui.creatives;

import static com.bizosaas.adsdesk.ui.performance.FactsOf.day;
import static com.bizosaas.adsdesk.ui.performance.FactsOf.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.Creative;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.Delta;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.ui.creatives.CreativeQuery.Sort;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CreativeModelsTest {

    private static final DateRange BARS = new DateRange(LocalDate.parse("2026-04-12"), LocalDate.parse("2026-04-13"));

    private final AdStructure structure = new AdStructure(List.of(campaign("1", "Spring"), campaign("2", "Autumn")),
            List.of(),
            List.of(ad("11", "1", "100", EffectiveStatus.ACTIVE), ad("12", "2", "100", EffectiveStatus.DISAPPROVED),
                    ad("13", "2", "200", EffectiveStatus.ACTIVE)));

    @Test
    void addsUpAllAdsWithOneCreative() {
        CreativeCard card = cards(null).getFirst();
        assertThat(card.ads()).isEqualTo(2);
        assertThat(card.campaigns()).containsExactly("Spring", "Autumn");
        assertThat(card.rejected()).isTrue();
        assertThat(card.totals().spend()).isEqualByComparingTo("300");
        assertThat(card.value(Metric.ROAS)).isEqualByComparingTo("3");
        assertThat(card.value(Metric.CTR_LINK)).isEqualByComparingTo("1.5");
        assertThat(card.spendByDay()).extracting(spend -> spend.intValue()).containsExactly(100, 200);
    }

    @Test
    void comparesWithTheSameAdsBefore() {
        DailyFact before = day(Level.AD, "11", "2026-04-10", row(1000, 10, "100", "10", "200"));
        List<CreativeCard> cards = cards(List.of(before));
        assertThat(cards.getFirst().delta(Metric.ROAS).change()).isEqualByComparingTo("0.5");
        assertThat(cards.get(1).delta(Metric.ROAS).kind()).isEqualTo(Delta.Kind.NEW);
        assertThat(cards.get(2).delta(Metric.ROAS).kind()).isEqualTo(Delta.Kind.NONE);
        assertThat(cards(null).getFirst().delta(Metric.ROAS).kind()).isEqualTo(Delta.Kind.NONE);
    }

    @Test
    void sortsWithMissingValuesLast() {
        assertThat(names(CreativeQuery.ALL.withSort(Sort.ROAS))).containsExactly("Boots", "Tent", "Anorak");
        assertThat(names(CreativeQuery.ALL.withSort(Sort.NAME))).containsExactly("Anorak", "Boots", "Tent");
        assertThat(names(CreativeQuery.ALL)).containsExactly("Tent", "Boots", "Anorak");
    }

    @Test
    void findsByNameTextAndId() {
        assertThat(names(CreativeQuery.ALL.withText("  TENT"))).containsExactly("Tent");
        assertThat(names(CreativeQuery.ALL.withText("body of 200"))).containsExactly("Boots");
        assertThat(names(CreativeQuery.ALL.withText("300"))).containsExactly("Anorak");
        assertThat(names(CreativeQuery.ALL.withFormat(Creative.Format.VIDEO))).containsExactly("Tent");
        assertThat(names(CreativeQuery.ALL.withInUse(true))).containsExactly("Tent", "Boots");
    }

    private List<String> names(CreativeQuery query) {
        return query.apply(cards(null), Locale.UK).stream().map(card -> card.creative().name()).toList();
    }

    private List<CreativeCard> cards(List<DailyFact> before) {
        List<DailyFact> now = List.of(day(Level.AD, "11", "2026-04-12", row(1000, 20, "100", "5", "400")),
                day(Level.AD, "12", "2026-04-13", row(1000, 10, "200", "5", "500")),
                day(Level.AD, "13", "2026-04-13", row(1000, 30, "50", "5", "500")));
        return CreativeCards.of(
                List.of(creative("100", "Tent", Creative.Format.VIDEO), creative("200", "Boots", Creative.Format.IMAGE),
                        creative("300", "Anorak", Creative.Format.CAROUSEL)),
                structure, now, before, now, BARS);
    }

    private static Creative creative(String id, String name, Creative.Format format) {
        return new Creative(new GraphId(id), name, "ACTIVE", format, "Title", "Body of " + id, "SHOP_NOW",
                "https://shop.example", 0, null, null, null, null);
    }

    private static Campaign campaign(String id, String name) {
        return new Campaign(new GraphId(id), name, Objective.SALES, Status.ACTIVE, EffectiveStatus.ACTIVE, null, null,
                List.of(), null, null, null, null, List.of());
    }

    private static Ad ad(String id, String campaign, String creative, EffectiveStatus status) {
        return new Ad(new GraphId(id), new GraphId(campaign), new GraphId("5"), "Ad " + id, Status.ACTIVE, status,
                new GraphId(creative), null, null, List.of());
    }
}
