package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.FreshRows.Wrong;
import com.bizosaas.adsdesk.draft.Proposal.Standing;
import com.bizosaas.adsdesk.draft.Proposal.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// A sheet with a row for each object, as the table is copied and exported and as people write them. A row with an id, or
/// with a name that only one object has in its place, changes that object; any other row with a name is a new campaign, ad
/// set or ad. `new` or `+` as the id says so in any case, and `+1` or `new-1` is also what other rows call it by.
public final class ObjectSheet {

    /// The columns of an empty sheet for new objects, in their order.
    public static final List<String> COLUMNS = List.of("Level", "ID", "Campaign", "Ad set", "Name", "Like", "Objective",
            "Special ad categories", "Category countries", "Daily budget", "Lifetime budget", "Ad sets share budget",
            "Bid strategy", "Spend cap", "Bid or cost cap", "ROAS floor", "Performance goal", "Billed for",
            "Destination", "Pixel", "Event", "Page", "App", "Store URL", "Start", "End", "Countries", "Ages", "Gender",
            "Placements", "Advantage+ audience", "Targeting", "Attribution", "Beneficiary", "Payer", "Creative",
            "Creative of ad", "URL parameters");

    /// Other names of the columns, in small letters.
    static final Map<String, String> ALIASES = Map.ofEntries(Map.entry("adset", "ad set"),
            Map.entry("ad set name", "ad set"), Map.entry("adset name", "ad set"), Map.entry("adset id", "ad set"),
            Map.entry("ad set id", "ad set"), Map.entry("campaign name", "campaign"),
            Map.entry("campaign id", "campaign"), Map.entry("type", "level"), Map.entry("on", "status"),
            Map.entry("special ad category", "special ad categories"),
            Map.entry("special ad category country", "category countries"),
            Map.entry("is adset budget sharing enabled", "ad sets share budget"),
            Map.entry("budget sharing", "ad sets share budget"), Map.entry("bid amount", "bid or cost cap"),
            Map.entry("bid cap", "bid or cost cap"), Map.entry("cost cap", "bid or cost cap"),
            Map.entry("optimization goal", "performance goal"), Map.entry("billing event", "billed for"),
            Map.entry("destination type", "destination"), Map.entry("pixel id", "pixel"),
            Map.entry("custom event type", "event"), Map.entry("page id", "page"), Map.entry("application id", "app"),
            Map.entry("app id", "app"), Map.entry("object store url", "store url"), Map.entry("start time", "start"),
            Map.entry("end time", "end"), Map.entry("country", "countries"), Map.entry("age", "ages"),
            Map.entry("genders", "gender"), Map.entry("attribution spec", "attribution"),
            Map.entry("dsa beneficiary", "beneficiary"), Map.entry("beneficiary (eu)", "beneficiary"),
            Map.entry("dsa payor", "payer"), Map.entry("payer (eu)", "payer"), Map.entry("creative id", "creative"),
            Map.entry("url tags", "url parameters"), Map.entry("duplicate of", "like"));

    static final Map<String, Level> LEVELS = Map.of("campaign", Level.CAMPAIGN, "ad set", Level.AD_SET, "adset",
            Level.AD_SET, "ad", Level.AD, "audience", Level.AUDIENCE);

    /// What the table exports and other programs have beside it, and what a row's place is made of.
    private static final Set<String> OTHERS = Set.of("status", "budget", "bid", "currency", "account", "account id",
            "tenant", "time zone");
    private static final Set<String> USED = used();

    private final SheetImport.Desk desk;
    private final Projection projection;
    private final SheetCells columns;
    private final List<Proposal> proposals = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final FreshRows fresh;

    ObjectSheet(SheetImport.Desk desk, SheetCells columns) {
        this.desk = desk;
        this.projection = desk.projection();
        this.columns = columns;
        this.fresh = new FreshRows(desk);
    }

    private static Set<String> used() {
        Set<String> used = new HashSet<>(OTHERS);
        COLUMNS.forEach(column -> used.add(column.toLowerCase(Locale.ROOT)));
        return Set.copyOf(used);
    }

    static boolean isHead(SheetCells cells) {
        return (cells.has("id") || cells.has("name")) && USED.stream().filter(cells::has).count() >= 2;
    }

    static String words(Level level) {
        return level == Level.AD_SET ? "ad set" : level.name().toLowerCase(Locale.ROOT);
    }

    SheetImport.Sheet read(List<List<String>> rows, int firstLine) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).stream().anyMatch(cell -> !cell.isBlank())) {
                row(rows.get(i), firstLine + i);
            }
        }
        proposals.addAll(fresh.proposals());
        proposals.sort(Comparator.comparingInt(Proposal::line));
        List<String> unused = columns.unused(USED::contains);
        return new SheetImport.Sheet(proposals, unused.isEmpty()
                ? List.of()
                : List.of("Left aside, for nothing can be set by them: " + String.join(", ", unused) + "."));
    }

    private void row(List<String> row, int line) {
        String id = columns.of(row, "id");
        boolean marked = id.equalsIgnoreCase("new") || id.matches("(?i)\\+.*|new-.*");
        try {
            ours(row);
            Level level = level(row, marked ? "" : id);
            if (!id.isEmpty() && !marked) {
                existing(row, line, level, projection.resolved(id));
            } else {
                maybeNew(row, line, level, id, marked);
            }
        } catch (WrongCell e) {
            proposals.add(Proposal.unreadable(line, e.column, new DraftKey(projection.account().id(), Level.CAMPAIGN,
                    "0"), columns.of(row, "name"), "", String.valueOf(e.getMessage())));
        }
    }

    /// A row that cannot be read at all.
    private static final class WrongCell extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String column;

        WrongCell(String column, String reason) {
            super(reason);
            this.column = column;
        }
    }

    /// Rows of several accounts stand in one sheet when all tenants were exported or copied.
    private void ours(List<String> row) {
        String tenant = columns.of(row, "tenant");
        if (!tenant.isEmpty() && !tenant.equalsIgnoreCase(desk.tenant())) {
            throw new WrongCell(columns.title("tenant"), "The row is of another client: " + tenant + ". Copy its "
                    + "campaign there with “Copy to another account…”");
        }
        for (String column : List.of("account id", "account")) {
            String account = columns.of(row, column);
            if (!account.isEmpty() && SheetImport.isOther(desk.account(), account)) {
                throw new WrongCell(columns.title(column), "The row is of another ad account: " + account
                        + ". Copy its campaign there with “Copy to another account…”");
            }
        }
        String currency = columns.of(row, "currency");
        if (!currency.isEmpty() && !currency.equalsIgnoreCase(desk.account().currency().code())) {
            throw new WrongCell(columns.title("currency"), "Its amounts are in " + currency + ", this account counts "
                    + "in " + desk.account().currency().code() + ". Change the amounts and this cell");
        }
    }

    private Level level(List<String> row, String id) {
        String text = columns.of(row, "level").toLowerCase(Locale.ROOT);
        Level named = LEVELS.get(text);
        if (!text.isEmpty() && (named == null || named == Level.AUDIENCE)) {
            throw new WrongCell(columns.title("level"), "“" + columns.of(row, "level")
                    + "” is no level. Write campaign, ad set or ad");
        }
        if (!id.isEmpty()) {
            return found(row, projection.resolved(id), named);
        }
        if (named != null) {
            return named;
        }
        if (!columns.of(row, "ad set").isEmpty()) {
            return Level.AD;
        }
        if (!columns.of(row, "campaign").isEmpty()) {
            return Level.AD_SET;
        }
        List<Level> having = List.of(Level.CAMPAIGN, Level.AD_SET, Level.AD).stream()
                .filter(level -> !fresh.named(level, columns.of(row, "name")).isEmpty()).toList();
        return having.isEmpty() ? Level.CAMPAIGN : having.getFirst();
    }

    private Level found(List<String> row, String id, @org.jspecify.annotations.Nullable Level named) {
        if (!id.matches("[0-9]{1,40}")) {
            throw new WrongCell(columns.title("id"), "“" + id + "” is no id. It has digits only; write new for "
                    + "something new");
        }
        Level level = List.of(Level.CAMPAIGN, Level.AD_SET, Level.AD).stream()
                .filter(one -> !projection.before(one, id).isEmpty()).findFirst()
                .orElseThrow(() -> new WrongCell(columns.title("id"), "Nothing in this account has the id " + id
                        + ". It may be of another account: copy its campaign there with “Copy to another account…”"));
        if (named != null && named != level) {
            throw new WrongCell(columns.title("level"), "The id is of " + (level == Level.CAMPAIGN ? "a " : "an ")
                    + words(level) + ". Mend the level or the id");
        }
        return level;
    }

    private void existing(List<String> row, int line, Level level, String id) {
        Integer before = lines.putIfAbsent(id, line);
        if (before != null) {
            throw new WrongCell(columns.title("id"), "Line " + before + " has this id too. Keep one of them");
        }
        DraftKey key = new DraftKey(projection.account().id(), level, id);
        List<Proposal> changes = changes(row, line, key);
        proposals.addAll(changes.isEmpty()
                ? List.of(new Proposal(line, "", key, Draft.Action.CHANGE, projection.name(level, id), "", "", "", "",
                        "", Words.NONE, Standing.SAME, "It is as the sheet says"))
                : changes);
    }

    private List<Proposal> changes(List<String> row, int line, DraftKey key) {
        RowValues read = new RowValues(desk, columns, row, key.level(), key, fresh).read();
        List<Proposal> all = new ArrayList<>();
        read.wrongs().forEach(wrong -> all.add(Proposal.unreadable(line, wrong.column(), key,
                projection.name(key.level(), key.object()), "", wrong.reason())));
        read.values().forEach((field, value) -> {
            Proposal one = DraftSheet.Reading.proposal(projection, line, key, Fields.of(key.level(), field), "", value);
            if (one.standing() != Standing.SAME && !(key.isNew() && one.standing() == Standing.OWN)) {
                all.add(one);
            }
        });
        return all;
    }

    private void maybeNew(List<String> row, int line, Level level, String id, boolean marked) {
        RowValues read = new RowValues(desk, columns, row, level, null, fresh).read();
        Map<String, String> values = new LinkedHashMap<>(read.values());
        String name = values.getOrDefault(Fields.NAME, "");
        values.remove(Fields.NAME);
        String parent = columns.of(row, level == Level.AD ? "ad set" : "campaign");
        String taken = values.getOrDefault(level == Level.AD ? Fields.AD_SET : Fields.CAMPAIGN, "");
        values.remove(Fields.AD_SET);
        values.remove(Fields.CAMPAIGN);
        String above = level == Level.AD ? columns.of(row, "campaign") : "";
        boolean anywhere = !marked && parent.isEmpty() && taken.isEmpty() && level != Level.CAMPAIGN;
        List<String> same = anywhere ? fresh.named(level, name) : List.of();
        if (same.size() == 1 && !DraftKey.isNew(same.getFirst())) {
            existing(row, line, level, same.getFirst());
            return;
        }
        List<Wrong> wrongs = new ArrayList<>(read.wrongs());
        if (same.size() > 1) {
            wrongs.add(new Wrong(columns.title("name"), same.size() + " " + words(level)
                    + "s have this name. Write the id"));
        }
        fresh.add(new FreshRows.Row(line, level, id, name, parent.isEmpty() ? taken : parent, above,
                columns.title(level == Level.AD ? "ad set" : "campaign"), values, wrongs, read.notes(), marked,
                key -> changes(row, line, key)));
    }
}
