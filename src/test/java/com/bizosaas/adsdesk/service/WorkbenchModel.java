package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.Conflict.Decision;
import com.bizosaas.adsdesk.draft.Conflict.Policy;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.PublishBatch;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.awaitility.Awaitility;

/// Random edits, changes from outside, publishes and undos against the sandbox over HTTP, and beside them a model that knows
/// what must come of them. Everything follows from the seed.
final class WorkbenchModel {

    private static final int OBJECTS = 12;
    private static final List<String> FIELDS = List.of(Fields.NAME, Fields.DAILY);

    /// A field of an object.
    private record Place(String object, String field) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int objects = object.compareTo(other.object);
            return objects == 0 ? field.compareTo(other.field) : objects;
        }
    }

    private record Mine(String base, String value, String theirs) {
    }

    private record Move(Place place, Mine before, Mine after) {
    }

    private record Published(String id, Map<Place, String> before, Map<Place, String> sent) {
    }

    private final SandboxDesk at;
    private final Workbench bench;
    private final TenantId tenant;
    private final AdAccountId account;
    private final Random random;
    private final Map<Place, String> remote = new TreeMap<>();
    private final Map<Place, Mine> drafts = new TreeMap<>();
    private final Deque<List<Move>> done = new ArrayDeque<>();
    private final Deque<List<Move>> undone = new ArrayDeque<>();
    private final List<Published> batches = new ArrayList<>();
    private final List<String> objects;
    private final StringBuilder story = new StringBuilder();
    private int number;

    WorkbenchModel(SandboxDesk at, long seed) throws Exception {
        this.at = at;
        this.bench = at.desk.workbench();
        this.tenant = at.connect("Nordlicht");
        this.account = at.account(tenant);
        this.random = new Random(seed);
        objects = at.synced(tenant, account).campaigns().stream()
                .filter(one -> one.budget() != null && one.budget().kind() == Budget.Kind.DAILY
                        && one.status().canSwitch())
                .limit(OBJECTS).map(Campaign::id).map(GraphId::value).toList();
        for (String object : objects) {
            for (String field : FIELDS) {
                remote.put(new Place(object, field), held(object, field));
            }
        }
    }

    int batches() {
        return batches.size();
    }

    private String held(String object, String field) throws Exception {
        return at.remote(new GraphId(object)).path(field).asString("");
    }

    private DraftKey key(String object) {
        return new DraftKey(account, Level.CAMPAIGN, object);
    }

    void run(int operations) throws Exception {
        try {
            for (int i = 0; i < operations; i++) {
                // Less than what would look like a computer that slept.
                at.clock.pass(Duration.ofMillis(20));
                step();
                compareBooks();
            }
            publish(Policy.KEEP_MINE);
            compareBooks();
            for (Map.Entry<Place, String> one : remote.entrySet()) {
                equal("Facebook's " + one.getKey(), one.getValue(), held(one.getKey().object, one.getKey().field));
            }
        } catch (Exception | AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + story, e);
        }
    }

    private void step() throws Exception {
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> edit();
            case 8, 9, 10 -> outside();
            case 11, 12 -> undo();
            case 13 -> redo();
            case 14 -> discard();
            case 15 -> decide();
            case 16 -> takeBack();
            default -> publish(Policy.values()[random.nextInt(3)]);
        }
    }

    private String object() {
        return objects.get(random.nextInt(objects.size()));
    }

    private String value(String field) {
        number++;
        return field.equals(Fields.NAME)
                ? "Name " + random.nextInt(4) + " of " + number % 7
                : Integer.toString(10_000 + 100 * random.nextInt(8));
    }

    private void edit() {
        String object = object();
        bench.drafts().read(tenant, key(object));
        observe(object);
        Map<String, String> values = new LinkedHashMap<>();
        FIELDS.forEach(field -> {
            if (random.nextBoolean()) {
                values.put(field, value(field));
            }
        });
        story.append("edit ").append(object).append(' ').append(values).append('\n');
        bench.drafts().edit(tenant, key(object), values);
        List<Move> moves = new ArrayList<>();
        values.forEach((field, value) -> {
            Place place = new Place(object, field);
            Mine before = drafts.get(place);
            Mine after = before == null
                    ? new Mine(remote.get(place), value, null)
                    : new Mine(before.base, value, before.theirs);
            if (after.theirs == null && after.base.equals(value)) {
                after = null;
            }
            if (!Objects.equals(before, after)) {
                moves.add(new Move(place, before, after));
            }
        });
        did(moves);
    }

    private void did(List<Move> moves) {
        if (!moves.isEmpty()) {
            moves.forEach(move -> put(move.place, move.after));
            done.addLast(new ArrayList<>(moves));
            undone.clear();
        }
    }

    private void put(Place place, Mine mine) {
        if (mine == null) {
            drafts.remove(place);
        } else {
            drafts.put(place, mine);
        }
    }

    private void observe(String object) {
        for (String field : FIELDS) {
            Place place = new Place(object, field);
            Mine mine = drafts.get(place);
            if (mine != null) {
                String now = remote.get(place);
                drafts.put(place, now.equals(mine.base)
                        ? new Mine(mine.base, mine.value, null)
                        : now.equals(mine.value)
                                ? new Mine(now, mine.value, null)
                                : new Mine(mine.base, mine.value, now));
            }
        }
    }

    private void outside() throws Exception {
        String object = object();
        String field = FIELDS.get(random.nextInt(2));
        String value = value(field);
        story.append("outside ").append(object).append(' ').append(field).append('=').append(value).append('\n');
        at.outside(new GraphId(object), "{\"" + field + "\":\"" + value + "\"}");
        remote.put(new Place(object, field), value);
    }

    private void undo() {
        story.append("undo\n");
        equal("undo", !done.isEmpty(), bench.drafts().undo(tenant));
        if (!done.isEmpty()) {
            List<Move> moves = done.removeLast();
            moves.reversed().forEach(move -> put(move.place, move.before));
            undone.addLast(moves);
        }
    }

    private void redo() {
        story.append("redo\n");
        equal("redo", !undone.isEmpty(), bench.drafts().redo(tenant));
        if (!undone.isEmpty()) {
            List<Move> moves = undone.removeLast();
            moves.forEach(move -> put(move.place, move.after));
            done.addLast(moves);
        }
    }

    private void discard() {
        String object = object();
        story.append("discard ").append(object).append('\n');
        bench.drafts().discard(tenant, List.of(key(object)));
        List<Move> moves = new ArrayList<>();
        FIELDS.stream().map(field -> new Place(object, field)).filter(drafts::containsKey)
                .forEach(place -> moves.add(new Move(place, drafts.get(place), null)));
        did(moves);
    }

    private void compare() {
        bench.drafts().compare(tenant);
        drafts.keySet().stream().map(Place::object).distinct().toList().forEach(this::observe);
    }

    private void decide() {
        compare();
        List<Place> open = drafts.entrySet().stream().filter(one -> one.getValue().theirs != null)
                .map(Map.Entry::getKey).toList();
        if (open.isEmpty()) {
            return;
        }
        Place place = open.get(random.nextInt(open.size()));
        Decision decision = random.nextBoolean() ? Decision.KEEP : Decision.TAKE;
        story.append(decision).append(' ').append(place).append('\n');
        bench.drafts().decide(tenant, key(place.object), place.field, decision);
        Mine mine = drafts.get(place);
        did(List.of(new Move(place, mine,
                decision == Decision.TAKE ? null : new Mine(mine.theirs, mine.value, null))));
    }

    private void publish(Policy policy) throws Exception {
        compare();
        List<String> rows = drafts.keySet().stream().map(Place::object).distinct()
                .filter(object -> policy != Policy.ASK || FIELDS.stream().map(field -> drafts.get(
                        new Place(object, field))).filter(Objects::nonNull).allMatch(mine -> mine.theirs == null))
                .toList();
        story.append("publish ").append(policy).append(' ').append(rows).append('\n');
        if (rows.isEmpty()) {
            return;
        }
        PublishBatch batch = over(bench.publishing().publish(tenant, null, policy, "").id());
        equal("all done of " + batch.rows(), true, batch.clean());
        Map<Place, String> before = new TreeMap<>();
        Map<Place, String> sent = new TreeMap<>();
        for (String object : rows) {
            for (String field : FIELDS) {
                Place place = new Place(object, field);
                Mine mine = drafts.remove(place);
                if (mine != null) {
                    boolean theirs = policy == Policy.TAKE_THEIRS && mine.theirs != null;
                    if (!theirs && !remote.get(place).equals(mine.value)) {
                        before.put(place, remote.get(place));
                        sent.put(place, mine.value);
                        remote.put(place, mine.value);
                    }
                    forget(place);
                }
            }
        }
        batches.add(new Published(batch.id(), before, sent));
    }

    /// What was published is not undone step by step any more.
    private void forget(Place place) {
        for (Deque<List<Move>> steps : List.of(done, undone)) {
            steps.forEach(moves -> moves.removeIf(move -> move.place.equals(place)));
            steps.removeIf(List::isEmpty);
        }
    }

    private void takeBack() {
        if (batches.isEmpty()) {
            return;
        }
        Published batch = batches.get(random.nextInt(batches.size()));
        story.append("take back ").append(batch).append('\n');
        bench.publishing().undo(tenant, batch.id);
        batch.sent.keySet().stream().map(Place::object).distinct().forEach(this::observe);
        List<Move> moves = new ArrayList<>();
        batch.sent.forEach((place, sent) -> {
            String now = remote.get(place);
            String wanted = batch.before.get(place);
            Mine old = drafts.get(place);
            Mine fresh = new Mine(sent, wanted, now.equals(sent) ? null : now);
            if (!now.equals(wanted) && !fresh.equals(old)) {
                moves.add(new Move(place, old, fresh));
            }
        });
        did(moves);
    }

    private PublishBatch over(String id) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(10))
                .until(() -> bench.publishing().batch(tenant, id).phase() == PublishBatch.Phase.OVER);
        return bench.publishing().batch(tenant, id);
    }

    private void compareBooks() {
        Map<Place, String> book = new TreeMap<>();
        for (Draft draft : bench.drafts().book(tenant).drafts()) {
            draft.cells().forEach((field, cell) -> book.put(new Place(draft.key().object(), field), cell.mine()));
        }
        Map<Place, String> wanted = new TreeMap<>();
        drafts.forEach((place, mine) -> wanted.put(place, mine.value));
        equal("drafts", wanted, book);
    }

    private static void equal(String what, Object wanted, Object got) {
        if (!Objects.equals(wanted, got)) {
            throw new AssertionError(what + ": wanted " + wanted + ", got " + got);
        }
    }
}
