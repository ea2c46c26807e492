package com.bizosaas.adsdesk.sandbox.graph;

import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import com.bizosaas.adsdesk.sandbox.model.World;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/// What the hierarchy and the review make of a status (graph-api chapter 04, "Statuses"). An object's own end (archived,
/// deleted) counts first, then its parents', then its own pause, then its parents' pause, then the review.
public final class Statuses {

    /// Stored on a new ad: until this unix second it is in review.
    public static final String REVIEW_UNTIL = "_review_until";

    private Statuses() {
    }

    public static String effective(World world, Node node) {
        String own = own(node);
        if (isOver(own)) {
            return own;
        }
        Node parent = parent(world, node);
        Node above = parent == null ? null : parent(world, parent);
        for (Node ancestor = above == null ? parent : above; ancestor != null; ancestor = ancestor == above
                ? parent
                : null) {
            if (isOver(own(ancestor))) {
                return own(ancestor);
            }
        }
        if (isInReview(node, world.clock().instant())) {
            return "PENDING_REVIEW";
        }
        if ("PAUSED".equals(own)) {
            return own;
        }
        if (isFilled(node, "ad_review_feedback")) {
            return "DISAPPROVED";
        }
        if (above != null && "PAUSED".equals(own(above))) {
            return "CAMPAIGN_PAUSED";
        }
        if (parent != null && "PAUSED".equals(own(parent))) {
            return parent.kind() == Kind.CAMPAIGN ? "CAMPAIGN_PAUSED" : "ADSET_PAUSED";
        }
        return isFilled(node, "issues_info") ? "WITH_ISSUES" : own;
    }

    public static boolean isOver(String status) {
        return "ARCHIVED".equals(status) || "DELETED".equals(status);
    }

    private static String own(Node node) {
        String status = node.text("status");
        return status.isEmpty() ? "ACTIVE" : status;
    }

    private static boolean isInReview(Node node, Instant now) {
        JsonNode until = node.fields().get(REVIEW_UNTIL);
        return until != null && now.getEpochSecond() < until.asLong();
    }

    private static boolean isFilled(Node node, String field) {
        JsonNode value = node.fields().get(field);
        return value != null && !value.isEmpty();
    }

    private static @org.jspecify.annotations.Nullable Node parent(World world, Node node) {
        String id = node.parentId();
        return id == null ? null : world.find(id).orElse(null);
    }
}
