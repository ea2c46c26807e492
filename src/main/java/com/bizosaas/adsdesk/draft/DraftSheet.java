package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.draft.Draft.Action;
import com.bizosaas.adsdesk.draft.FieldSpec.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Drafts as rows of a sheet: one for each field, with what it was based on. The same rows come back with proposals.
///
/// Amounts stand in major units, as a person writes them; everything else as the API has it.
public final class DraftSheet {

    /// The columns, in their order. `proposed` is what somebody wants; the others tell where it belongs.
    public static final List<String> COLUMNS = List.of("level", "id", "action", "name", "field", "current", "proposed");

    private static final Map<String, Level> LEVELS = Map.of("campaign", Level.CAMPAIGN, "ad set", Level.AD_SET, "adset",
            Level.AD_SET, "ad", Level.AD, "audience", Level.AUDIENCE);

    /// What a row of a sheet is beside what is there.
    public enum Standing {
        /// A proposal for something that is not drafted.
        PROPOSED,
        /// The same as an own draft that is not published.
        OWN,
        /// Another value than an own draft, or than what Facebook has by now.
        CONFLICT,
        /// It says what Facebook has.
        SAME,
        /// It cannot be read; the reason says why.
        UNREADABLE
    }

    /// Values for people.
    public record Words(String now, String mine, String proposed) {
    }

    /// A row that was read.
    ///
    /// @param line of the file, from 1
    /// @param column that a reason is about, empty where there is none
    /// @param action what becomes of the object: `field` and values are empty for a deletion
    /// @param current what Facebook had when the sheet was written, empty where it does not say
    /// @param proposed in the API's own shape
    /// @param mine what is drafted here already, empty where nothing is
    public record Proposal(int line, String column, DraftKey key, Action action, String name, String field,
            String current, String proposed, String now, String mine, Words shown, Standing standing, String reason) {
    }

    private DraftSheet() {
    }

    /// All fields of these drafts.
    public static List<List<String>> rows(AdAccount account, List<Draft> drafts) {
        List<List<String>> rows = new ArrayList<>();
        for (Draft draft : drafts) {
            String level = words(draft.key().level());
            if (draft.action() == Action.REMOVE) {
                rows.add(List.of(level, draft.key().object(), "delete", draft.name(), "", "", ""));
            }
            draft.cells().forEach((name, cell) -> {
                FieldSpec field = Fields.of(draft.key().level(), name);
                String base = cell.base();
                rows.add(List.of(level, draft.key().object(), draft.action() == Action.ADD ? "create" : "change",
                        draft.name(), name, shown(account, field, base == null ? "" : base),
                        shown(account, field, cell.mine())));
            });
        }
        return rows;
    }

    private static String words(Level level) {
        return level == Level.AD_SET ? "ad set" : level.name().toLowerCase(Locale.ROOT);
    }

    private static String shown(AdAccount account, FieldSpec field, String value) {
        if (field.kind() != Kind.MONEY || value.isEmpty()) {
            return value;
        }
        return FieldValues.amount(value).map(minor -> Money.ofMinor(minor, account.currency()).amount()
                .setScale(account.currency().decimals()).toPlainString()).orElse(value);
    }

    /// Reads rows of proposals and tells what each is beside what is there.
    ///
    /// @param header the names of the columns as they stand in the sheet
    /// @param firstLine of the file in which the first row stands
    public static List<Proposal> proposals(Projection projection, List<String> header, List<List<String>> rows,
            int firstLine) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            columns.put(header.get(i).strip().toLowerCase(Locale.ROOT), i);
        }
        List<Proposal> proposals = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            if (row.stream().anyMatch(cell -> !cell.isBlank())) {
                proposals.add(proposal(projection, columns, row, firstLine + i));
            }
        }
        return proposals;
    }

    private static Proposal proposal(Projection projection, Map<String, Integer> columns, List<String> row, int line) {
        String id = cell(columns, row, "id");
        Level level = LEVELS.get(cell(columns, row, "level").toLowerCase(Locale.ROOT));
        String name = cell(columns, row, "name");
        DraftKey nowhere = new DraftKey(projection.account().id(), Level.CAMPAIGN, "0");
        if (level == null) {
            return unreadable(line, "level", nowhere, name, "", "It names no level: campaign, ad set, ad or audience");
        }
        if (!id.matches("(new-)?[0-9]{1,40}")) {
            return unreadable(line, "id", nowhere, name, "", "It names no object: an id has digits only");
        }
        String action = cell(columns, row, "action").toLowerCase(Locale.ROOT);
        boolean foreign = action.equals("create") && DraftKey.isNew(id) && !isOurs(projection, level, id, name);
        DraftKey key = new DraftKey(projection.account().id(), level, foreign ? id : projection.resolved(id));
        Map<String, String> before = foreign ? Map.of() : projection.before(level, key.object());
        boolean drafted = !foreign && projection.draft(key.object()).isPresent();
        if (before.isEmpty() && !drafted && !foreign) {
            return unreadable(line, "id", key, name, "", "The object is not in this account");
        }
        if (action.equals("delete")) {
            return deletion(projection, key, line);
        }
        String field = cell(columns, row, "field");
        FieldSpec spec = Fields.find(level, field).orElse(null);
        if (spec == null) {
            return unreadable(line, "field", key, name, field, "There is no field “" + field + "” on this level");
        }
        String proposed;
        String current;
        String reading = "proposed";
        try {
            proposed = read(projection.account(), spec, cell(columns, row, "proposed"));
            reading = "current";
            current = read(projection.account(), spec, cell(columns, row, "current"));
        } catch (ArithmeticException | NumberFormatException e) {
            return unreadable(line, reading, key, name, field, spec.label() + " is no amount in "
                    + projection.account().currency().code());
        }
        String misread = Edits.misread(key, Map.of(field, proposed)).map(Edits.Misread::remedy).orElse("");
        if (!misread.isEmpty()) {
            return unreadable(line, "proposed", key, name, field, misread);
        }
        String now = before.getOrDefault(field, "");
        String mine = drafted ? projection.draft(key.object()).map(draft -> draft.mine(field)).orElse(null) : null;
        Words shown = new Words(projection.shown(spec, now), mine == null ? "" : projection.shown(spec, mine),
                spec.kind() == Kind.REFERENCE && foreign ? proposed : projection.shown(spec, proposed));
        return new Proposal(line, "", key, foreign ? Action.ADD : Action.CHANGE,
                foreign ? name : projection.name(level, key.object()), field, current, proposed, now,
                mine == null ? "" : mine, shown, standing(spec, current, proposed, now, mine), "");
    }

    /// Whether a new object of a sheet is the one that has this key here: another desk counts for itself.
    private static boolean isOurs(Projection projection, Level level, String id, String name) {
        String object = projection.resolved(id);
        return !object.equals(id) && projection.name(level, object).equals(name)
                || projection.draft(id).filter(draft -> draft.key().level() == level && draft.name().equals(name))
                        .isPresent();
    }

    private static Proposal deletion(Projection projection, DraftKey key, int line) {
        boolean own = projection.draft(key.object()).filter(draft -> draft.action() == Action.REMOVE).isPresent();
        boolean edited = !own && projection.draft(key.object()).isPresent();
        return new Proposal(line, "", key, Action.REMOVE, projection.name(key.level(), key.object()), "", "", "", "", "",
                new Words("There", own ? "Deleted" : edited ? "Edited" : "", "Deleted"),
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

    private static Proposal unreadable(int line, String column, DraftKey key, String name, String field,
            String reason) {
        return new Proposal(line, column, key, Action.CHANGE, name, field, "", "", "", "", new Words("", "", ""),
                Standing.UNREADABLE, reason);
    }

    private static String read(AdAccount account, FieldSpec field, String text) {
        if (field.kind() != Kind.MONEY || text.isEmpty()) {
            return text;
        }
        return Long.toString(new Money(new BigDecimal(text.replace(" ", "")), account.currency()).minorUnits());
    }

    private static String cell(Map<String, Integer> columns, List<String> row, String name) {
        Integer at = columns.get(name);
        return at == null || at >= row.size() ? "" : row.get(at).strip();
    }
}
