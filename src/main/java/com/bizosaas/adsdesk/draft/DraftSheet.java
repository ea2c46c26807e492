package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.draft.Draft.Action;
import com.bizosaas.adsdesk.draft.FieldSpec.Kind;
import com.bizosaas.adsdesk.draft.Proposal.Standing;
import com.bizosaas.adsdesk.draft.Proposal.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Drafts as rows of a sheet: one for each field, with what it was based on. The same rows come back with proposals.
///
/// Amounts stand in major units, as a person writes them; everything else as the API has it.
public final class DraftSheet {

    /// The columns, in their order. `proposed` is what somebody wants, `decision` is for whoever approves it; the others tell
    /// where it belongs.
    public static final List<String> COLUMNS = List.of("level", "id", "action", "name", "field", "current", "proposed",
            "decision");

    /// Stands among the fields that were seen for the decision about a new object.
    private static final String REJECTED = ".rejected";
    private static final List<String> NEEDED = List.of("level", "id", "field", "proposed");

    private DraftSheet() {
    }

    static boolean isHead(SheetCells cells) {
        return NEEDED.stream().allMatch(cells::has);
    }

    /// Which columns are missing, where rows look like these.
    static Optional<String> missing(List<List<String>> rows) {
        return rows.stream().map(SheetCells::of).filter(cells -> cells.has("field") || cells.has("proposed"))
                .map(cells -> NEEDED.stream().filter(column -> !cells.has(column)).toList()).findFirst()
                .map(missing -> "A sheet of drafts needs the column" + (missing.size() == 1 ? " " : "s ")
                        + String.join(", ", missing) + " too, as an export has them.");
    }

    /// All fields of these drafts.
    public static List<List<String>> rows(AdAccount account, List<Draft> drafts) {
        List<List<String>> rows = new ArrayList<>();
        for (Draft draft : drafts) {
            String level = ObjectSheet.words(draft.key().level());
            if (draft.action() == Action.REMOVE) {
                rows.add(List.of(level, draft.key().object(), "delete", draft.name(), "", "", "", ""));
            }
            draft.cells().forEach((name, cell) -> {
                FieldSpec field = Fields.of(draft.key().level(), name);
                String base = cell.base();
                rows.add(List.of(level, draft.key().object(), draft.action() == Action.ADD ? "create" : "change",
                        draft.name(), name, shown(account, field, base == null ? "" : base),
                        shown(account, field, cell.mine()), ""));
            });
        }
        return rows;
    }

    private static String shown(AdAccount account, FieldSpec field, String value) {
        if (field.kind() != Kind.MONEY || value.isEmpty()) {
            return value;
        }
        return FieldValues.amount(value).map(minor -> Money.ofMinor(minor, account.currency()).amount()
                .setScale(account.currency().decimals()).toPlainString()).orElse(value);
    }

    /// Reads such rows, once.
    static final class Reading {

        private final SheetImport.Desk desk;
        private final Projection projection;
        private final SheetCells columns;
        private final List<Proposal> proposals = new ArrayList<>();
        private final Map<List<Object>, Integer> seen = new HashMap<>();
        private final Map<List<Object>, Made> made = new LinkedHashMap<>();

        /// The rows of one new object of another desk.
        private static final class Made {

            private final int line;
            private final String name;
            private final Map<String, String> values = new LinkedHashMap<>();
            private final List<FreshRows.Wrong> wrongs = new ArrayList<>();

            Made(int line, String name) {
                this.line = line;
                this.name = name;
            }
        }

        Reading(SheetImport.Desk desk, SheetCells columns) {
            this.desk = desk;
            this.projection = desk.projection();
            this.columns = columns;
        }

        SheetImport.Sheet read(List<List<String>> rows, int firstLine) {
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).stream().anyMatch(cell -> !cell.isBlank())) {
                    row(rows.get(i), firstLine + i);
                }
            }
            FreshRows fresh = new FreshRows(desk);
            made.forEach((key, one) -> {
                Level level = (Level) key.getFirst();
                String parent = switch (level) {
                    case AD_SET -> Fields.CAMPAIGN;
                    case AD -> Fields.AD_SET;
                    default -> "";
                };
                String above = one.values.getOrDefault(parent, "");
                one.values.remove(parent);
                fresh.add(new FreshRows.Row(one.line, level, (String) key.get(1), one.name, above, "", "proposed",
                        one.values, one.wrongs, List.of(), true, there -> again(there, one, parent)));
            });
            proposals.addAll(fresh.proposals());
            List<String> unused = columns.unused(COLUMNS::contains);
            return new SheetImport.Sheet(
                    proposals.stream().sorted(java.util.Comparator.comparingInt(Proposal::line)).toList(),
                    unused.isEmpty() ? List.of() : List.of("Left aside: " + String.join(", ", unused) + "."));
        }

        /// What a sheet says of an object that was drafted from it before.
        private List<Proposal> again(DraftKey key, Made one, String parent) {
            return one.values.entrySet().stream().filter(value -> !value.getKey().equals(parent))
                    .map(value -> proposal(one.line, key, Fields.of(key.level(), value.getKey()), "",
                            value.getValue()))
                    .filter(proposal -> proposal.standing() != Standing.OWN && proposal.standing() != Standing.SAME)
                    .toList();
        }

        private void row(List<String> row, int line) {
            String id = columns.of(row, "id");
            Level level = ObjectSheet.LEVELS.get(columns.of(row, "level").toLowerCase(Locale.ROOT));
            String name = columns.of(row, "name");
            DraftKey nowhere = new DraftKey(projection.account().id(), Level.CAMPAIGN, "0");
            if (level == null) {
                unreadable(line, "level", nowhere, name, "", "It names no level: campaign, ad set, ad or audience");
                return;
            }
            if (!id.matches("(new-)?[0-9]{1,15}|[0-9]{1,40}")) {
                unreadable(line, "id", nowhere, name, "", "It names no object: an id has digits only");
                return;
            }
            String action = columns.of(row, "action").toLowerCase(Locale.ROOT);
            boolean foreign = action.equals("create") && DraftKey.isNew(id) && !isOurs(level, id, name);
            DraftKey key = new DraftKey(projection.account().id(), level, foreign ? id : projection.resolved(id));
            if (!foreign && projection.before(level, key.object()).isEmpty()
                    && projection.draft(key.object()).isEmpty()) {
                unreadable(line, "id", key, name, "", "The object is not in this account");
                return;
            }
            switch (columns.of(row, "decision").toLowerCase(Locale.ROOT)) {
                case "", "accepted", "yes" -> {
                    if (action.equals("delete")) {
                        proposals.add(deletion(key, line));
                    } else {
                        field(row, line, key, name, foreign);
                    }
                }
                case "rejected", "no" -> rejected(key, line, name, columns.of(row, "field"));
                default -> unreadable(line, "decision", key, name, columns.of(row, "field"), "“"
                        + columns.of(row, "decision") + "” is no decision. Write accepted or rejected");
            }
        }

        /// Whoever approves does not want it. Accepting that takes the own draft back: a new object as a whole, any other
        /// draft field by field.
        private void rejected(DraftKey key, int line, String name, String field) {
            if (key.isNew() && seen.putIfAbsent(List.of(key, REJECTED), line) != null) {
                return;
            }
            made.remove(List.of(key.level(), key.object()));
            Draft own = projection.draft(key.object()).filter(draft -> !key.isNew() || draft.name().equals(name))
                    .orElse(null);
            String of = field.isEmpty() ? Fields.marker(key.level()) : field;
            Cell cell = own == null ? null : own.cells().get(of);
            boolean drafted = own != null && (key.isNew() || own.action() == Action.REMOVE || cell != null);
            String base = cell == null ? null : cell.base();
            String before = base == null ? projection.before(key.level(), key.object()).getOrDefault(of, "") : base;
            proposals.add(new Proposal(line, "", key, key.isNew() ? Action.REMOVE : Action.CHANGE, name,
                    key.isNew() ? "" : of, "", key.isNew() ? "" : before, before, cell == null ? "" : cell.mine(),
                    Words.NONE, drafted ? Standing.CONFLICT : Standing.SAME,
                    drafted ? "Rejected. Accept that to take your draft back" : "Rejected, and not drafted here"));
        }

        private void field(List<String> row, int line, DraftKey key, String name, boolean foreign) {
            if (foreign && seen.containsKey(List.of(key, REJECTED))) {
                return;
            }
            String field = columns.of(row, "field");
            FieldSpec spec = Fields.find(key.level(), field).orElse(null);
            Made one = foreign
                    ? made.computeIfAbsent(List.of(key.level(), key.object()), _ -> new Made(line, name))
                    : null;
            if (spec == null) {
                wrong(one, line, "field", key, name, field, "There is no field “" + field + "” on this level");
                return;
            }
            Integer before = seen.putIfAbsent(List.of(key, field), line);
            if (before != null) {
                wrong(one, line, "field", key, name, field,
                        spec.label() + " stands in line " + before + " too. Keep one of them");
                return;
            }
            String proposed;
            String current;
            String reading = "proposed";
            try {
                proposed = read(spec, columns.of(row, "proposed"));
                reading = "current";
                current = read(spec, columns.of(row, "current"));
            } catch (IllegalArgumentException e) {
                wrong(one, line, reading, key, name, field, spec.label() + ": " + e.getMessage());
                return;
            }
            String misread = Edits.misread(key, Map.of(field, proposed)).map(Edits.Misread::remedy).orElse("");
            if (!misread.isEmpty()) {
                wrong(one, line, "proposed", key, name, field, spec.label() + ": " + misread.replaceFirst("\\.$", ""));
            } else if (one != null) {
                one.values.put(field, proposed);
            } else {
                proposals.add(proposal(line, key, spec, current, proposed));
            }
        }

        private Proposal proposal(int line, DraftKey key, FieldSpec spec, String current, String proposed) {
            return proposal(projection, line, key, spec, current, proposed);
        }

        static Proposal proposal(Projection projection, int line, DraftKey key, FieldSpec spec, String current,
                String proposed) {
            String now = projection.before(key.level(), key.object()).getOrDefault(spec.name(), "");
            String mine = projection.draft(key.object()).map(draft -> draft.mine(spec.name())).orElse(null);
            Words shown = new Words(projection.shown(spec, now), mine == null ? "" : projection.shown(spec, mine),
                    projection.shown(spec, proposed));
            return new Proposal(line, "", key, Action.CHANGE, projection.name(key.level(), key.object()), spec.name(),
                    current, proposed, now, mine == null ? "" : mine, shown,
                    standing(spec, current, proposed, now, mine), "");
        }

        private void wrong(@Nullable Made one, int line, String column, DraftKey key, String name, String field,
                String reason) {
            if (one == null) {
                unreadable(line, column, key, name, field, reason);
            } else {
                one.wrongs.add(new FreshRows.Wrong(column, "line " + line + ": " + reason));
            }
        }

        private void unreadable(int line, String column, DraftKey key, String name, String field, String reason) {
            proposals.add(Proposal.unreadable(line, column, key, name, field, reason));
        }

        /// Whether a new object of a sheet is the one that has this key here: another desk counts for itself.
        private boolean isOurs(Level level, String id, String name) {
            String object = projection.resolved(id);
            return !object.equals(id) && projection.name(level, object).equals(name)
                    || projection.draft(id)
                            .filter(draft -> draft.key().level() == level && draft.name().equals(name)).isPresent();
        }

        private Proposal deletion(DraftKey key, int line) {
            boolean own = projection.draft(key.object()).filter(draft -> draft.action() == Action.REMOVE).isPresent();
            boolean edited = !own && projection.draft(key.object()).isPresent();
            return new Proposal(line, "", key, Action.REMOVE, projection.name(key.level(), key.object()), "", "", "",
                    "", "", new Words("There", own ? "Deleted" : edited ? "Edited" : "", "Deleted"),
                    own ? Standing.OWN : edited ? Standing.CONFLICT : Standing.PROPOSED, "");
        }

        private static Standing standing(FieldSpec field, String current, String proposed, String now,
                @Nullable String mine) {
            if (mine != null) {
                return FieldValues.same(field, mine, proposed) ? Standing.OWN : Standing.CONFLICT;
            }
            if (FieldValues.same(field, now, proposed)) {
                return Standing.SAME;
            }
            return current.isEmpty() || FieldValues.same(field, current, now) ? Standing.PROPOSED : Standing.CONFLICT;
        }

        private String read(FieldSpec field, String text) {
            AdAccount account = projection.account();
            if (text.isEmpty()) {
                return text;
            }
            return switch (field.kind()) {
                case MONEY -> CellWords.amount(account, text);
                case TIME -> text.equals("0")
                        ? text
                        : CellWords.time(text, account.zone(), field.name().equals(Fields.END));
                default -> text;
            };
        }
    }
}
