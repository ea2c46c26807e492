package com.bizosaas.adsdesk.sandbox.model;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One object of the graph: its id, its place in the tree, and its stored fields in the Graph API's own shapes (ids and
/// minor-unit money as strings, times as ISO text). Derived fields such as `effective_status` are not stored.
///
/// Not thread-safe: read and change it while holding the lock of the [World] it belongs to.
public final class Node {

    private final Kind kind;
    private final String id;
    private final String accountId;
    private final @Nullable String parentId;
    private final ObjectNode fields;

    /// @param accountId the owning ad account with its `act_` prefix, or the node's own id for objects above accounts
    /// @param parentId campaign of an ad set, ad set of an ad; null for everything that hangs on its account alone
    public Node(Kind kind, String id, String accountId, @Nullable String parentId, ObjectNode fields) {
        this.kind = kind;
        this.id = id;
        this.accountId = accountId;
        this.parentId = parentId;
        this.fields = fields;
    }

    public Kind kind() {
        return kind;
    }

    public String id() {
        return id;
    }

    public String accountId() {
        return accountId;
    }

    public @Nullable String parentId() {
        return parentId;
    }

    public ObjectNode fields() {
        return fields;
    }

    /// The text of a stored field, or the empty text where it is absent.
    public String text(String field) {
        JsonNode value = fields.get(field);
        return value == null || value.isNull() ? "" : value.asString();
    }
}
