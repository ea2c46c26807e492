package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.BidStrategy;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Issue;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.Facts;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// The campaigns of the mock-up: eleven that are not archived, one that is, in every state of delivery.
public final class Nordlys {

    static final GraphId SPRING = new GraphId("120218843307512001");
    static final GraphId RETARGETING = new GraphId("120218843307512003");
    static final GraphId LEADS = new GraphId("120218843307512006");
    static final GraphId OLD = new GraphId("120218843307512012");
    static final GraphId EMPTY_DRAFT = new GraphId("120218843307512011");
    static final GraphId BROAD = new GraphId("220000000000000001");
    static final GraphId VIDEO = new GraphId("320000000000000001");

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private final List<Campaign> campaigns = new ArrayList<>();
    private final List<AdSet> adSets = new ArrayList<>();
    private final List<Ad> ads = new ArrayList<>();
    private final List<DailyFact> facts = new ArrayList<>();
    private final Random random = new Random(42);

    private Nordlys() {
        spring();
        campaign("120218843307512002", "Catalogue Sales — Advantage+ · all markets", Objective.SALES, "ACTIVE", "340",
                3443, 171, 16767);
        retargeting();
        campaign("120218843307512004", "NL-BE | Sales | Spring Layers | UGC creators | v3", Objective.SALES, "ACTIVE",
                "120", 1672, 27, 3277);
        campaign("120218843307512005", "Brand film “Stillhet” — reach DACH", Objective.AWARENESS, "ACTIVE", "90", 1259,
                0, 0);
        campaign(LEADS.value(), "Newsletter leads — free packing list", Objective.LEADS, "ACTIVE", "65", 1035, 293, 0);
        completed();
        issues();
        learning();
        campaign("120218843307512010", "App installs — Trail Log (iOS, Android)", Objective.APP_PROMOTION, "PAUSED",
                "45", 220, 28, 0);
        scheduled();
        archived();
    }

    static AdStructure structure() {
        Nordlys made = new Nordlys();
        return new AdStructure(made.campaigns, made.adSets, made.ads);
    }

    /// Puts all of it into the fakes, read two minutes ago.
    public static void into(FakeServices fakes) {
        Nordlys made = new Nordlys();
        fakes.campaigns.structure = new Stamped<>(new AdStructure(made.campaigns, made.adSets, made.ads),
                Samples.NOW.minusSeconds(120), false);
        fakes.insights.daily.clear();
        fakes.insights.daily.addAll(made.facts);
    }

    private void spring() {
        campaign(SPRING.value(), "Spring Layers — Prospecting EU", Objective.SALES, "ACTIVE", "480", 0, 0, 0);
        adSet("220000000000000001", SPRING, "Broad 25–54 · DE AT CH", "ACTIVE", null, null, List.of());
        ad("320000000000000001", "220000000000000001", SPRING, "Video 15 s — Fjord crossing", "ACTIVE", 1812, 64, 7683);
        ad("320000000000000002", "220000000000000001", SPRING, "Carousel — Shell jackets (6 cards)", "ACTIVE", 1223, 32,
                3767);
        ad("320000000000000003", "220000000000000001", SPRING, "Image — „Leicht. Trocken. Fertig.“", "DISAPPROVED", 336,
                5, 564);
        adSet("220000000000000002", SPRING, "Lookalike 1% — purchasers 180 d · DE AT NL", "ACTIVE", null,
                new AdSet.Learning("LEARNING", 31), List.of());
        ad("320000000000000004", "220000000000000002", SPRING, "Video 15 s — Lookalike", "ACTIVE", 681, 17, 2070);
        adSet("220000000000000003", SPRING, "Interests — hiking, trail running, bouldering", "PAUSED", null, null,
                List.of());
        ad("320000000000000005", "220000000000000003", SPRING, "Image — Trail", "ADSET_PAUSED", 1199, 12, 1379);
    }

    private void retargeting() {
        campaign(RETARGETING.value(), "Retargeting — viewers 30 d, cart 14 d", Objective.SALES, "ACTIVE", null, 0, 0,
                0);
        adSet("220000000000000004", RETARGETING, "Viewers 30 d", "ACTIVE", "100", null, List.of());
        ad("320000000000000006", "220000000000000004", RETARGETING, "Dynamic — viewers", "ACTIVE", 1466, 90, 9500);
        adSet("220000000000000005", RETARGETING, "Cart 14 d", "ACTIVE", "80", null, List.of());
        ad("320000000000000007", "220000000000000005", RETARGETING, "Dynamic — cart", "ACTIVE", 1000, 64, 6726);
    }

    private void completed() {
        String id = "120218843307512007";
        add(id, "Winter clearance — last chance", Objective.SALES, "ACTIVE", Budget.Kind.DAILY, "150", START,
                Instant.parse("2026-04-06T00:00:00Z"), List.of());
        below(id, "ACTIVE", null, List.of());
        spend(id, 896, 36, 2769);
    }

    private void issues() {
        String id = "120218843307512008";
        add(id, "Boot Finder quiz — landing traffic", Objective.TRAFFIC, "ACTIVE", Budget.Kind.DAILY, "40", START, null,
                List.of(new Issue("2446173", "Landing page is down", "Meta could not open the page of 3 ads.", true)));
        below(id, "ACTIVE", null, List.of());
        spend(id, 531, 0, 0);
    }

    private void learning() {
        String id = "120218843307512009";
        add(id, "Ελλάδα & Κύπρος — Ανοιξιάτικη συλλογή", Objective.SALES, "ACTIVE", Budget.Kind.DAILY, "60", START,
                null,
                List.of());
        below(id, "ACTIVE", new AdSet.Learning("LEARNING", 19), List.of());
        spend(id, 475, 19, 1401);
    }

    private void scheduled() {
        add(EMPTY_DRAFT.value(), "Earth Day teaser — 22 Apr", Objective.ENGAGEMENT, "ACTIVE", Budget.Kind.LIFETIME,
                "1500", Instant.parse("2026-04-21T16:00:00Z"), null, List.of());
        below(EMPTY_DRAFT.value(), "ACTIVE", null, List.of());
    }

    private void archived() {
        campaigns.add(new Campaign(OLD, "Black Week 2025", Objective.SALES, Status.ARCHIVED, EffectiveStatus.ARCHIVED,
                new Budget(Budget.Kind.DAILY, Money.of("900", Samples.EUR)), BidStrategy.LOWEST_COST_WITHOUT_CAP,
                List.of(), START, null, START, START, List.of()));
    }

    private void campaign(String id, String name, Objective objective, String status, @Nullable String budget,
            int spend, int results, int value) {
        add(id, name, objective, status, Budget.Kind.DAILY, budget, START, null, List.of());
        if (spend > 0) {
            below(id, status.equals("PAUSED") ? "CAMPAIGN_PAUSED" : "ACTIVE", null, List.of());
            spend(id, spend, results, value);
        }
    }

    private void add(String id, String name, Objective objective, String status, Budget.Kind kind,
            @Nullable String budget, Instant start, @Nullable Instant stop, List<Issue> issues) {
        campaigns.add(new Campaign(new GraphId(id), name, objective, new Status(status), new EffectiveStatus(status),
                budget == null ? null : new Budget(kind, Money.of(budget, Samples.EUR)),
                budget == null ? null : BidStrategy.LOWEST_COST_WITHOUT_CAP, List.of(), start, stop, START, START,
                issues));
    }

    /// One ad set with one ad, for campaigns whose parts do not matter.
    private void below(String campaign, String effective, AdSet.@Nullable Learning learning, List<Issue> issues) {
        String suffix = campaign.substring(campaign.length() - 3);
        adSet("22000000000000" + "9" + suffix, new GraphId(campaign), "Broad", effective, null, learning, issues);
        ad("32000000000000" + "9" + suffix, "22000000000000" + "9" + suffix, new GraphId(campaign), "Image", effective,
                0, 0, 0);
    }

    private void adSet(String id, GraphId campaign, String name, String effective, @Nullable String budget,
            AdSet.@Nullable Learning learning, List<Issue> issues) {
        adSets.add(new AdSet(new GraphId(id), campaign, name,
                effective.equals("PAUSED") ? Status.PAUSED : Status.ACTIVE, new EffectiveStatus(effective),
                budget == null ? null : new Budget(Budget.Kind.DAILY, Money.of(budget, Samples.EUR)),
                budget == null ? null : BidStrategy.COST_CAP, budget == null ? null : Money.of("16.50", Samples.EUR),
                "OFFSITE_CONVERSIONS", "IMPRESSIONS", START, null, START, START, learning, issues));
    }

    private void ad(String id, String adSet, GraphId campaign, String name, String effective, int spend, int results,
            int value) {
        ads.add(new Ad(new GraphId(id), campaign, new GraphId(adSet), name,
                effective.equals("PAUSED") ? Status.PAUSED : Status.ACTIVE, new EffectiveStatus(effective),
                new GraphId("420000000000000001"), START, START,
                effective.equals("DISAPPROVED")
                        ? List.of(new Issue("1885", "Rejected", "The text promises a result.", true))
                        : List.of()));
        if (spend > 0) {
            facts(Level.AD, id, spend, results, value);
            facts(Level.AD_SET, adSet, spend, results, value);
            facts(Level.CAMPAIGN, campaign.value(), spend, results, value);
        }
    }

    private void spend(String campaign, int spend, int results, int value) {
        facts(Level.CAMPAIGN, campaign, spend, results, value);
    }

    /// Two equal halves of 14 days, the earlier one a little smaller, with days that differ.
    private void facts(Level level, String id, int spend, int results, int value) {
        boolean lead = id.equals(LEADS.value());
        for (int day = 0; day < 28; day++) {
            LocalDate date = LocalDate.of(2026, 3, 17).plusDays(day);
            double share = (0.8 + random.nextDouble() * 0.4) / 14 * (day < 14 ? 0.93 : 1);
            BigDecimal cost = BigDecimal.valueOf(spend * share).setScale(2, RoundingMode.HALF_UP);
            long count = Math.round(results * share);
            long impressions = Math.round(spend * share * 98);
            Map<String, BigDecimal> actions = count == 0
                    ? Map.of()
                    : lead
                            ? Map.of("lead", BigDecimal.valueOf(count))
                            : Map.of("omni_purchase", BigDecimal.valueOf(count), "purchase",
                                    BigDecimal.valueOf(count));
            Map<String, BigDecimal> values = value == 0
                    ? Map.of()
                    : Map.of("omni_purchase",
                            BigDecimal.valueOf(value * share).setScale(2, RoundingMode.HALF_UP));
            merge(new DailyFact(level, id, date, new Facts(impressions, impressions / 50, impressions / 77,
                    impressions / 90, cost, null, actions, values)));
        }
    }

    /// A day has one fact an object: what a parent gets from several children is added to it.
    private void merge(DailyFact fact) {
        for (int i = 0; i < facts.size(); i++) {
            DailyFact old = facts.get(i);
            if (old.level() == fact.level() && old.objectId().equals(fact.objectId())
                    && old.date().equals(fact.date())) {
                Facts a = old.facts();
                Facts b = fact.facts();
                facts.set(i, new DailyFact(fact.level(), fact.objectId(), fact.date(),
                        new Facts(a.impressions() + b.impressions(), a.clicks() + b.clicks(),
                                a.linkClicks() + b.linkClicks(), a.outboundClicks() + b.outboundClicks(),
                                a.spend().add(b.spend()), null, sum(a.actions(), b.actions()),
                                sum(a.actionValues(), b.actionValues()))));
                return;
            }
        }
        facts.add(fact);
    }

    private static Map<String, BigDecimal> sum(Map<String, BigDecimal> a, Map<String, BigDecimal> b) {
        Map<String, BigDecimal> sum = new java.util.HashMap<>(a);
        b.forEach((type, value) -> sum.merge(type, value, BigDecimal::add));
        return sum;
    }
}
