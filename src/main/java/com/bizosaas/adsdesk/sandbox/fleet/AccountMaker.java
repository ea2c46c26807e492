package com.bizosaas.adsdesk.sandbox.fleet;

import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes the content of one ad account, parents before children.
final class AccountMaker {

    private static final double CREATIVES_PER_CAMPAIGN = 0.8;

    private final long seed;
    private final Anchor anchor;
    private final AccountPlan plan;
    private final List<Node> nodes = new ArrayList<>();
    private @Nullable Node spring;
    private int springAds;
    private int springSets;
    private final int[] serials = new int[Kind.values().length];

    AccountMaker(long seed, Anchor anchor, AccountPlan plan) {
        this.seed = seed;
        this.anchor = anchor;
        this.plan = plan;
    }

    /// The creative of the spring's next ad, null where no more is planted.
    @Nullable
    Node springCreative() {
        return springAds++ < plan.spring().ads() ? spring : null;
    }

    /// Whether the next ad set is one of the spring's.
    boolean springSet() {
        return springSets++ < plan.spring().adSets();
    }

    List<Node> make() {
        int creatives = Math.max(8, (int) Math.round(plan.campaigns() * CREATIVES_PER_CAMPAIGN));
        CreativeMaker maker = new CreativeMaker(this, dice(3));
        List<Node> shelf = maker.make(creatives);
        spring = plan.spring().ads() > 0 ? maker.spring() : null;
        List<Node> audiences = new AudienceMaker(this, dice(4)).make();
        new CampaignMaker(this, shelf, audiences).make();
        return nodes;
    }

    AccountPlan plan() {
        return plan;
    }

    Anchor anchor() {
        return anchor;
    }

    /// A stream of chance of its own for one purpose, so that a change of one maker leaves the others alone.
    Dice dice(long purpose) {
        return Dice.of(seed, plan.index(), purpose);
    }

    Dice dice(long purpose, long item) {
        return Dice.of(seed, plan.index(), purpose, item);
    }

    /// Adds an object whose id is made from its kind and the order of making.
    Node add(Kind kind, @Nullable String parentId) {
        return add(kind, Ids.of(kind, plan.index(), serials[kind.ordinal()]++), parentId);
    }

    Node add(Kind kind, String id, @Nullable String parentId) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.put("account_id", plan.number());
        Node node = new Node(kind, id, plan.id(), parentId, fields);
        nodes.add(node);
        return node;
    }
}
