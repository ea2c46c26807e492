package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.Draft.Action;
import com.bizosaas.adsdesk.draft.Proposal.Fresh;
import com.bizosaas.adsdesk.draft.Proposal.Standing;
import com.bizosaas.adsdesk.draft.Proposal.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Rows of a sheet that may be new objects: finds their parents, tells apart what is there or drafted already, so that a
/// sheet that is read twice makes nothing twice, and holds the rest against the local rules. One sheet each.
final class FreshRows {

    /// What keeps a row from being read.
    ///
    /// @param column as it stands in the sheet
    record Wrong(String column, String reason) {
    }

    /// One row.
    ///
    /// @param ref by which other rows of the sheet name it as their parent, empty for none
    /// @param parent id, reference or name of its campaign or ad set; empty for a campaign
    /// @param above the same of an ad's campaign, empty where it is not said
    /// @param parentColumn that names the parent, for a reason
    /// @param values without the parent, in the API's own shape
    /// @param marked whether the sheet says that it is new; otherwise a name that is there means what is there
    /// @param again what the row proposes for an object that is there or drafted already
    record Row(int line, Level level, String ref, String name, String parent, String above, String parentColumn,
            Map<String, String> values, List<Wrong> wrongs, List<String> notes, boolean marked,
            Function<DraftKey, List<Proposal>> again) {
    }

    /// Facebook's own limits (graph-api chapter 04).
    private static final Map<Level, Integer> MOST_BELOW = Map.of(Level.AD_SET, 200, Level.AD, 50);
    /// Above every number that a draft of a desk has.
    private static final long FIRST = 1_000_000_000_000L;

    private final SheetImport.Desk desk;
    private final Projection projection;
    private final List<Row> rows = new ArrayList<>();
    private final Map<Level, Map<String, List<String>>> names = new HashMap<>();
    private final Map<Level, Map<String, String>> refs = new HashMap<>();
    private final Map<Level, Map<String, Integer>> broken = new HashMap<>();
    private final Map<List<Object>, Integer> lines = new HashMap<>();
    private final Map<String, Integer> below = new HashMap<>();
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private long next = FIRST;

    FreshRows(SheetImport.Desk desk) {
        this.desk = desk;
        this.projection = desk.projection();
    }

    void add(Row row) {
        rows.add(row);
    }

    /// What there is under a name; archived and deleted objects are not.
    List<String> named(Level level, String name) {
        return names.computeIfAbsent(level, projection::names).getOrDefault(name, List.of());
    }

    List<Proposal> proposals() {
        List<Proposal> proposals = new ArrayList<>();
        Map<Row, Proposal> fresh = new LinkedHashMap<>();
        for (Level level : List.of(Level.CAMPAIGN, Level.AD_SET, Level.AD, Level.AUDIENCE)) {
            rows.stream().filter(row -> row.level == level).forEach(row -> proposals.addAll(of(row, fresh)));
        }
        if (fresh.isEmpty()) {
            return proposals;
        }
        List<Draft> all = new ArrayList<>(projection.drafts());
        all.addAll(drafts.values());
        Projection with = projection.with(all);
        Checks checks = new Checks(with, desk.rules(), _ -> List.of(), desk.now());
        fresh.forEach((row, proposal) -> proposals.add(checked(row, proposal, with, checks)));
        return proposals;
    }

    private List<Proposal> of(Row row, Map<Row, Proposal> fresh) {
        List<Wrong> wrongs = new ArrayList<>(row.wrongs);
        String parent = "";
        try {
            parent = parent(row);
        } catch (IllegalArgumentException e) {
            wrongs.add(new Wrong(row.parentColumn, String.valueOf(e.getMessage())));
        }
        if (row.name.isEmpty()) {
            wrongs.add(new Wrong("Name", "A new object needs a name"));
        }
        Integer twin = wrongs.isEmpty() ? lines.putIfAbsent(List.of(row.level, row.name, parent), row.line) : null;
        if (twin != null) {
            wrongs.add(new Wrong("Name", "Line " + twin + " has the same " + ObjectSheet.words(row.level)
                    + " already. Give it another name, or take one of them out"));
        }
        if (!wrongs.isEmpty()) {
            broken(row);
            return List.of(unreadable(row, wrongs));
        }
        String there = there(row, parent);
        boolean drafted = DraftKey.isNew(there);
        if (!there.isEmpty() && (drafted || !row.marked)) {
            refs.computeIfAbsent(row.level, _ -> new HashMap<>()).put(row.ref, there);
            DraftKey key = new DraftKey(projection.account().id(), row.level, there);
            List<Proposal> changes = row.again.apply(key);
            return changes.isEmpty() ? List.of(known(row, key, drafted)) : changes;
        }
        if (full(row, parent)) {
            broken(row);
            return List.of(unreadable(row, List.of(new Wrong(row.parentColumn, "Its "
                    + ObjectSheet.words(row.level == Level.AD ? Level.AD_SET : Level.CAMPAIGN)
                    + " would have more than "
                    + MOST_BELOW.get(row.level) + ", which Facebook does not allow. Put it into another one"))));
        }
        fresh.put(row, fresh(row, parent, there));
        return List.of();
    }

    /// What is there already under this name in this place: an own draft, or what Facebook has; empty for nothing.
    private String there(Row row, String parent) {
        List<String> same = named(row.level, row.name).stream()
                .filter(object -> !drafts.containsKey(object) && (row.level == Level.CAMPAIGN
                        || row.level == Level.AUDIENCE || projection.parent(row.level, object).equals(parent)))
                .toList();
        return same.stream().filter(DraftKey::isNew).findFirst().orElse(same.isEmpty() ? "" : same.getFirst());
    }

    private boolean full(Row row, String parent) {
        Integer most = MOST_BELOW.get(row.level);
        int count = below.merge(parent, 1, Integer::sum);
        int before = row.level == Level.AD_SET
                ? projection.adSets(parent).size()
                : row.level == Level.AD ? projection.ads(parent).size() : 0;
        return most != null && count + before > most;
    }

    private void broken(Row row) {
        Map<String, Integer> known = broken.computeIfAbsent(row.level, _ -> new HashMap<>());
        known.put(row.ref, row.line);
        known.put(row.name, row.line);
    }

    private Proposal fresh(Row row, String parent, String there) {
        DraftKey key = DraftKey.fresh(projection.account().id(), row.level, next++);
        Map<String, String> values = new LinkedHashMap<>(row.values);
        values.put(Fields.NAME, row.name);
        if (row.level != Level.AUDIENCE) {
            values.putIfAbsent(Fields.STATUS, "PAUSED");
        }
        if (!parent.isEmpty()) {
            values.put(row.level == Level.AD ? Fields.AD_SET : Fields.CAMPAIGN, parent);
        }
        Map<String, Cell> cells = new LinkedHashMap<>();
        values.forEach((field, value) -> {
            if (!value.isEmpty()) {
                cells.put(field, Cell.of("", value));
            }
        });
        drafts.put(key.object(), new Draft(key, row.name, Action.ADD, cells, desk.now(), ""));
        refs.computeIfAbsent(row.level, _ -> new HashMap<>()).put(row.ref, key.object());
        boolean exists = !there.isEmpty();
        if (!exists) {
            named(row.level, row.name);
            names.getOrDefault(row.level, Map.of()).computeIfAbsent(row.name, _ -> new ArrayList<>()).add(key.object());
        }
        return new Proposal(row.line, "", key, Action.ADD, row.name, "", "", "", "", "", Words.NONE,
                exists ? Standing.CONFLICT : Standing.PROPOSED,
                exists ? "There is one of this name already. Accept it to have another one" : "",
                new Fresh(cells.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue()
                        .mine())), "", "", List.of(), row.notes));
    }

    private Proposal checked(Row row, Proposal one, Projection with, Checks checks) {
        Fresh fresh = one.fresh();
        Draft draft = drafts.get(one.key().object());
        if (fresh == null || draft == null) {
            return one;
        }
        String summary = Fields.of(row.level).stream().filter(spec -> tells(spec, draft)).map(spec -> {
            String shown = with.shown(spec, Objects.requireNonNullElse(draft.mine(spec.name()), ""));
            return shown.startsWith(spec.label()) ? shown : spec.label() + " " + shown;
        }).collect(Collectors.joining(" · "));
        return new Proposal(one.line(), one.column(), one.key(), one.action(), one.name(), "", "", "", "", "",
                one.shown(), one.standing(), one.reason(), new Fresh(fresh.values(), with.path(one.key()), summary,
                        checks.of(draft).stream().sorted((a, b) -> b.severity().compareTo(a.severity())).toList(),
                        fresh.notes()));
    }

    /// Name and place stand elsewhere, and paused is what all of them are.
    private static boolean tells(FieldSpec spec, Draft draft) {
        return switch (spec.name()) {
            case Fields.NAME, Fields.CAMPAIGN, Fields.AD_SET -> false;
            case Fields.STATUS -> !"PAUSED".equals(draft.mine(Fields.STATUS));
            default -> draft.cells().containsKey(spec.name());
        };
    }

    private static Proposal known(Row row, DraftKey key, boolean drafted) {
        return new Proposal(row.line, "", key, drafted ? Action.ADD : Action.CHANGE, row.name, "", "", "", "", "",
                Words.NONE, drafted ? Standing.OWN : Standing.SAME,
                drafted ? "It is drafted already" : "It is as the sheet says");
    }

    private Proposal unreadable(Row row, List<Wrong> wrongs) {
        StringBuilder reason = new StringBuilder();
        for (Wrong wrong : wrongs) {
            reason.append(reason.isEmpty() ? "" : ". Column “" + wrong.column + "”: ").append(wrong.reason);
        }
        DraftKey nowhere = DraftKey.fresh(projection.account().id(), row.level, next++);
        return new Proposal(row.line, wrongs.getFirst().column, nowhere, Action.ADD, row.name, "", "", "", "", "",
                Words.NONE, Standing.UNREADABLE, reason.toString());
    }

    private String parent(Row row) {
        return switch (row.level) {
            case AD_SET -> find(Level.CAMPAIGN, row.parent, "");
            case AD -> find(Level.AD_SET, row.parent, row.above.isEmpty() || row.parent.matches("[0-9]{1,40}")
                    ? ""
                    : find(Level.CAMPAIGN, row.above, ""));
            default -> "";
        };
    }

    /// The object that a cell means: by the reference of a row, by id, or by a name that only one has.
    ///
    /// @param within the campaign it has to be in, empty for any
    private String find(Level level, String text, String within) {
        String what = ObjectSheet.words(level);
        if (text.isEmpty()) {
            throw CellWords.wrong("It names no " + what + ". Write its id, or its name if only one has it");
        }
        String row = refs.getOrDefault(level, Map.of()).get(text);
        if (row != null) {
            return row;
        }
        if (text.matches("[0-9]{1,40}") && !projection.before(level, text).isEmpty()) {
            return text;
        }
        List<String> found = named(level, text).stream()
                .filter(object -> within.isEmpty() || campaign(object).equals(within)).toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (found.size() > 1) {
            throw CellWords.wrong(found.size() + " " + what + "s have the name “" + text
                    + "”. Write the id of the one that is meant");
        }
        Integer line = broken.getOrDefault(level, Map.of()).get(text);
        throw CellWords.wrong(line != null
                ? "Its " + what + " in line " + line + " cannot be read. Mend that line first"
                : "No " + what + " of this account has the id or name “" + text
                        + "”. Write one that is there, or add a "
                        + "row for it");
    }

    private String campaign(String adSet) {
        Draft draft = drafts.get(adSet);
        String mine = draft == null ? null : draft.mine(Fields.CAMPAIGN);
        return mine == null ? projection.parent(Level.AD_SET, adSet) : mine;
    }

    /// The one object that a cell of a level means, for values that are taken over from it.
    @Nullable
    String only(Level level, String text) {
        if (!projection.before(level, text).isEmpty()) {
            return text;
        }
        Set<String> found = new LinkedHashSet<>(named(level, text));
        return found.size() == 1 ? found.iterator().next() : null;
    }
}
