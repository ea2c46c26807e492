package com.bizosaas.adsdesk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.BidStrategy;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Issue;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.metrics.AgreedConversion;
import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.DayFigures;
import com.bizosaas.adsdesk.domain.metrics.Facts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackTest {

    private static final AdCurrency EUR = AdCurrency.of("EUR");
    private static final Instant AT = Instant.parse("2026-04-14T07:42:12.123456789Z");
    private static final LocalDate DAY = LocalDate.of(2026, 4, 14);

    private static final List<String> TYPES = List.of("omni_purchase", "purchase", "lead", "onsite_conversion.purchase",
            "offsite_conversion.fb_pixel_purchase", "onsite_conversion.lead_grouped",
            "offsite_conversion.fb_pixel_lead", "link_click", "video_view");

    @Test
    void factsComeBackAsTheyWereAndTheirFiguresAsTheFamiliesDecide() {
        Random random = new Random(7);
        List<DailyFact> facts = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            facts.add(new DailyFact(Level.CAMPAIGN, i % 50 == 0 ? "act_" + i : "1202188433075120" + i, DAY,
                    new Facts(random.nextInt(100_000), random.nextInt(900), random.nextInt(800), random.nextInt(700),
                            BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(4)),
                            i % 3 == 0 ? null : random.nextLong(1_000_000), some(random), some(random))));
        }
        facts.add(new DailyFact(Level.CAMPAIGN, "0", DAY, new Facts(0, 0, 0, 0,
                new BigDecimal("123456789012345678901234567890.5"), 0L, Map.of(), Map.of())));
        facts.add(new DailyFact(Level.CAMPAIGN, "007", DAY,
                new Facts(0, 0, 0, 0, new BigDecimal("1E+3"), null, Map.of(), Map.of())));
        byte[] packed = FactPack.pack(facts);
        assertThat(FactPack.holds(packed)).isTrue();
        assertThat(FactPack.holds(Json.pack(facts))).isFalse();
        assertThat(FactPack.facts(packed, Level.CAMPAIGN, DAY)).isEqualTo(facts);

        facts.remove(facts.size() - 2);
        List<DayFigures> figures = new ArrayList<>();
        FactPack.figures(FactPack.pack(facts), DAY, ConversionFamily.LEAD, (id, _, figure) -> {
            assertThat(id).isEqualTo(facts.get(figures.size()).objectId());
            figures.add(figure);
        });
        assertThat(figures)
                .isEqualTo(facts.stream().map(fact -> DayFigures.of(fact.facts(), ConversionFamily.LEAD)).toList());
    }

    @Test
    void factsOfAnEarlierReleaseAreReadAsTheyWereWritten() {
        PackWriter out = new PackWriter().number(2);
        for (String id : List.of("11", "12")) {
            out.id(id).number(1000).number(50).number(30).number(20).decimal(new BigDecimal("12.5")).number(-1);
            out.number(2).word("lead").decimal(new BigDecimal("3")).word("link_click").decimal(new BigDecimal("30"));
            out.number(0);
        }
        byte[] body = out.packed((byte) 1);
        Facts facts = new Facts(1000, 50, 30, 20, new BigDecimal("12.5"), null,
                Map.of("lead", new BigDecimal("3"), "link_click", new BigDecimal("30")), Map.of());

        assertThat(FactPack.holds(body)).isTrue();
        assertThat(FactPack.facts(body, Level.AD, DAY)).containsExactly(new DailyFact(Level.AD, "11", DAY, facts),
                new DailyFact(Level.AD, "12", DAY, facts));
        List<DayFigures> figures = new ArrayList<>();
        FactPack.figures(body, DAY, ConversionFamily.LEAD, (_, _, figure) -> figures.add(figure));
        assertThat(figures).containsExactly(DayFigures.of(facts, ConversionFamily.LEAD),
                DayFigures.of(facts, ConversionFamily.LEAD));
    }

    @Test
    void figuresCountAsFactsDoWhateverWasAgreed() {
        List<DailyFact> facts = List.of(fact(Map.of("purchase", "3", "lead", "2", "offsite_conversion.custom.1", "4")),
                fact(Map.of("omni_purchase", "5", "purchase", "4", "offsite_conversion.fb_pixel_custom", "9",
                        "offsite_conversion.custom.1", "4")),
                fact(Map.of("lead", "1")));
        for (List<String> types : List.of(List.of("purchase", "lead"), List.of("offsite_conversion.custom.1"),
                List.of("offsite_conversion.fb_pixel_custom", "purchase"), List.of("own_event"))) {
            Conversion agreed = AgreedConversion.of(types).orElseThrow();
            List<DayFigures> figures = new ArrayList<>();
            FactPack.figures(FactPack.pack(facts), DAY, agreed, (_, _, figure) -> figures.add(figure));
            assertThat(figures).as(types.toString())
                    .isEqualTo(facts.stream().map(fact -> DayFigures.of(fact.facts(), agreed)).toList());
        }
    }

    private static DailyFact fact(Map<String, String> actions) {
        Map<String, BigDecimal> values = new java.util.TreeMap<>();
        actions.forEach((type, value) -> values.put(type, new BigDecimal(value)));
        return new DailyFact(Level.AD, "1", DAY, new Facts(10, 5, 3, 2, BigDecimal.TEN, null, values, values));
    }

    @Test
    void everyActionTypeBelongsToTheTierItCountsIn() {
        for (ConversionFamily family : ConversionFamily.values()) {
            for (String type : TYPES) {
                assertThat(family.tierOf(type)).as(type).isEqualTo(family.in(Map.of(type, BigDecimal.ONE)).tier());
            }
        }
    }

    @Test
    void objectsOfAllLevelsComeBackAsTheyWere() {
        List<Issue> issues = List.of(new Issue("1885", "Rejected", "The text promises a result.", true));
        List<Campaign> campaigns = List.of(
                new Campaign(new GraphId("120218843307512001"), "Ελλάδα — Ανοιξιάτικη “x”", Objective.SALES,
                        Status.ACTIVE, EffectiveStatus.WITH_ISSUES,
                        new Budget(Budget.Kind.DAILY, Money.of("480.50", EUR)), BidStrategy.COST_CAP,
                        List.of("HOUSING"), AT, null, AT.minusSeconds(1), null, issues, Money.of("5000", EUR)),
                new Campaign(new GraphId("1"), "", new Objective("NEWER"), new Status("NEWER"),
                        new EffectiveStatus("NEWER"), null, null, List.of(), null, null, null, null, List.of()));
        assertThat(StructurePack.campaigns(StructurePack.campaigns(campaigns), new StructurePack.Shared()))
                .isEqualTo(campaigns);
        List<AdSet> adSets = List.of(
                new AdSet(new GraphId("2"), new GraphId("1"), "Broad", Status.PAUSED, EffectiveStatus.PAUSED,
                        new Budget(Budget.Kind.LIFETIME, Money.of("1500", AdCurrency.of("JPY"))), null,
                        Money.of("16.50", EUR), "OFFSITE_CONVERSIONS", "IMPRESSIONS", AT, AT, null, null,
                        new AdSet.Learning("LEARNING", 31), issues, new BigDecimal("2.5")),
                new AdSet(new GraphId("3"), new GraphId("1"), "Set", Status.ACTIVE, EffectiveStatus.ACTIVE, null,
                        BidStrategy.COST_CAP, null, "", "", null, null, null, null, null, List.of()));
        assertThat(StructurePack.adSets(StructurePack.adSets(adSets), new StructurePack.Shared())).isEqualTo(adSets);
        List<Ad> ads = List.of(
                new Ad(new GraphId("4"), new GraphId("1"), new GraphId("2"), "Image", Status.ACTIVE,
                        EffectiveStatus.ACTIVE, new GraphId("9"), AT, AT, List.of()),
                new Ad(new GraphId("5"), new GraphId("1"), new GraphId("2"), "Video", Status.ACTIVE,
                        EffectiveStatus.DISAPPROVED, null, null, null, issues));
        assertThat(StructurePack.ads(StructurePack.ads(ads), new StructurePack.Shared())).isEqualTo(ads);
    }

    @Test
    void aPageThatWasCutIsRefused() {
        byte[] packed = FactPack.pack(List.of(new DailyFact(Level.AD, "1", DAY,
                new Facts(1, 1, 1, 1, BigDecimal.ONE, null, Map.of("lead", BigDecimal.ONE), Map.of()))));
        byte[] cut = java.util.Arrays.copyOf(packed, packed.length / 2);
        assertThatThrownBy(() -> FactPack.facts(cut, Level.AD, DAY)).isInstanceOf(StoreException.class);
    }

    private static Map<String, BigDecimal> some(Random random) {
        Map<String, BigDecimal> values = new HashMap<>();
        for (String type : TYPES) {
            if (random.nextInt(3) == 0) {
                values.put(type, BigDecimal.valueOf(random.nextInt(10_000), 2));
            }
        }
        return values;
    }

    @Test
    void aPageOfAnEarlierReleaseLacksCapsAndIsReadWithoutThem() {
        PackWriter old = new PackWriter().number(2);
        for (String id : List.of("7", "8")) {
            old.id(id).text("Name").word("OUTCOME_SALES").word("ACTIVE").word("ACTIVE").word(null).word(null).number(0)
                    .instant(null).instant(null).instant(null).instant(null).number(0);
        }
        assertThat(StructurePack.campaigns(old.packed((byte) 1), new StructurePack.Shared()))
                .extracting(campaign -> campaign.id().value(), Campaign::spendCap)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("7", null),
                        org.assertj.core.groups.Tuple.tuple("8", null));
    }
}
