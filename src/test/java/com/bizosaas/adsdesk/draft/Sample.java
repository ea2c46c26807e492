package com.bizosaas.adsdesk.draft;

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
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.TenantId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An account with two campaigns: 11 has a budget of its own and one ad set (21) with an ad (31); 12 has none, and two ad
/// sets (22, 23) with 20 and 30 euros a day and an ad each (32, 33).
final class Sample {

    static final Instant NOW = Instant.parse("2026-11-05T09:00:00Z");
    static final TenantId TENANT = new TenantId("nord");
    static final AdCurrency EUR = AdCurrency.of("EUR");
    static final AdAccountId ID = AdAccountId.of("701");
    static final String WHO = "Ines";

    private Sample() {
    }

    static AdAccount account(AdCurrency currency) {
        return new AdAccount(ID, "Shop", AccountStatus.ACTIVE, 0, currency, ZoneId.of("Europe/Berlin"),
                Money.zero(currency), Money.zero(currency), null, Money.ofMinor(100, currency), null, null,
                Set.of("ADVERTISE", "MANAGE"), null);
    }

    static AdStructure structure() {
        return new AdStructure(List.of(campaign("11", daily(100)), campaign("12", null)),
                List.of(adSet("21", "11", null), adSet("22", "12", daily(20)), adSet("23", "12", daily(30))),
                List.of(ad("31", "11", "21"), ad("32", "12", "22"), ad("33", "12", "23")));
    }

    static Campaign campaign(String id, @Nullable Budget budget) {
        return new Campaign(new GraphId(id), "Campaign " + id, Objective.SALES, Status.ACTIVE, EffectiveStatus.ACTIVE,
                budget, budget == null ? null : BidStrategy.LOWEST_COST_WITHOUT_CAP, List.of(), null, null, null, null,
                List.of());
    }

    static AdSet adSet(String id, String campaign, @Nullable Budget budget) {
        return new AdSet(new GraphId(id), new GraphId(campaign), "Ad set " + id, Status.ACTIVE, EffectiveStatus.ACTIVE,
                budget, budget == null ? null : BidStrategy.LOWEST_COST_WITHOUT_CAP, null, "OFFSITE_CONVERSIONS",
                "IMPRESSIONS", null, null, null, null, null, List.of());
    }

    static Ad ad(String id, String campaign, String adSet) {
        return new Ad(new GraphId(id), new GraphId(campaign), new GraphId(adSet), "Ad " + id, Status.ACTIVE,
                EffectiveStatus.ACTIVE, new GraphId("4" + id), null, null, List.of());
    }

    static Budget daily(long euros) {
        return new Budget(Budget.Kind.DAILY, Money.ofMinor(euros * 100, EUR));
    }

    static DraftKey campaignKey(String id) {
        return new DraftKey(ID, Level.CAMPAIGN, id);
    }

    static DraftKey adSetKey(String id) {
        return new DraftKey(ID, Level.AD_SET, id);
    }

    static DraftKey adKey(String id) {
        return new DraftKey(ID, Level.AD, id);
    }

    static Projection projection(DraftBook book) {
        return new Projection(account(EUR), structure(), book.drafts(), _ -> Map.of(), Map.of());
    }

    /// What a sheet is held against: creatives 431 to 433 are in the library.
    static SheetImport.Desk desk(DraftBook book) {
        return new SheetImport.Desk(projection(book), "Nord", Rules.NONE, Map.of("431", "Spring video", "432", "Boots",
                "433", "Boots"), NOW);
    }

    static DraftBook set(DraftBook book, DraftKey key, String field, String value) {
        Projection now = projection(book);
        return book.with(Edits.set(book, key, now.name(key.level(), key.object()), now.before(key.level(),
                key.object()), Map.of(field, value)), NOW, WHO);
    }

    static DraftBook add(DraftBook book, DraftKey key, Map<String, String> values) {
        return book.with(Edits.add(key, values.getOrDefault("name", ""), values), NOW, WHO);
    }

    static List<Finding> check(DraftBook book, Rules rules) {
        return new Checks(projection(book), rules, _ -> List.of(), NOW).all();
    }

    static List<String> codes(DraftBook book) {
        return check(book, Rules.NONE).stream().map(Finding::code).toList();
    }

    static Review review(DraftBook book, Rules rules) {
        return new Reviewer(TENANT, rules, NOW).review(List.of(new Reviewer.Source(projection(book), _ -> List.of(),
                Map.of(), Money.of("1000", EUR))), _ -> true);
    }
}
