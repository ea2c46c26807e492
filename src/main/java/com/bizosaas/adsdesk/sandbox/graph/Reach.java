package com.bizosaas.adsdesk.sandbox.graph;

import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.login.Caller;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import com.bizosaas.adsdesk.sandbox.model.World;
import java.util.Locale;

/// Finds the object a path names, if this caller may know of it: a token sees its own accounts and what belongs to them,
/// and everything else looks as if it did not exist.
public final class Reach {

    private final World world;

    Reach(World world) {
        this.world = world;
    }

    /// @throws GraphError 100/33 where there is no such object for this caller
    Node node(GraphRequest request, Caller caller) {
        String id = request.first();
        if ("me".equals(id) || id.equals(caller.operator().userId())) {
            return self(world, caller);
        }
        return world.find(id).filter(node -> reaches(world, caller, node)).orElseThrow(() -> GraphError.notFound(id,
                request.method().toLowerCase(Locale.ROOT)));
    }

    private static Node self(World world, Caller caller) {
        String id = caller.operator().userId();
        return world.find(id).orElseGet(() -> new Node(Kind.USER, id, id, null, Json.object().put("name", caller
                .operator().name())));
    }

    public static boolean reaches(World world, Caller caller, Node node) {
        return switch (node.kind()) {
            case USER -> false;
            case BUSINESS -> Businesses.isMember(world, caller, node);
            case PAGE, PIXEL -> caller.reaches(node.accountId()) || Businesses.ownsWithAccount(world, caller, node);
            default -> caller.reaches(node.accountId());
        };
    }
}
