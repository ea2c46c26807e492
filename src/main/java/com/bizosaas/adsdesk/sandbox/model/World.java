package com.bizosaas.adsdesk.sandbox.model;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/// Everything that exists in one sandbox. An account's content is asked of the [Fleet] when it is first touched, so a
/// fleet of hundreds of thousands of ads starts at once. What was written since is kept apart as [WorldChanges], so that
/// a saved state is as large as the changes and not as the fleet.
///
/// Thread rule: hold [#lock()] around every call and every use of the nodes it returns.
public final class World {

    private final Fleet fleet;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Map<Kind, List<Node>>> children = new LinkedHashMap<>();
    private final Map<Kind, List<Node>> roots = new EnumMap<>(Kind.class);
    private final Set<String> loaded = new HashSet<>();
    private final Set<String> touched = new LinkedHashSet<>();
    private final Map<String, String> removed = new LinkedHashMap<>();
    /// Restored changes by account id, until the account is loaded.
    private final Map<String, List<Node>> pending = new LinkedHashMap<>();
    private final Map<String, String> pendingAccounts = new LinkedHashMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private long version;
    private long serial;

    public World(Fleet fleet, InstantSource clock) {
        this(fleet, clock, WorldChanges.NONE);
    }

    /// @param changes what an earlier run of the same fleet and seed had written
    public World(Fleet fleet, InstantSource clock, WorldChanges changes) {
        this.fleet = fleet;
        this.clock = clock;
        removed.putAll(changes.removed());
        serial = changes.serial();
        fleet.roots().forEach(root -> roots.computeIfAbsent(add(root).kind(), _ -> new ArrayList<>()).add(root));
        for (Node saved : changes.nodes()) {
            if (saved.id().equals(saved.accountId())) {
                apply(saved);
            } else {
                pending.computeIfAbsent(saved.accountId(), _ -> new ArrayList<>()).add(saved);
                pendingAccounts.put(saved.id(), saved.accountId());
            }
        }
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

    /// Grows with every change, so that derived results can be kept until the next one.
    public long version() {
        return version;
    }

    /// Grows with every change in an account.
    public long version(String accountId) {
        return versions.getOrDefault(accountId, 0L);
    }

    public Optional<Node> find(String id) {
        Node known = nodes.get(id);
        if (known == null) {
            Optional.ofNullable(pendingAccounts.get(id)).or(() -> fleet.accountOf(id)).ifPresent(this::load);
            known = nodes.get(id);
        }
        return Optional.ofNullable(known);
    }

    /// Children of one kind in the order in which they were made, as a live view. The owner is an account, a campaign or
    /// an ad set: an ad is listed under all three.
    public List<Node> children(String ownerId, Kind kind) {
        find(ownerId).ifPresent(owner -> load(owner.accountId()));
        Map<Kind, List<Node>> kinds = children.get(ownerId);
        return kinds == null ? List.of() : Collections.unmodifiableList(kinds.getOrDefault(kind, List.of()));
    }

    /// Objects above accounts (users, businesses, accounts, pages, pixels) of one kind.
    public List<Node> roots(Kind kind) {
        return roots.getOrDefault(kind, List.of());
    }

    public Node add(Node node) {
        if (nodes.putIfAbsent(node.id(), node) != null) {
            throw new IllegalStateException("id twice: " + node.id());
        }
        owners(node).forEach(owner -> children.computeIfAbsent(owner, _ -> new EnumMap<>(Kind.class))
                .computeIfAbsent(node.kind(), _ -> new ArrayList<>()).add(node));
        return node;
    }

    /// An id for a new object, in a range that no fleet uses.
    public String newId() {
        serial++;
        return "12093" + "0".repeat(13 - Long.toString(serial).length()) + serial;
    }

    /// Adds an object that somebody made, which must outlive this run.
    public Node create(Node node) {
        load(node.accountId());
        add(node);
        touch(node);
        return node;
    }

    /// Says that a node's fields were changed. Field values themselves are replaced, never changed in place: an answer
    /// that is still being written may share them.
    public void touch(Node node) {
        if (node.kind() != Kind.REPORT_RUN) {
            moved(node);
        }
        touched.add(node.id());
        removed.remove(node.id());
    }

    /// Takes an object out of every list for good.
    public void remove(Node node) {
        moved(node);
        forget(node);
        touched.remove(node.id());
        removed.put(node.id(), node.accountId());
    }

    /// Everything written since the fleet was made, for saving.
    public WorldChanges changes() {
        List<Node> all = new ArrayList<>();
        touched.forEach(id -> all.add(nodes.get(id)));
        pending.values().forEach(all::addAll);
        return new WorldChanges(serial, all, removed);
    }

    private void moved(Node node) {
        version++;
        versions.merge(node.accountId(), 1L, Long::sum);
    }

    private void forget(Node node) {
        nodes.remove(node.id());
        for (String owner : owners(node)) {
            Map<Kind, List<Node>> kinds = children.get(owner);
            if (kinds != null && kinds.containsKey(node.kind())) {
                kinds.get(node.kind()).remove(node);
            }
        }
    }

    private Set<String> owners(Node node) {
        Set<String> owners = new LinkedHashSet<>();
        if (!node.accountId().equals(node.id())) {
            owners.add(node.accountId());
        }
        String parent = node.parentId();
        while (parent != null && !parent.equals(node.accountId())) {
            owners.add(parent);
            Node above = nodes.get(parent);
            parent = above == null ? null : above.parentId();
        }
        return owners;
    }

    private void load(String accountId) {
        Node account = nodes.get(accountId);
        if (account != null && account.kind() == Kind.AD_ACCOUNT && loaded.add(accountId)) {
            fleet.content(accountId).stream().filter(node -> !removed.containsKey(node.id())).forEach(this::add);
            List<Node> saved = pending.remove(accountId);
            if (saved != null) {
                saved.forEach(this::apply);
            }
        }
    }

    private void apply(Node saved) {
        Node known = nodes.get(saved.id());
        if (known == null) {
            add(saved);
        } else {
            known.fields().removeAll();
            known.fields().setAll(saved.fields());
        }
        touched.add(saved.id());
    }
}
