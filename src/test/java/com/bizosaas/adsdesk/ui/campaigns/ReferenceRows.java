package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.AccountStatus;
import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.BidStrategy;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.Facts;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Rows with the measures of the reference fleet: 40 tenants with three accounts each, its currencies and zones, a fifth
/// of the campaigns delivering.
final class ReferenceRows {

    private static final String[] CURRENCIES = {"USD", "USD", "EUR", "USD", "GBP", "EUR", "USD", "JPY", "HUF", "TWD"};
    private static final String[] ZONES = {"Pacific/Auckland", "Asia/Tokyo", "Europe/Berlin", "Europe/London",
            "America/New_York", "America/Los_Angeles"};
    private static final String[] WORDS = {"Spring", "Summer", "Prospecting", "Retargeting", "Catalogue", "Leads",
            "Brand film", "Newsletter", "Outlet", "Newcomers", "Winter clearance", "Ανοιξιάτικη", "東京", "عرض"};
    private static final Objective[] OBJECTIVES = {Objective.SALES, Objective.LEADS, Objective.TRAFFIC,
            Objective.AWARENESS, Objective.ENGAGEMENT};
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private final int campaigns;
    private final int adSets;
    private final int ads;

    /// @param campaigns in each of the 120 accounts
    /// @param adSets in each campaign
    /// @param ads in each ad set
    ReferenceRows(int campaigns, int adSets, int ads) {
        this.campaigns = campaigns;
        this.adSets = adSets;
        this.ads = ads;
    }

    /// An account and all of it.
    ///
    /// @param facts of the last 14 days before today, of all levels
    record Account(Tenant tenant, AdAccount account, AdStructure structure, List<DailyFact> facts) {
    }

    Account account(int number) {
        Random random = new Random(number);
        Tenant tenant = new Tenant(new TenantId("tenant-" + number / 3),
                "Tenant " + (char) ('A' + number / 3 % 26) + " "
                        + number / 3,
                number / 3 % Tenant.COLOURS, START);
        AdCurrency currency = AdCurrency.of(CURRENCIES[number % CURRENCIES.length]);
        AdAccount account = new AdAccount(AdAccountId.of(Long.toString(100_000_000_000_000L + number)),
                "Account " + number, AccountStatus.ACTIVE, 0, currency, ZoneId.of(ZONES[number % ZONES.length]),
                Money.zero(currency), Money.zero(currency), null, Money.ofMinor(100, currency), null, null,
                Set.of("MANAGE", "ADVERTISE"), null);
        List<Campaign> made = new ArrayList<>();
        List<AdSet> sets = new ArrayList<>();
        List<Ad> below = new ArrayList<>();
        List<DailyFact> facts = new ArrayList<>();
        long id = 1_202_000_000_000_000_00L + number * 10_000_000L;
        for (int c = 0; c < campaigns; c++) {
            boolean delivers = c % 5 == 0;
            String effective = delivers ? "ACTIVE" : c % 5 == 4 ? "ARCHIVED" : "PAUSED";
            GraphId campaign = new GraphId(Long.toString(id++));
            made.add(new Campaign(campaign, name(random, c), OBJECTIVES[c % OBJECTIVES.length], new Status(effective),
                    new EffectiveStatus(effective),
                    c % 2 == 0 ? new Budget(Budget.Kind.DAILY, Money.ofMinor(5000 + c, currency)) : null,
                    c % 2 == 0 ? BidStrategy.LOWEST_COST_WITHOUT_CAP : null, List.of(), START, null, START, START,
                    List.of()));
            if (delivers) {
                days(facts, Level.CAMPAIGN, campaign.value(), account, random);
            }
            for (int s = 0; s < adSets; s++) {
                GraphId adSet = new GraphId(Long.toString(id++));
                sets.add(new AdSet(adSet, campaign, name(random, s), new Status(effective),
                        new EffectiveStatus(effective),
                        c % 2 == 0 ? null : new Budget(Budget.Kind.DAILY, Money.ofMinor(2000 + s, currency)),
                        c % 2 == 0 ? null : BidStrategy.LOWEST_COST_WITHOUT_CAP, null, "OFFSITE_CONVERSIONS",
                        "IMPRESSIONS", START, null, START, START, null, List.of()));
                if (delivers) {
                    days(facts, Level.AD_SET, adSet.value(), account, random);
                }
                for (int a = 0; a < ads; a++) {
                    GraphId ad = new GraphId(Long.toString(id++));
                    below.add(new Ad(ad, campaign, adSet, name(random, a), new Status(effective),
                            new EffectiveStatus(effective), null, START, START, List.of()));
                    if (delivers) {
                        days(facts, Level.AD, ad.value(), account, random);
                    }
                }
            }
        }
        return new Account(tenant, account, new AdStructure(made, sets, below), facts);
    }

    /// The days a table of the last 14 days reads.
    static DateRange days(AdAccount account) {
        LocalDate today = Samples.NOW.atZone(account.zone()).toLocalDate();
        return new DateRange(today.minusDays(14), today.minusDays(1));
    }

    private static String name(Random random, int number) {
        return WORDS[random.nextInt(WORDS.length)] + " — " + WORDS[random.nextInt(WORDS.length)] + " "
                + (1000 + random.nextInt(9000)) + " v" + number;
    }

    private static void days(List<DailyFact> facts, Level level, String id, AdAccount account, Random random) {
        for (LocalDate day : days(account).eachDay()) {
            long impressions = 500 + random.nextInt(20_000);
            long clicks = impressions / (40 + random.nextInt(60));
            BigDecimal results = BigDecimal.valueOf(random.nextInt(9));
            facts.add(new DailyFact(level, id, day,
                    new Facts(impressions, clicks + 5, clicks, clicks / 2,
                            BigDecimal.valueOf(1000 + random.nextInt(90_000), 2), null,
                            Map.of("omni_purchase", results, "purchase", results, "link_click",
                                    BigDecimal.valueOf(clicks), "lead", BigDecimal.valueOf(random.nextInt(4))),
                            Map.of("omni_purchase", BigDecimal.valueOf(random.nextInt(50_000), 2)))));
        }
    }
}
