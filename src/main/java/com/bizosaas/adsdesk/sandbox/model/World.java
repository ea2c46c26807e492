package com.bizosaas.adsdesk.sandbox.model;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/// Everything that exists in one sandbox. An account's content is asked of the [Fleet] when it is first touched, so a
/// fleet of hundreds of thousands of ads starts at once.
///
/// Thread rule: hold [#lock()] around every call and every use of the nodes it returns.
public final class World {

    private final Fleet fleet;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Map<Kind, List<Node>>> children = new LinkedHashMap<>();
    private final Set<String> loaded = new HashSet<>();

    public World(Fleet fleet, InstantSource clock) {
        this.fleet = fleet;
        this.clock = clock;
        fleet.roots().forEach(this::add);
    }

    public Fleet fleet() {
        return fleet;
    }

    /// The sandbox's clock, which a test may shift.
    public InstantSource clock() {
        return clock;
    }

    public ReentrantLock lock() {
        return lock;
    }

    public Optional<Node> find(String id) {
        Node known = nodes.get(id);
        if (known == null) {
            fleet.accountOf(id).ifPresent(this::load);
            known = nodes.get(id);
        }
        return Optional.ofNullable(known);
    }

    /// Children of one kind in the order in which they were made. The owner is an account, a campaign or an ad set: an
    /// ad is listed under all three.
    public List<Node> children(String ownerId, Kind kind) {
        find(ownerId).ifPresent(owner -> load(owner.accountId()));
        Map<Kind, List<Node>> kinds = children.get(ownerId);
        return kinds == null ? List.of() : List.copyOf(kinds.getOrDefault(kind, List.of()));
    }

    public Node add(Node node) {
        if (nodes.putIfAbsent(node.id(), node) != null) {
            throw new IllegalStateException("id twice: " + node.id());
        }
        if (!node.accountId().equals(node.id())) {
            index(node.accountId(), node);
        }
        String parent = node.parentId();
        while (parent != null && !parent.equals(node.accountId())) {
            index(parent, node);
            Node above = nodes.get(parent);
            parent = above == null ? null : above.parentId();
        }
        return node;
    }

    private void index(String ownerId, Node node) {
        children.computeIfAbsent(ownerId, _ -> new EnumMap<>(Kind.class))
                .computeIfAbsent(node.kind(), _ -> new ArrayList<>()).add(node);
    }

    private void load(String accountId) {
        Node account = nodes.get(accountId);
        if (account != null && account.kind() == Kind.AD_ACCOUNT && loaded.add(accountId)) {
            fleet.content(accountId).forEach(this::add);
        }
    }
}
