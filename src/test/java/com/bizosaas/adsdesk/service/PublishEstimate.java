package com.bizosaas.adsdesk.service;

import static org.awaitility.Awaitility.await;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.draft.AdMix;
import com.bizosaas.adsdesk.draft.Conflict.Policy;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.PublishBatch;
import com.bizosaas.adsdesk.draft.PublishBatch.Phase;
import com.bizosaas.adsdesk.service.DraftService.NewObject;
import com.bizosaas.adsdesk.graph.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/// Holds what the review says publishing will take against what it took, on the desk's own clock: each wait for an allowance
/// and each request passes on it, what this computer computes does not.
final class PublishEstimate {

    private static final Duration PATIENT = Duration.ofSeconds(60);

    private final SandboxDesk at;
    private final Workbench bench;
    private final TenantId tenant;
    private final AdAccountId account;
    private int number;
    private boolean ask;
    private boolean beside;

    /// @param writes that were estimated
    /// @param calls that left from five seconds before the estimate on, in their order: what each cost of the allowance
    record Figure(String what, int writes, Duration estimate, Duration took, List<String> calls) {

        /// How far the estimate was off, as a part of what it took.
        double off() {
            return Math.abs(estimate.toMillis() - took.toMillis()) / (double) took.toMillis();
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%-62s %4d writes  estimate %7.1f s  took %7.1f s  off %5.1f %%", what,
                    writes, estimate.toMillis() / 1e3, took.toMillis() / 1e3, off() * 100);
        }
    }

    PublishEstimate(SandboxDesk at) throws Exception {
        this.at = at;
        at.clock.leap();
        this.bench = at.desk.workbench();
        this.tenant = at.connect("Nordlicht");
        this.account = at.account(tenant);
        at.synced(tenant, account);
        // Readings in the background have the same clock, and would let time pass beside.
        at.desk.settings().save(at.desk.settings().settings().withPolling(false));
        await().atMost(PATIENT).until(() -> at.desk.sync().running().isEmpty());
    }

    /// @param tier `limited` or `full`
    /// @param answer what each request takes
    void on(String tier, Duration answer) throws Exception {
        at.onTheWire(Duration.ZERO);
        at.control("budgets", "tier", "full");
        settle();
        at.clock.pass(Duration.ofMinutes(6));
        at.control("reset");
        at.control("budgets", "tier", tier);
        at.onTheWire(answer);
        // A reply tells the tier.
        bench.drafts().read(tenant, key(sets().getFirst()));
    }

    /// Reads what was published before; where a limit holds that up, time passes until it is over.
    private void settle() {
        await().atMost(PATIENT).until(() -> {
            boolean idle = at.desk.sync().running().isEmpty();
            boolean stale = at.desk.campaigns().structure(tenant, account).stale();
            if (idle && stale) {
                Problem problem = at.desk.sync().state(tenant, account, Topic.CAMPAIGNS).problem();
                if (problem != null && problem.until() != null) {
                    at.clock.pass(Duration.between(at.clock.instant(), problem.until()));
                }
                at.desk.sync().refresh(tenant, account, Topic.CAMPAIGNS);
            }
            return idle && !stale;
        });
    }

    private List<AdSet> sets() {
        return at.desk.campaigns().structure(tenant, account).value().adSets().stream()
                .filter(set -> set.status().canSwitch() && set.budget() != null
                        && set.budget().kind() == Budget.Kind.DAILY)
                .toList();
    }

    private DraftKey key(AdSet set) {
        return DraftKey.of(account, Level.AD_SET, set.id());
    }

    /// Some of the allowance is used up by something else.
    PublishEstimate used(int reads) {
        for (int i = 0; i < reads; i++) {
            bench.drafts().read(tenant, key(sets().getFirst()));
        }
        return this;
    }

    /// The changes are tried with Facebook first, which takes of the same allowance.
    PublishEstimate asked() {
        ask = true;
        return this;
    }

    /// From the estimate on the background reads of the same account wherever it is let.
    PublishEstimate besideReading() {
        beside = true;
        return this;
    }

    private void readBeside() {
        for (int i = 0; beside && i < 5; i++) {
            try {
                Priority.run(() -> Priority.BACKGROUND, () -> bench.drafts().read(tenant, key(sets().getFirst())));
            } catch (DeskException e) {
                if (e.problem().kind() != Problem.Kind.RATE_LIMITED) {
                    throw e;
                }
            }
        }
    }

    /// New names of ad sets.
    Figure changes(String what, int count) {
        sets().stream().limit(count).forEach(
                set -> bench.drafts().edit(tenant, key(set), Map.of(Fields.NAME, "Set " + set.id() + " " + number)));
        return published(what);
    }

    Figure campaigns(String what, int count) {
        List<NewObject> objects = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            objects.add(new NewObject("", Level.CAMPAIGN, campaign("Campaign " + number + "-" + i)));
        }
        bench.drafts().create(tenant, account, what, objects);
        return published(what);
    }

    private static Map<String, String> campaign(String name) {
        return Map.of("name", name, "objective", "OUTCOME_TRAFFIC", "special_ad_categories", "[]",
                "is_adset_budget_sharing_enabled", "false");
    }

    /// A campaign with ad sets and ads below.
    Figure tree(String what, int adSets, int ads) {
        String creative = at.desk.campaigns().structure(tenant, account).value().ads().stream()
                .map(ad -> ad.creativeId()).filter(Objects::nonNull).findFirst().orElseThrow().value();
        List<NewObject> tree = new ArrayList<>();
        tree.add(new NewObject("#c", Level.CAMPAIGN, campaign("Tree " + number)));
        for (int i = 0; i < adSets; i++) {
            Map<String, String> set = new HashMap<>(Map.of("name", "Tree set " + i, Fields.CAMPAIGN, "#c",
                    Fields.DAILY, "2500", "optimization_goal", "LINK_CLICKS", "billing_event", "IMPRESSIONS",
                    Fields.TARGETING, "{\"geo_locations\":{\"countries\":[\"DE\"]},"
                            + "\"targeting_automation\":{\"advantage_audience\":0}}",
                    "dsa_beneficiary", "Nord", "dsa_payor", "Nord"));
            tree.add(new NewObject("#s" + i, Level.AD_SET, set));
            for (int ad = 0; ad < ads; ad++) {
                tree.add(new NewObject("", Level.AD, Map.of("name", "Tree ad " + i + "-" + ad, Fields.AD_SET, "#s" + i,
                        Fields.CREATIVE, FieldValues.creative(creative))));
            }
        }
        bench.drafts().create(tenant, account, what, tree);
        return published(what);
    }

    /// A campaign whose ads show new images, which go up with them.
    Figure launch(String what, int adSets, int images, int headlines) {
        AdMix mix = Launches.mix(bench.launch(), tenant, account, images, headlines, 1);
        bench.drafts().create(tenant, account, what, Launches.tree("Launch " + number, adSets, mix));
        return published(what);
    }

    private Figure published(String what) {
        number++;
        // What was published before is read once more, which takes of the same time and allowance.
        settle();
        bench.drafts().compare(tenant);
        if (ask) {
            bench.drafts().check(tenant, null);
            ask = false;
        }
        Instant asked = at.clock.instant();
        PublishService.Estimate estimate = bench.publishing().estimate(tenant, null);
        AtomicReference<Instant> told = new AtomicReference<>();
        Subscription news = at.desk.events().subscribe(event -> {
            // The last news of a batch comes once it is over, and before anything else is read.
            if (event instanceof DeskEvent.PublishChanged) {
                told.set(at.clock.instant());
                readBeside();
            }
        });
        readBeside();
        Instant start = at.clock.instant();
        String id = bench.publishing().publish(tenant, null, Policy.ASK, "").id();
        await().atMost(PATIENT).pollInterval(Duration.ofMillis(20))
                .until(() -> bench.publishing().batch(tenant, id).phase() == Phase.OVER && told.get() != null);
        PublishBatch batch = bench.publishing().batch(tenant, id);
        if (!batch.clean()) {
            throw new AssertionError(batch.rows().toString());
        }
        news.end();
        beside = false;
        return new Figure(what, estimate.writes(), estimate.takes(),
                Duration.between(start, Objects.requireNonNull(told.get())), calls(asked));
    }

    private List<String> calls(Instant since) {
        return at.desk.sync().requests(tenant).reversed().stream()
                .filter(call -> call.at().isAfter(since.minusSeconds(5)))
                .map(call -> String.format(Locale.ROOT, "%8.2f s  %-6s %-60s %3d points  %6d ms  %s",
                        Duration.between(since, call.at()).toMillis() / 1e3, call.method(), call.path(),
                        call.points(), call.took().toMillis(), call.outcome()))
                .toList();
    }
}
