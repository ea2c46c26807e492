package com.bizosaas.adsdesk.sandbox.fleet;

import com.bizosaas.adsdesk.sandbox.fleet.CampaignDraft.BidStrategy;
import com.bizosaas.adsdesk.sandbox.model.History;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Makes a campaign's ad sets: schedule, bidding, budget where the campaign has none, promoted object, attribution and
/// learning stage.
///
/// Private field: `_blocked` is "1" from the moment at which an issue stopped delivery.
final class AdSetMaker {

    private static final long DAY = 86_400;

    private final AccountMaker account;
    private final AccountPlan plan;
    private final TargetingMaker targeting;
    private final AdMaker ads;

    AdSetMaker(AccountMaker account, List<Node> creatives, List<Node> audiences) {
        this.account = account;
        this.plan = account.plan();
        this.targeting = new TargetingMaker(plan, audiences);
        this.ads = new AdMaker(account, creatives);
    }

    void make(CampaignDraft campaign, Dice dice) {
        int count = plan.even() ? plan.fanOut() : dice.between(1, plan.fanOut());
        for (int i = 0; i < count; i++) {
            Node adSet = account.add(Kind.AD_SET, campaign.node().id());
            fill(adSet, campaign, i, count, dice);
            ads.make(campaign, adSet, i == 0, dice);
        }
    }

    private void fill(Node adSet, CampaignDraft campaign, int place, int count, Dice dice) {
        ObjectNode fields = adSet.fields();
        Span span = campaign.span();
        List<String> people = plan.voice().people();
        fields.put("campaign_id", campaign.node().id());
        fields.put("name", people.get((campaign.place() + place) % people.size()) + " · "
                + String.join(" ", plan.countries()));
        if (campaign.life() != Lifecycle.ARCHIVED && account.springSet()) {
            fields.put("name", AccountPlan.Spring.NAME + " · " + fields.path("name").asString(""));
        }
        boolean resting = campaign.life() == Lifecycle.SETS_PAUSED
                || place > 0 && campaign.anomaly() == null && dice.chance(0.2);
        fields.put("status", resting ? "PAUSED" : "ACTIVE");
        fields.put("created_time", Anchor.text(span.created(), plan.zone()));
        fields.put("updated_time", Anchor.text(span.updated(), plan.zone()));
        fields.put("start_time", Anchor.text(span.start(), plan.zone()));
        if (span.stop() != null) {
            fields.put("end_time", Anchor.text(span.stop(), plan.zone()));
        }
        if (resting) {
            Instant off = span.off() != null ? span.off() : restingSince(span, dice);
            History.note(adSet, "status", "ACTIVE", off);
            fields.put("updated_time", Anchor.text(off, plan.zone()));
        }
        if (campaign.single() && place > 0) {
            fields.put("status", "ARCHIVED");
        }
        budget(fields, campaign, campaign.single() ? 1 : count);
        bidding(fields, campaign, dice);
        campaign.aim().promote(fields, plan);
        targeting.fill(fields, campaign.place() + place, dice);
        attribution(fields);
        learning(fields, campaign, dice);
        if (campaign.life() == Lifecycle.ISSUES && span.off() != null) {
            issue(adSet, "AD_SET", span.off());
        }
    }

    private Instant restingSince(Span span, Dice dice) {
        Instant off = account.anchor().days(-dice.between(1, 25), dice.between(1, 20));
        return off.isAfter(span.start()) ? off : span.start();
    }

    private static void budget(ObjectNode fields, CampaignDraft campaign, int count) {
        String own = campaign.shared() ? "0" : Long.toString(Math.max(1, campaign.budget() / count));
        fields.put("daily_budget", own);
        fields.put("lifetime_budget", "0");
    }

    private void bidding(ObjectNode fields, CampaignDraft campaign, Dice dice) {
        boolean value = campaign.bid() == BidStrategy.LOWEST_COST_WITH_MIN_ROAS;
        fields.put("optimization_goal", value ? "VALUE" : campaign.aim().goal());
        fields.put("billing_event", "IMPRESSIONS");
        fields.put("destination_type", campaign.aim().destination());
        if (!campaign.shared()) {
            fields.put("bid_strategy", campaign.bid().name());
        }
        switch (campaign.bid()) {
            case COST_CAP, LOWEST_COST_WITH_BID_CAP -> fields.put("bid_amount",
                    plan.currency().roundBudget(dice.between(4.0, 45.0)));
            case LOWEST_COST_WITH_MIN_ROAS -> fields.putObject("bid_constraints").put("roas_average_floor",
                    1000 * dice.between(12, 32));
            case LOWEST_COST_WITHOUT_CAP -> fields.remove("bid_amount");
        }
        fields.putArray("pacing_type").add("standard");
    }

    private void attribution(ObjectNode fields) {
        var windows = fields.putArray("attribution_spec");
        windows.addObject().put("event_type", "CLICK_THROUGH").put("window_days", 7);
        windows.addObject().put("event_type", "VIEW_THROUGH").put("window_days", 1);
        if (plan.countries().stream().anyMatch(List.of("DE", "AT", "FR", "GR", "HU", "BG", "BE")::contains)) {
            fields.put("dsa_payor", plan.client().businessName());
            fields.put("dsa_beneficiary", plan.client().businessName());
        }
    }

    private void learning(ObjectNode fields, CampaignDraft campaign, Dice dice) {
        boolean learning = campaign.life() == Lifecycle.LEARNING;
        boolean failed = campaign.life() == Lifecycle.DELIVERING && dice.chance(0.08);
        long edited = learning
                ? campaign.span().start().getEpochSecond()
                : Math.min(account.anchor().now().getEpochSecond() - 20 * DAY,
                        campaign.span().created().getEpochSecond() + 40 * DAY);
        ObjectNode stage = fields.putObject("learning_stage_info");
        stage.put("status", learning ? "LEARNING" : failed ? "FAIL" : "SUCCESS");
        stage.put("conversions", learning ? dice.between(3, 31) : failed ? dice.between(8, 40) : 50);
        stage.put("last_sig_edit_ts", edited);
        stage.putArray("attribution_windows").add("1d_view").add("7d_click");
    }

    /// An issue that has kept this object from delivering since a moment.
    static void issue(Node node, String level, Instant since) {
        ObjectNode fields = node.fields();
        ObjectNode issue = fields.putArray("issues_info").addObject();
        issue.put("level", level).put("error_code", 2446394).put("error_type", "HARD_ERROR");
        issue.put("error_summary", "Detailed targeting exclusions are no longer available");
        issue.put("error_message",
                "This ad set uses detailed targeting exclusions, which were withdrawn. Remove them to deliver again.");
        fields.put("_blocked", "1");
        History.note(node, "_blocked", "", since);
    }
}
