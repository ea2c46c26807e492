package com.bizosaas.adsdesk.sandbox.fleet;

import com.bizosaas.adsdesk.sandbox.fleet.CampaignDraft.BidStrategy;
import com.bizosaas.adsdesk.sandbox.model.History;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Makes an account's campaigns. Budgets are minor units as text and the unused kind reads "0"; a campaign without a
/// budget has budgets on its ad sets and no bid strategy of its own (graph-api chapter 04).
final class CampaignMaker {

    private final AccountMaker account;
    private final AccountPlan plan;
    private final AdSetMaker adSets;
    private int settled;

    CampaignMaker(AccountMaker account, List<Node> creatives, List<Node> audiences) {
        this.account = account;
        this.plan = account.plan();
        this.adSets = new AdSetMaker(account, creatives, audiences);
    }

    void make() {
        int delivering = (int) Math.round(plan.campaigns() * plan.delivering());
        List<Lifecycle> lives = Lifecycle.deal(account.dice(1), plan.campaigns(), delivering);
        for (int place = 0; place < plan.campaigns(); place++) {
            campaign(place, lives.get(place));
        }
    }

    private void campaign(int place, Lifecycle life) {
        Dice dice = account.dice(2, place);
        Anomaly anomaly = anomaly(life);
        boolean winner = life == Lifecycle.DELIVERING && plan.winners() >= 0 && settled < plan.winners();
        Aim aim = anomaly != null || winner
                ? Aim.SALES
                : life != Lifecycle.LEARNING && dice.chance(0.06) ? Aim.legacy(dice) : Aim.usual(place);
        boolean shared = anomaly != null || winner || dice.chance(0.6);
        // One of those that are raised in walkthrough W3 has its budget below: four changes an hour bind ad sets.
        boolean single = winner && settled == plan.winners() - 1;
        boolean lifetime = anomaly == null && !winner && shared && place > 0 && dice.chance(0.15);
        Span span = Span.of(life, place, lifetime, account.anchor(), dice);
        double dollars = anomaly != null ? dice.between(120.0, 420.0) : Math.exp(dice.between(3.7, 6.3));
        long budget = plan.currency().roundBudget(lifetime ? dollars * 45 : dollars);
        Node node = account.add(Kind.CAMPAIGN, null);
        CampaignDraft draft = new CampaignDraft(node, place, life, aim, span, shared && !single, lifetime, budget,
                BidStrategy.draw(aim, dice), anomaly, single);
        fill(draft, dice);
        if (aim.sells()) {
            performance(node.fields(), plan.winners() < 0
                    ? dice.between(1.1, 5.6)
                    : winner
                            ? dice.between(3.5, 6.5)
                            : dice.between(0.9, 2.4),
                    dollars, dice);
        }
        if (life == Lifecycle.DELIVERING) {
            settled++;
        }
        adSets.make(draft, dice);
    }

    /// The account's planted faults go to its first delivering campaigns that are past learning, in order.
    private @Nullable Anomaly anomaly(Lifecycle life) {
        return life == Lifecycle.DELIVERING && settled < plan.anomalies().size()
                ? plan.anomalies().get(settled)
                : null;
    }

    private void fill(CampaignDraft draft, Dice dice) {
        ObjectNode fields = draft.node().fields();
        Span span = draft.span();
        fields.put("name", name(draft.place(), draft.life(), dice));
        fields.put("objective", draft.aim().objective());
        fields.put("buying_type", "AUCTION");
        fields.put("status", status(draft));
        fields.put("daily_budget", draft.shared() && !draft.lifetime() ? Long.toString(draft.budget()) : "0");
        fields.put("lifetime_budget", draft.shared() && draft.lifetime() ? Long.toString(draft.budget()) : "0");
        if (draft.shared()) {
            fields.put("bid_strategy", draft.bid().name());
            fields.putArray("pacing_type").add("standard");
        } else {
            fields.put("is_adset_budget_sharing_enabled", dice.chance(0.2));
        }
        fields.putArray("special_ad_categories");
        fields.put("special_ad_category", "NONE");
        fields.put("smart_promotion_type", "GUIDED_CREATION");
        fields.put("created_time", Anchor.text(span.created(), plan.zone()));
        fields.put("updated_time", Anchor.text(span.updated(), plan.zone()));
        fields.put("start_time", Anchor.text(span.start(), plan.zone()));
        if (span.stop() != null) {
            fields.put("stop_time", Anchor.text(span.stop(), plan.zone()));
        }
        if (draft.life() == Lifecycle.ISSUES && span.off() != null) {
            AdSetMaker.issue(draft.node(), "CAMPAIGN", span.off());
        } else if (span.off() != null && draft.life() != Lifecycle.SETS_PAUSED) {
            History.note(draft.node(), "status", "ACTIVE", span.off());
        }
        if (draft.anomaly() != null) {
            fields.put(Anomaly.FIELD, draft.anomaly().name());
            fields.put(Anomaly.DAY_FIELD, account.anchor().yesterday(plan.zone()).toString());
        }
    }

    private static String status(CampaignDraft draft) {
        return switch (draft.life()) {
            case PAUSED -> "PAUSED";
            case ARCHIVED -> "ARCHIVED";
            default -> "ACTIVE";
        };
    }

    private String name(int place, Lifecycle life, Dice dice) {
        List<String> themes = plan.voice().themes();
        List<String> tactics = plan.voice().tactics();
        String name = themes.get(place % themes.size()) + " — "
                + tactics.get((place + place / themes.size()) % tactics.size());
        if (place >= themes.size()) {
            name += " · " + dice.pick(plan.countries());
        }
        if (place >= themes.size() * 3) {
            name += " #" + (place + 1);
        }
        return life == Lifecycle.SCHEDULED ? name + " (soon)" : name;
    }

    /// What the campaign earns: never so dear a basket that a healthy campaign goes a day without a purchase, because
    /// a day without one is a planted fault. In the account of walkthrough W3 only the winners earn more than three
    /// times their spend.
    private static void performance(ObjectNode fields, double roas, double dollars, Dice dice) {
        double basket = Math.min(dice.between(35.0, 120.0), dollars * roas / dice.between(4.0, 7.0));
        fields.putObject("_performance").put("roas", roas).put("basket_dollars", basket);
    }
}
