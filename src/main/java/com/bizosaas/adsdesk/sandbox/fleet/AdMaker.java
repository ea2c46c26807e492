package com.bizosaas.adsdesk.sandbox.fleet;

import com.bizosaas.adsdesk.sandbox.model.History;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Makes an ad set's ads.
///
/// Private fields: `_review` is `DISAPPROVED` where the review took the ad down; `_review_until` is the unix second until
/// which a new ad waits for it.
final class AdMaker {

    private final AccountMaker account;
    private final AccountPlan plan;
    private final List<Node> creatives;

    AdMaker(AccountMaker account, List<Node> creatives) {
        this.account = account;
        this.plan = account.plan();
        this.creatives = creatives;
    }

    /// @param first whether this is the campaign's first ad set, where a planted refusal goes
    void make(CampaignDraft campaign, Node adSet, boolean first, Dice dice) {
        int count = plan.even() ? plan.adFanOut() : dice.between(1, plan.adFanOut());
        int shelf = dice.below(creatives.size());
        for (int i = 0; i < count; i++) {
            Node sale = campaign.life() == Lifecycle.ARCHIVED ? null : account.springCreative();
            Node creative = sale == null ? creatives.get((shelf + i) % creatives.size()) : sale;
            Node ad = account.add(Kind.AD, adSet.id());
            fill(ad, campaign, adSet, creative, dice, i);
            if (campaign.life() == Lifecycle.IN_REVIEW) {
                ad.fields().put("_review_until", account.anchor().now().plus(Duration.ofHours(20)).getEpochSecond());
            } else if (first && i == 0 && campaign.anomaly() == Anomaly.DISAPPROVED) {
                refuse(ad);
            }
        }
    }

    private void fill(Node ad, CampaignDraft campaign, Node adSet, Node creative, Dice dice, int place) {
        ObjectNode fields = ad.fields();
        Span span = campaign.span();
        boolean resting = place > 0 && dice.chance(0.18);
        fields.put("campaign_id", campaign.node().id()).put("adset_id", adSet.id());
        fields.put("name", prefix(creative) + creative.text("name"));
        fields.put("status", resting ? "PAUSED" : "ACTIVE");
        fields.putObject("creative").put("id", creative.id());
        fields.put("created_time", Anchor.text(span.created(), plan.zone()));
        fields.put("updated_time", Anchor.text(span.updated(), plan.zone()));
        fields.put("conversion_domain", plan.client().site());
        if (campaign.aim().sells()) {
            ObjectNode tracking = fields.putArray("tracking_specs").addObject();
            tracking.putArray("action.type").add("offsite_conversion");
            tracking.putArray("fb_pixel").add(plan.pixelId());
        }
        if (resting) {
            Instant off = account.anchor().days(-dice.between(1, 40), dice.between(1, 20));
            Instant since = off.isAfter(span.start()) ? off : span.start();
            History.note(ad, "status", "ACTIVE", since);
            fields.put("updated_time", Anchor.text(since, plan.zone()));
        }
    }

    private static String prefix(Node creative) {
        if (creative.fields().has("video_id")) {
            return "Video — ";
        }
        return creative.fields().path("object_story_spec").path("link_data").has("child_attachments")
                ? "Carousel — "
                : "Image — ";
    }

    /// The review took the ad down the day before yesterday.
    private void refuse(Node ad) {
        ObjectNode fields = ad.fields();
        fields.put("_review", "DISAPPROVED");
        History.note(ad, "_review", "", account.anchor().now().minus(Duration.ofHours(40)));
        fields.putObject("ad_review_feedback").putObject("global").put("Misleading claims",
                "Ads must not promise results that the product cannot be shown to give.");
        ObjectNode issue = fields.putArray("issues_info").addObject();
        issue.put("level", "AD").put("error_code", 1815869).put("error_type", "HARD_ERROR");
        issue.put("error_summary", "Ad rejected");
        issue.put("error_message", "The ad was rejected because it goes against the advertising standards.");
    }
}
