package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.draft.BidFields;
import com.bizosaas.adsdesk.draft.Change;
import com.bizosaas.adsdesk.draft.Conflict.Decision;
import com.bizosaas.adsdesk.draft.Conflict.Policy;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Drift;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.PublishBatch;
import com.bizosaas.adsdesk.draft.PublishRow;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/// Random edits of three levels, new trees, deletions, changes from outside that are reverted or accepted, publishes, undos,
/// restarts and faults against
/// the sandbox over HTTP, and beside them a model that knows what must come of them. Everything follows from the seed.
final class WorkbenchModel {

    private static final String ACTION = Change.ACTION;
    private static final String GONE = "gone";
    private static final Duration PATIENT = Duration.ofSeconds(60);

    /// A field of an object, or its [#ACTION].
    private record Place(String object, String field) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int objects = object.compareTo(other.object);
            return objects == 0 ? field.compareTo(other.field) : objects;
        }
    }

    private record Mine(@Nullable String base, String value, @Nullable String theirs) {
    }

    private record Move(Place place, @Nullable Mine before, @Nullable Mine after) {
    }

    private record Published(String id, Map<Place, String> before, Map<Place, String> sent, List<String> made) {
    }

    private final SandboxDesk at;
    private Workbench bench;
    private final TenantId tenant;
    private final AdAccountId account;
    private final Random random;
    private final ModelFields fields;
    private final String creative;
    private final Map<Place, String> remote = new TreeMap<>();
    private final Map<Place, Mine> drafts = new TreeMap<>();
    /// What the desk wrote last.
    private final Map<Place, String> written = new TreeMap<>();
    /// New objects and existing ones by what they belong to, as far as the model made them.
    private final Map<String, String> above = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    /// What became of objects that nobody can change any more: their status at Facebook.
    private final Map<String, String> over = new TreeMap<>();
    private final Deque<List<Move>> done = new ArrayDeque<>();
    private final Deque<List<Move>> undone = new ArrayDeque<>();
    private final List<Published> batches = new ArrayList<>();
    private final List<String> objects;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final StringBuilder story = new StringBuilder();

    WorkbenchModel(SandboxDesk at, long seed) throws Exception {
        this.at = at;
        at.clock.leap();
        this.bench = at.desk.workbench();
        this.tenant = at.connect("Nordlicht");
        this.account = at.account(tenant);
        this.random = new Random(seed);
        AdStructure there = at.synced(tenant, account);
        fields = new ModelFields(at, account, random);
        creative = fields.creative(there);
        objects = new ArrayList<>(fields.begin(there));
        for (String object : objects) {
            know(object);
        }
    }

    private void know(String object) throws Exception {
        for (String field : fields.of(object)) {
            remote.put(new Place(object, field), fields.held(object, field));
        }
    }

    /// How often each kind of step was made.
    Map<String, Integer> counts() {
        return counts;
    }

    private DraftKey key(String object) {
        return new DraftKey(account, fields.level(object), object);
    }

    void run(int operations) throws Exception {
        try {
            for (int i = 0; i < operations; i++) {
                at.clock.pass(Duration.ofMillis(20));
                step();
                compareBooks();
            }
            publish(Policy.KEEP_MINE);
            compareBooks();
            for (Map.Entry<Place, String> one : remote.entrySet()) {
                Place place = one.getKey();
                if (!over.containsKey(place.object)) {
                    String held = fields.held(place.object, place.field);
                    equal("Facebook's " + place + " " + one.getValue() + " is " + held, true,
                            fields.same(place.object, place.field, one.getValue(), held));
                }
            }
            for (Map.Entry<String, String> one : over.entrySet()) {
                if (!one.getValue().equals(GONE)) {
                    equal("Status of " + one.getKey(), one.getValue(), fields.held(one.getKey(), Fields.STATUS));
                }
            }
        } catch (Exception | AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + story + "to undo: " + done + "\nto redo: " + undone, e);
        }
    }

    private void step() throws Exception {
        switch (random.nextInt(32)) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> edit();
            case 8, 9, 10, 11 -> outside();
            case 12, 13 -> undo();
            case 14, 15 -> redo();
            case 16 -> discard();
            case 17, 18 -> decide();
            case 19 -> takeBack();
            case 20, 21 -> create();
            case 22 -> remove();
            case 23 -> archive();
            case 24 -> restart();
            case 25 -> fault();
            case 26, 27, 28 -> drift();
            default -> publish(Policy.values()[random.nextInt(3)]);
        }
    }

    private void tell(String what, Object... more) {
        counts.merge(what, 1, Integer::sum);
        story.append(what);
        for (Object one : more) {
            story.append(' ').append(one);
        }
        story.append('\n');
    }

    private String any(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    private boolean isNew(String object) {
        return DraftKey.isNew(object);
    }

    /// Existing objects that are alive, and new ones that are drafted.
    private List<String> editable() {
        List<String> all = new ArrayList<>(objects.stream().filter(one -> !over.containsKey(one)).toList());
        drafts.keySet().stream().map(Place::object).filter(this::isNew).distinct().forEach(all::add);
        return all;
    }

    private void edit() {
        String object = any(editable());
        Map<String, String> values = fields.edit(object, isNew(object) ? List.of(Fields.NAME) : fields.of(object));
        if (!isNew(object)) {
            onceLetIn(() -> bench.drafts().read(tenant, key(object)));
            observe(object);
        }
        tell("edit", object, values);
        bench.drafts().edit(tenant, key(object), values);
        List<Move> moves = new ArrayList<>();
        Mine action = drafts.get(new Place(object, ACTION));
        if (action != null && action.value.equals("REMOVE")) {
            moves.add(new Move(new Place(object, ACTION), action, null));
        }
        values.forEach((field, value) -> {
            Place place = new Place(object, field);
            Mine before = drafts.get(place);
            Mine after = isNew(object)
                    ? new Mine("", value, null)
                    : before == null
                            ? new Mine(remote.get(place), value, null)
                            : new Mine(before.base, value, before.theirs);
            if (!isNew(object) && after.theirs == null && fields.same(object, field, after.base, value)) {
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

    private void put(Place place, @Nullable Mine mine) {
        if (mine == null) {
            drafts.remove(place);
        } else {
            drafts.put(place, mine);
        }
    }

    private void observe(String object) {
        for (String field : isNew(object) || over.containsKey(object) ? List.<String>of() : fields.of(object)) {
            Place place = new Place(object, field);
            Mine mine = drafts.get(place);
            if (mine != null) {
                String now = remote.get(place);
                drafts.put(place, fields.same(object, field, now, mine.base)
                        ? new Mine(mine.base, mine.value, null)
                        : fields.same(object, field, now, mine.value)
                                ? new Mine(now, mine.value, null)
                                : new Mine(mine.base, mine.value, now));
            }
        }
    }

    private void outside() throws Exception {
        // Often where somebody drafts: conflicts are what this is about.
        List<String> drafted = drafts.keySet().stream().map(Place::object).distinct().filter(objects::contains)
                .toList();
        String object = any(drafted.isEmpty() || random.nextInt(3) == 0 ? objects : drafted);
        if (over.containsKey(object)) {
            return;
        }
        outside(object, any(fields.outside(object)));
    }

    private void outside(String object, String field) throws Exception {
        String value = fields.value(object, field);
        if (field.equals(Fields.END) && value.isEmpty()) {
            return;
        }
        tell("outside", object, field, value);
        at.outside(new GraphId(object), "{\"" + field + "\":" + ModelFields.json(field, value) + "}");
        remote.put(new Place(object, field), value);
    }

    /// Somebody archives an ad: its drafts stay, and go nowhere.
    private void archive() throws Exception {
        List<String> ads = objects.stream().filter(one -> !over.containsKey(one) && fields.level(one) == Level.AD
                && !drafts.containsKey(new Place(one, ACTION))).toList();
        if (ads.size() > 3) {
            String ad = any(ads);
            tell("archived outside", ad);
            at.outside(new GraphId(ad), "{\"status\":\"ARCHIVED\"}");
            over.put(ad, "ARCHIVED");
        }
    }

    private void create() {
        List<DraftService.NewObject> tree = fields.tree(creative);
        List<DraftKey> keys = bench.drafts().create(tenant, account, "Tree", tree);
        tell("create", keys);
        List<Move> moves = new ArrayList<>();
        Map<String, String> refs = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            String object = keys.get(i).object();
            refs.put(tree.get(i).ref(), object);
            fields.add(object, keys.get(i).level());
            if (i > 0) {
                above.put(object, keys.get(i - 1).object());
            }
            moves.add(new Move(new Place(object, ACTION), null, new Mine(null, "ADD", null)));
            Map<String, String> values = new LinkedHashMap<>(tree.get(i).values());
            values.put(Fields.STATUS, "PAUSED");
            values.forEach((field, value) -> moves.add(new Move(new Place(object, field), null,
                    new Mine("", refs.getOrDefault(value, value), null))));
        }
        did(moves);
    }

    private void remove() {
        List<String> ads = objects.stream().filter(one -> !over.containsKey(one) && fields.level(one) == Level.AD)
                .toList();
        if (ads.size() > 3) {
            String ad = any(ads);
            tell("remove", ad);
            bench.drafts().remove(tenant, List.of(key(ad)));
            List<Move> moves = discarded(ad);
            moves.add(new Move(new Place(ad, ACTION), drafts.get(new Place(ad, ACTION)),
                    new Mine(null, "REMOVE", null)));
            did(moves.stream().filter(move -> !Objects.equals(move.before, move.after)).toList());
        }
    }

    private List<Move> discarded(String object) {
        List<Move> moves = new ArrayList<>();
        above.forEach((child, parent) -> {
            if (parent.equals(object) && isNew(object) && drafts.containsKey(new Place(child, ACTION))) {
                moves.addAll(discarded(child));
            }
        });
        drafts.forEach((place, mine) -> {
            if (place.object.equals(object) && !(place.field.equals(ACTION) && mine.value.equals("REMOVE"))) {
                moves.add(new Move(place, mine, null));
            }
        });
        return moves;
    }

    private void discard() {
        String object = any(editable());
        tell("discard", object);
        bench.drafts().discard(tenant, List.of(key(object)));
        List<Move> moves = discarded(object);
        Place action = new Place(object, ACTION);
        if (drafts.containsKey(action) && moves.stream().noneMatch(move -> move.place.equals(action))) {
            moves.add(new Move(action, drafts.get(action), null));
        }
        did(moves);
    }

    private void undo() {
        tell("undo");
        equal("undo", !done.isEmpty(), bench.drafts().undo(tenant));
        if (!done.isEmpty()) {
            List<Move> moves = done.removeLast();
            moves.reversed().forEach(move -> put(move.place, move.before));
            undone.addLast(moves);
        }
    }

    private void redo() {
        tell("redo");
        equal("redo", !undone.isEmpty(), bench.drafts().redo(tenant));
        if (!undone.isEmpty()) {
            List<Move> moves = undone.removeLast();
            moves.forEach(move -> put(move.place, move.after));
            done.addLast(moves);
        }
    }

    private void compare() {
        onceLetIn(() -> bench.drafts().compare(tenant));
        drafts.keySet().stream().map(Place::object).distinct().toList().forEach(this::observe);
    }

    /// Reads as an operator does whom a throttle of before still keeps out: again, when it is over.
    private void onceLetIn(Runnable reading) {
        for (int minutes = 0;; minutes++) {
            try {
                reading.run();
                return;
            } catch (DeskException e) {
                if (minutes == 10 || e.problem().kind() != Problem.Kind.RATE_LIMITED) {
                    throw e;
                }
                at.clock.pass(Duration.ofMinutes(1));
            }
        }
    }

    private void decide() {
        compare();
        List<Place> open = drafts.entrySet().stream().filter(one -> one.getValue().theirs != null)
                .map(Map.Entry::getKey).filter(one -> !over.containsKey(one.object)).toList();
        if (open.isEmpty()) {
            return;
        }
        Place place = open.get(random.nextInt(open.size()));
        Decision decision = random.nextBoolean() ? Decision.KEEP : Decision.TAKE;
        tell(decision.name(), place);
        bench.drafts().decide(tenant, key(place.object), place.field, decision);
        Mine mine = drafts.get(place);
        did(List.of(new Move(place, mine,
                decision == Decision.TAKE ? null : new Mine(mine.theirs, mine.value, null))));
    }

    private void restart() {
        tell("restart");
        at.reopen();
        bench = at.desk.workbench();
    }

    /// An answer of the next publication is lost after the write happened, or the account is throttled for a while.
    private void fault() throws Exception {
        if (random.nextBoolean()) {
            tell("an answer will be lost");
            at.control("faults", "kind", "lost-answer", "path", "", "method", "POST", "count", "1");
        } else {
            tell("throttled");
            at.control("throttle", "account", account.value(), "useCase", "ads_management", "minutes", "3");
        }
        publish(Policy.KEEP_MINE);
        at.control("reset");
    }

    private @Nullable String action(String object) {
        Mine action = drafts.get(new Place(object, ACTION));
        return action == null ? null : action.value;
    }

    private boolean goes(String object, Policy policy) {
        if (over.containsKey(object) || "ADD".equals(action(object)) && above.containsKey(object)
                && isOver(above.get(object))) {
            return false;
        }
        if (!"REMOVE".equals(action(object)) && clash(object)) {
            return false;
        }
        return policy != Policy.ASK || "REMOVE".equals(action(object)) || drafts.entrySet().stream()
                .noneMatch(one -> one.getKey().object.equals(object) && one.getValue().theirs != null);
    }

    /// Whether a drafted bid strategy and its amount do not go together.
    private boolean clash(String object) {
        if (ModelFields.BIDS.stream().noneMatch(field -> drafts.containsKey(new Place(object, field)))) {
            return false;
        }
        return ModelFields.clash(will(object, Fields.STRATEGY), will(object, Fields.BID));
    }

    /// The value that a field will have.
    private String will(String object, String field) {
        Place place = new Place(object, field);
        Mine mine = drafts.get(place);
        return mine == null ? remote.getOrDefault(place, "") : mine.value;
    }

    /// Whether a parent is dead, or was never made and is not drafted.
    private boolean isOver(String parent) {
        String now = ids.getOrDefault(parent, parent);
        return over.containsKey(now) || isNew(now) && !"ADD".equals(action(now))
                || above.containsKey(now) && isOver(above.get(now));
    }

    private void publish(Policy wanted) throws Exception {
        // Four changes of an ad set's budget an hour, and no more.
        at.clock.pass(Duration.ofMinutes(16));
        compare();
        // Theirs for a strategy and mine for its amount is no answer.
        boolean bids = drafts.entrySet().stream()
                .anyMatch(one -> ModelFields.BIDS.contains(one.getKey().field) && one.getValue().theirs != null);
        Policy policy = bids && wanted == Policy.TAKE_THEIRS ? Policy.KEEP_MINE : wanted;
        List<String> rows = drafts.keySet().stream().map(Place::object).distinct().filter(one -> goes(one, policy))
                .toList();
        tell("publish " + policy, rows);
        if (rows.isEmpty()) {
            return;
        }
        Set<String> dead = Set.copyOf(over.keySet());
        PublishBatch batch = over(bench.publishing().publish(tenant, null, policy, "").id());
        Published published = new Published(batch.id(), new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
        for (PublishRow row : batch.rows()) {
            String object = row.key().object();
            if (dead.contains(object)) {
                equal("not done for what is over: " + row, PublishRow.State.HELD, row.state());
                continue;
            }
            equal("published " + object, true, rows.contains(object));
            equal("done " + row, PublishRow.State.DONE, row.state());
            switch (row.action()) {
                case CHANGE -> changed(object, policy, published);
                case ADD -> made(object, Objects.requireNonNull(row.object()).value(), published);
                case REMOVE -> removed(object);
            }
        }
        equal("rows", rows.size(), (int) batch.rows().stream().filter(row -> row.state().tookEffect()).count());
        batches.add(published);
        compare();
    }

    private void changed(String object, Policy policy, Published published) {
        forget(new Place(object, ACTION));
        Map<String, String> sent = new TreeMap<>();
        for (String field : fields.of(object)) {
            Place place = new Place(object, field);
            Mine mine = drafts.remove(place);
            if (mine != null) {
                boolean theirs = policy == Policy.TAKE_THEIRS && mine.theirs != null;
                if (!theirs && !fields.same(object, field, remote.get(place), mine.value)) {
                    published.before.put(place, remote.get(place));
                    published.sent.put(place, mine.value);
                    remote.put(place, mine.value);
                    sent.put(field, mine.value);
                }
                forget(place);
            }
        }
        wrote(object, ModelFields.sent(sent));
    }

    private void wrote(String object, Map<String, String> sent) {
        Map<String, String> all = new TreeMap<>(sent);
        BidFields.along(sent).ifPresent(field -> all.put(field, remote.getOrDefault(new Place(object, field), "")));
        all.forEach((field, value) -> written.put(new Place(object, field), value));
        BidFields.replaced(all).forEach(field -> written.remove(new Place(object, field)));
    }

    /// What was changed from outside since it was written is taken as it is, or put back as a draft.
    private void drift() throws Exception {
        List<Place> ours = written.keySet().stream().filter(place -> !over.containsKey(place.object)
                && fields.outside(place.object).contains(place.field)).toList();
        if (!ours.isEmpty()) {
            Place one = ours.get(random.nextInt(ours.size()));
            outside(one.object, one.field);
        }
        poll();
        compare();
        List<Drift> found = bench.drift().drifts(tenant).stream()
                .filter(one -> objects.contains(one.key().object()) && !over.containsKey(one.key().object())
                        && fields.of(one.key().object()).contains(one.field().name()))
                .toList();
        Set<Place> seen = new TreeSet<>();
        for (Drift one : found) {
            Place place = new Place(one.key().object(), one.field().name());
            seen.add(place);
            equal("drift of " + place + " " + one, true, same(place, one.published(), written.get(place))
                    && (place.field.equals(Fields.TARGETING) || same(place, one.now(), remote.get(place))));
        }
        written.forEach((place, value) -> {
            if (!over.containsKey(place.object) && !place.field.equals(Fields.TARGETING)
                    && !same(place, value, remote.get(place))) {
                equal("drift of " + place + " is seen", true, seen.contains(place));
            }
        });
        List<Drift> some = found.stream().filter(_ -> random.nextBoolean()).toList();
        if (!some.isEmpty() && random.nextBoolean()) {
            tell("accept", some);
            bench.drift().accept(tenant, some);
            some.forEach(one -> written.put(new Place(one.key().object(), one.field().name()), one.now()));
            return;
        }
        List<Drift> back = some.stream().filter(one -> action(one.key().object()) == null
                && !drafts.containsKey(new Place(one.key().object(), one.field().name()))).toList();
        if (!back.isEmpty()) {
            tell("revert", back);
            bench.drift().revert(tenant, back);
            did(back.stream().map(one -> new Move(new Place(one.key().object(), one.field().name()), null,
                    new Mine(one.now(), one.published(), null))).toList());
        }
    }

    /// Reads the account as it is now. The first reading may be one that was under way already; then what it saw is older.
    private void poll() {
        for (int i = 0; i < 2; i++) {
            onceLetIn(() -> at.desk.sync().refreshAndWait(tenant, account, Topic.CAMPAIGNS, PATIENT));
        }
    }

    private boolean same(Place place, @Nullable String one, @Nullable String other) {
        return fields.same(place.object, place.field, one, other);
    }

    private void made(String object, String id, Published published) throws Exception {
        Level level = fields.level(object);
        fields.made(id, level, drafts.containsKey(new Place(object, Fields.LIFETIME)));
        Map<String, String> sent = new TreeMap<>();
        fields.of(id).forEach(field -> {
            Mine mine = drafts.get(new Place(object, field));
            if (mine != null) {
                sent.put(field, mine.value);
            }
        });
        wrote(id, sent);
        String name = drafts.get(new Place(object, Fields.NAME)).value;
        drafts.keySet().stream().filter(place -> place.object.equals(object)).toList().forEach(place -> {
            drafts.remove(place);
            forget(place);
        });
        ids.put(object, id);
        if (above.containsKey(object)) {
            above.put(id, ids.getOrDefault(above.get(object), above.get(object)));
        }
        objects.add(id);
        published.made.add(id);
        know(id);
        equal("name of what was made", name, remote.get(new Place(id, Fields.NAME)));
        equal("status of what was made", "PAUSED", remote.get(new Place(id, Fields.STATUS)));
    }

    private void removed(String object) {
        written.keySet().removeIf(place -> place.object.equals(object));
        drafts.keySet().removeIf(place -> place.object.equals(object));
        for (Deque<List<Move>> steps : List.of(done, undone)) {
            steps.forEach(moves -> moves.removeIf(move -> move.place.object.equals(object)));
            steps.removeIf(List::isEmpty);
        }
        over.put(object, "DELETED");
        above.forEach((child, parent) -> {
            if (ids.getOrDefault(parent, parent).equals(object) && !isNew(child)) {
                over.putIfAbsent(child, GONE);
            }
        });
    }

    /// What was published is not undone step by step any more.
    private void forget(Place place) {
        for (Deque<List<Move>> steps : List.of(done, undone)) {
            steps.forEach(moves -> moves.removeIf(move -> move.place.equals(place)));
            steps.removeIf(List::isEmpty);
        }
    }

    private void takeBack() throws Exception {
        if (batches.isEmpty()) {
            return;
        }
        Published batch = batches.get(random.nextInt(batches.size()));
        tell("take back", batch);
        bench.publishing().undo(tenant, batch.id);
        List<Move> moves = new ArrayList<>();
        Stream.concat(batch.made.stream(), batch.sent.keySet().stream().map(Place::object)).distinct()
                .forEach(this::observe);
        for (String object : batch.made) {
            if (!over.containsKey(object)) {
                moves.addAll(discarded(object));
                Place action = new Place(object, ACTION);
                if (!drafts.containsKey(action)) {
                    moves.add(new Move(action, null, new Mine(null, "REMOVE", null)));
                }
            }
        }
        batch.sent.forEach((place, sent) -> {
            if (over.containsKey(place.object)) {
                return;
            }
            String now = remote.get(place);
            String wanted = batch.before.get(place);
            Mine old = drafts.get(place);
            Mine fresh = new Mine(sent, wanted, fields.same(place.object, place.field, now, sent) ? null : now);
            if (!fields.same(place.object, place.field, now, wanted) && !fresh.equals(old)) {
                moves.add(new Move(place, old, fresh));
            }
        });
        did(moves);
        if (batch.made.stream().anyMatch(one -> !over.containsKey(one))) {
            // Parts of a tree that is gone are another story than this model tells.
            publish(Policy.KEEP_MINE);
        }
    }

    private PublishBatch over(String id) {
        Awaitility.await().atMost(PATIENT).pollInterval(Duration.ofMillis(10)).until(() -> {
            PublishBatch now = bench.publishing().batch(tenant, id);
            if (now.count(PublishRow.State.UNKNOWN) > 0) {
                at.clock.pass(Duration.ofSeconds(5));
                at.desk.journal().look(tenant);
            }
            return now.phase() == PublishBatch.Phase.OVER;
        });
        return bench.publishing().batch(tenant, id);
    }

    private void compareBooks() {
        Map<Place, String> book = new TreeMap<>();
        for (Draft draft : bench.drafts().book(tenant).drafts()) {
            draft.cells().forEach((field, cell) -> book.put(new Place(draft.key().object(), field),
                    ModelFields.canonical(field, cell.mine())));
            if (draft.action() != Draft.Action.CHANGE) {
                book.put(new Place(draft.key().object(), ACTION), draft.action().name());
            }
        }
        Map<Place, String> wanted = new TreeMap<>();
        drafts.forEach((place, mine) -> wanted.put(place, ModelFields.canonical(place.field, mine.value)));
        equal("drafts", wanted, book);
    }

    private static void equal(String what, Object wanted, Object got) {
        if (!Objects.equals(wanted, got)) {
            throw new AssertionError(what + ": wanted " + wanted + ", got " + got);
        }
    }
}
