package com.bizosaas.adsdesk.store;

import java.math.BigDecimal;
import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.BidStrategy;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Issue;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.domain.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A page of campaigns, ad sets or ads as bytes, a tenth of the time to write and to read of their JSON. The format byte
/// changes with the format or with the records.
final class StructurePack {

    private static final byte FORMAT = 2;
    /// Without spend caps and least returns.
    private static final byte FIRST_FORMAT = 1;

    private StructurePack() {
    }

    static byte[] campaigns(List<Campaign> campaigns) {
        PackWriter out = new PackWriter().number(campaigns.size());
        for (Campaign campaign : campaigns) {
            out.id(campaign.id().value()).text(campaign.name()).word(campaign.objective().value());
            out.word(campaign.status().value()).word(campaign.effectiveStatus().value());
            budget(out, campaign.budget());
            out.word(campaign.bidStrategy() == null ? null : campaign.bidStrategy().value());
            out.number(campaign.specialAdCategories().size());
            campaign.specialAdCategories().forEach(out::word);
            out.instant(campaign.startTime()).instant(campaign.stopTime());
            out.instant(campaign.createdAt()).instant(campaign.updatedAt());
            issues(out, campaign.issues());
            money(out, campaign.spendCap());
        }
        return out.packed(FORMAT);
    }

    static List<Campaign> campaigns(byte[] body, Shared shared) {
        Reader in = new Reader(body, shared);
        int count = in.pack.count();
        List<Campaign> campaigns = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            campaigns.add(new Campaign(new GraphId(in.pack.id()), in.pack.text(),
                    in.shared(in.shared.objectives, Objective::new), in.shared(in.shared.statuses, Status::new),
                    in.shared(in.shared.effectives, EffectiveStatus::new), in.budget(), in.strategy(), in.words(),
                    in.pack.instant(), in.pack.instant(), in.pack.instant(), in.pack.instant(), in.issues(),
                    in.first ? null : in.money()));
        }
        return campaigns;
    }

    static byte[] adSets(List<AdSet> adSets) {
        PackWriter out = new PackWriter().number(adSets.size());
        for (AdSet adSet : adSets) {
            out.id(adSet.id().value()).id(adSet.campaignId().value()).text(adSet.name());
            out.word(adSet.status().value()).word(adSet.effectiveStatus().value());
            budget(out, adSet.budget());
            out.word(adSet.bidStrategy() == null ? null : adSet.bidStrategy().value());
            money(out, adSet.bidAmount());
            out.word(adSet.optimizationGoal()).word(adSet.billingEvent());
            out.instant(adSet.startTime()).instant(adSet.endTime());
            out.instant(adSet.createdAt()).instant(adSet.updatedAt());
            AdSet.Learning learning = adSet.learning();
            out.word(learning == null ? null : learning.status());
            if (learning != null) {
                out.number(learning.conversions());
            }
            issues(out, adSet.issues());
            BigDecimal floor = adSet.roasFloor();
            out.number(floor == null ? 0 : 1);
            if (floor != null) {
                out.decimal(floor);
            }
        }
        return out.packed(FORMAT);
    }

    static List<AdSet> adSets(byte[] body, Shared shared) {
        Reader in = new Reader(body, shared);
        int count = in.pack.count();
        List<AdSet> adSets = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            adSets.add(new AdSet(new GraphId(in.pack.id()), in.parent(), in.pack.text(),
                    in.shared(in.shared.statuses, Status::new), in.shared(in.shared.effectives, EffectiveStatus::new),
                    in.budget(),
                    in.strategy(), in.money(), in.pack.word(), in.pack.word(), in.pack.instant(), in.pack.instant(),
                    in.pack.instant(), in.pack.instant(), in.learning(), in.issues(),
                    in.first || in.pack.number() == 0 ? null : in.pack.decimal()));
        }
        return adSets;
    }

    static byte[] ads(List<Ad> ads) {
        PackWriter out = new PackWriter().number(ads.size());
        for (Ad ad : ads) {
            out.id(ad.id().value()).id(ad.campaignId().value()).id(ad.adSetId().value()).text(ad.name());
            out.word(ad.status().value()).word(ad.effectiveStatus().value());
            out.id(ad.creativeId() == null ? null : ad.creativeId().value());
            out.instant(ad.createdAt()).instant(ad.updatedAt());
            issues(out, ad.issues());
        }
        return out.packed(FORMAT);
    }

    static List<Ad> ads(byte[] body, Shared shared) {
        Reader in = new Reader(body, shared);
        int count = in.pack.count();
        List<Ad> ads = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ads.add(new Ad(new GraphId(in.pack.id()), in.parent(), in.parent(), in.pack.text(),
                    in.shared(in.shared.statuses, Status::new), in.shared(in.shared.effectives, EffectiveStatus::new),
                    in.idOrNull(), in.pack.instant(), in.pack.instant(), in.issues()));
        }
        return ads;
    }

    private static void budget(PackWriter out, @Nullable Budget budget) {
        out.word(budget == null ? null : budget.kind().name());
        if (budget != null) {
            money(out, budget.amount());
        }
    }

    private static void money(PackWriter out, @Nullable Money money) {
        out.word(money == null ? null : money.currency().code());
        if (money != null) {
            out.number(money.currency().offset()).decimal(money.amount());
        }
    }

    private static void issues(PackWriter out, List<Issue> issues) {
        out.number(issues.size());
        for (Issue issue : issues) {
            out.word(issue.code()).word(issue.summary()).word(issue.message()).number(issue.hard() ? 1 : 0);
        }
    }

    /// One object for each of what comes again and again, in all pages that are read with it.
    static final class Shared {

        private final Map<String, Objective> objectives = new HashMap<>();
        private final Map<String, Status> statuses = new HashMap<>();
        private final Map<String, EffectiveStatus> effectives = new HashMap<>();
        private final Map<String, BidStrategy> strategies = new HashMap<>();
        private final Map<String, AdCurrency> currencies = new HashMap<>();
        private final Map<String, GraphId> parents = new HashMap<>();
    }

    private static final class Reader {

        private final PackReader pack;
        private final Shared shared;
        private final boolean first;

        Reader(byte[] body, Shared shared) {
            first = body[0] == FIRST_FORMAT;
            if (!first && body[0] != FORMAT) {
                throw new StoreException("A stored page is of an unknown format.");
            }
            pack = new PackReader(body);
            this.shared = shared;
        }

        <T> T shared(Map<String, T> known, Function<String, T> make) {
            return known.computeIfAbsent(pack.word(), make);
        }

        GraphId parent() {
            return shared.parents.computeIfAbsent(pack.id(), GraphId::new);
        }

        @Nullable
        GraphId idOrNull() {
            String id = pack.idOrNull();
            return id == null ? null : new GraphId(id);
        }

        @Nullable
        BidStrategy strategy() {
            String word = pack.wordOrNull();
            return word == null ? null : shared.strategies.computeIfAbsent(word, BidStrategy::new);
        }

        @Nullable
        Budget budget() {
            String kind = pack.wordOrNull();
            if (kind == null) {
                return null;
            }
            Money amount = money();
            if (amount == null) {
                throw new StoreException("A stored budget has no amount.");
            }
            return new Budget(Budget.Kind.valueOf(kind), amount);
        }

        @Nullable
        Money money() {
            String code = pack.wordOrNull();
            if (code == null) {
                return null;
            }
            int offset = pack.count();
            return new Money(pack.decimal(),
                    shared.currencies.computeIfAbsent(code, _ -> new AdCurrency(code, offset)));
        }

        AdSet.@Nullable Learning learning() {
            String status = pack.wordOrNull();
            return status == null ? null : new AdSet.Learning(status, pack.count());
        }

        List<String> words() {
            int count = pack.count();
            List<String> words = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                words.add(pack.word());
            }
            return words;
        }

        List<Issue> issues() {
            int count = pack.count();
            if (count == 0) {
                return List.of();
            }
            List<Issue> issues = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                issues.add(new Issue(pack.word(), pack.word(), pack.word(), pack.number() == 1));
            }
            return issues;
        }
    }
}
