package com.bizosaas.adsdesk.sandbox.graph;

import com.bizosaas.adsdesk.sandbox.login.Caller;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import com.bizosaas.adsdesk.sandbox.model.World;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Which business owns what, and which agency it is shared with.
public final class Businesses {

    private Businesses() {
    }

    /// Id of the business that owns an account, a page or a pixel; empty where none does.
    public static String owner(Node asset) {
        for (String field : List.of("business", "owner_business")) {
            JsonNode owner = asset.fields().get(field);
            if (owner != null) {
                return owner.path("id").asString("");
            }
        }
        return "";
    }

    /// Accounts that this business owns, as far as the caller reaches them.
    public static List<Node> owned(World world, Caller caller, String businessId) {
        return world.roots(Kind.AD_ACCOUNT).stream().filter(account -> caller.reaches(account.id()) && owner(account)
                .equals(businessId)).toList();
    }

    /// Accounts shared with this business by their owners, as far as the caller reaches them.
    public static List<Node> shared(World world, Caller caller, String businessId) {
        return world.roots(Kind.AD_ACCOUNT).stream().filter(account -> caller.reaches(account.id()) && isSharedWith(
                account, businessId)).toList();
    }

    /// Businesses with at least one account that the caller reaches.
    public static List<Node> of(World world, Caller caller) {
        return world.roots(Kind.BUSINESS).stream().filter(business -> isMember(world, caller, business)).toList();
    }

    static boolean isMember(World world, Caller caller, Node business) {
        return world.roots(Kind.AD_ACCOUNT).stream().anyMatch(account -> caller.reaches(account.id()) && (owner(account)
                .equals(business.id()) || isSharedWith(account, business.id())));
    }

    /// Whether the caller reaches an account of the business that owns this page or pixel.
    static boolean ownsWithAccount(World world, Caller caller, Node asset) {
        String business = owner(asset);
        return !business.isEmpty() && !owned(world, caller, business).isEmpty();
    }

    private static boolean isSharedWith(Node account, String businessId) {
        JsonNode agencies = account.fields().get("_agencies");
        return agencies != null && agencies.valueStream().anyMatch(id -> id.asString().equals(businessId));
    }
}
