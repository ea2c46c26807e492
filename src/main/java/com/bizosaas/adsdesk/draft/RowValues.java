package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.draft.FreshRows.Wrong;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The cells of one row as values of one object. What a cell says wrongly is kept beside them; an empty cell says nothing.
final class RowValues {

    /// What a sheet of other programs says of a creative, which has to be in the library first.
    private static final List<String> CREATIVE_PARTS = List.of("image", "image hash", "video", "headline", "title",
            "primary text", "text", "body", "description", "link", "website url", "call to action");
    private static final Pattern TOLD = Pattern.compile("Mixed|[\\p{L} ]+ [^\\p{L}]*[0-9].*|\\P{L}*");
    private static final List<String> TARGETS = List.of("countries", "ages", "gender", "placements",
            "advantage+ audience");

    private static final Map<String, String> TITLES = Map.of("countries", "Countries", "placements", "Placements",
            "advantage+ audience", "Advantage+ audience");
    private static final Map<String, String> EXAMPLES = Map.of("countries", "two letters each, such as DE, AT",
            "placements", "automatic, or Facebook, Instagram and the like", "advantage+ audience", "yes or no");

    private final SheetImport.Desk desk;
    private final Projection projection;
    private final AdAccount account;
    private final SheetCells columns;
    private final List<String> row;
    private final Level level;
    private final @Nullable DraftKey there;
    private final FreshRows names;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<Wrong> wrongs = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /// @param there the object that the row changes, null for a new one
    RowValues(SheetImport.Desk desk, SheetCells columns, List<String> row, Level level, @Nullable DraftKey there,
            FreshRows names) {
        this.desk = desk;
        this.projection = desk.projection();
        this.account = desk.account();
        this.columns = columns;
        this.row = row;
        this.level = level;
        this.there = there;
        this.names = names;
    }

    Map<String, String> values() {
        return values;
    }

    List<Wrong> wrongs() {
        return wrongs;
    }

    /// What is left out of a new object, with the reason.
    List<String> notes() {
        return notes;
    }

    RowValues read() {
        if (there == null) {
            with("like", this::like);
        }
        String name = cell("name");
        if (!name.isEmpty()) {
            values.put(Fields.NAME, name);
        }
        with("status", this::status);
        amounts();
        switch (level) {
            case CAMPAIGN -> campaign();
            case AD_SET -> adSet();
            default -> ad();
        }
        return this;
    }

    private String cell(String column) {
        return columns.of(row, column);
    }

    private void with(String column, Consumer<String> use) {
        String text = cell(column);
        if (!text.isEmpty()) {
            try {
                use.accept(text);
            } catch (IllegalArgumentException e) {
                wrongs.add(new Wrong(columns.title(column), String.valueOf(e.getMessage())));
            }
        }
    }

    private void set(String column, String field, Function<String, String> value) {
        with(column, text -> values.put(field, value.apply(text)));
    }

    private boolean isDraft() {
        return there == null || there.isNew();
    }

    /// Fixed once the object exists; the table shows some of it beside what can be changed.
    private void once(String column, String field, Function<String, String> value) {
        if (isDraft()) {
            set(column, field, value);
        } else {
            with(column, text -> {
                String now = now(field);
                if (!now.isEmpty() && !value.apply(text).equals(field.equals(Fields.OBJECTIVE)
                        ? new Objective(now).modern().value()
                        : now)) {
                    throw CellWords.wrong("It is fixed once the object exists. Make a new one with another value");
                }
            });
        }
    }

    private String now(String field) {
        return there == null ? "" : projection.after(level, there.object()).getOrDefault(field, "");
    }

    private void status(String text) {
        String status = CellWords.status(text);
        if (!isDraft()) {
            values.put(Fields.STATUS, status);
        } else if (status.equals("ACTIVE")) {
            notes.add("It is made paused, though the sheet says “" + text + "”: switch it on when it is right");
        }
    }

    private void amounts() {
        if (level == Level.AD) {
            return;
        }
        if (cell("daily budget").isEmpty() && cell("lifetime budget").isEmpty()) {
            with("budget", this::budget);
        }
        set("daily budget", Fields.DAILY, text -> CellWords.amount(account, text));
        set("lifetime budget", Fields.LIFETIME, text -> CellWords.amount(account, text));
        if (!cell("daily budget").isEmpty() && cell("lifetime budget").isEmpty() && there == null) {
            values.remove(Fields.LIFETIME);
        } else if (!cell("lifetime budget").isEmpty() && cell("daily budget").isEmpty() && there == null) {
            values.remove(Fields.DAILY);
        }
        with("bid strategy", this::strategy);
    }

    /// The table tells it with its amount, and of a campaign what its ad sets share: neither sets anything.
    private void strategy(String text) {
        boolean told = !isDraft() && (TOLD.matcher(text).matches() || level == Level.CAMPAIGN
                && now(Fields.STRATEGY).isEmpty() && FieldValues.isAbsent(now(Fields.DAILY))
                && FieldValues.isAbsent(now(Fields.LIFETIME)));
        if (!told) {
            values.put(Fields.STRATEGY, CellWords.strategy(text));
        }
    }

    /// The table's own column: of what it has, or of nothing where another level holds the budget.
    private void budget(String text) {
        boolean lifetime = !FieldValues.isAbsent(there == null ? values.get(Fields.LIFETIME) : now(Fields.LIFETIME));
        boolean own = lifetime || there == null || !FieldValues.isAbsent(now(Fields.DAILY));
        if (own) {
            values.put(lifetime ? Fields.LIFETIME : Fields.DAILY, CellWords.amount(account, text));
        }
    }

    private void campaign() {
        once("objective", Fields.OBJECTIVE, CellWords::objective);
        set("special ad categories", Fields.CATEGORIES, CellWords::categories);
        set("category countries", Fields.CATEGORY_COUNTRIES, text -> FieldValues.list(CellWords.countries(text)));
        set("ad sets share budget", Fields.SHARING, CellWords::flag);
        set("spend cap", Fields.SPEND_CAP, text -> CellWords.amount(account, text));
    }

    private void adSet() {
        set("bid or cost cap", Fields.BID, text -> CellWords.amount(account, text));
        set("roas floor", Fields.BID_LIMITS, CellWords::roasFloor);
        time("start", Fields.START, false);
        time("end", Fields.END, true);
        set("performance goal", Fields.GOAL, CellWords::goal);
        set("billed for", Fields.BILLED, CellWords::word);
        if (there == null && !values.containsKey(Fields.BILLED) && values.containsKey(Fields.GOAL)) {
            values.put(Fields.BILLED, Goals.billed(values.getOrDefault(Fields.GOAL, "")).getFirst());
        }
        once("destination", Fields.DESTINATION, CellWords::word);
        set("beneficiary", Fields.BENEFICIARY, Function.identity());
        set("payer", Fields.PAYOR, Function.identity());
        set("attribution", Fields.ATTRIBUTION, CellWords::attribution);
        promoted();
        targeting();
    }

    private void promoted() {
        List<String> used = List.of("pixel", "event", "page", "app", "store url").stream()
                .filter(column -> !cell(column).isEmpty()).toList();
        if (used.isEmpty()) {
            return;
        }
        if (!isDraft()) {
            wrongs.add(
                    new Wrong(columns.title(used.getFirst()), "What an ad set promotes is fixed once it exists. Make "
                            + "a new one with another value"));
            return;
        }
        PromotedObject before = PromotedObject.of(values.getOrDefault(Fields.PROMOTED, ""));
        String[] parts = {before.pixel(), before.event(), before.page(), before.app(), before.storeUrl()};
        with("pixel", text -> parts[0] = CellWords.id(text, "a pixel"));
        with("event", text -> parts[1] = CellWords.word(text));
        with("page", text -> parts[2] = CellWords.id(text, "a Page"));
        with("app", text -> parts[3] = CellWords.id(text, "an app"));
        with("store url", text -> parts[4] = text);
        values.put(Fields.PROMOTED, new PromotedObject(parts[0], parts[1], parts[2], parts[3], parts[4]).json());
    }

    /// Placements and Advantage+ audience are answered in so many words, never by an empty cell.
    private void targeting() {
        List<String> used = TARGETS.stream().filter(column -> !cell(column).isEmpty()).toList();
        set("targeting", Fields.TARGETING, CellWords::json);
        if (used.isEmpty()) {
            return;
        }
        if (there != null && !there.isNew()) {
            wrongs.add(new Wrong(columns.title(used.getFirst()),
                    "Targetings of what exists are changed with “Targetings…” in the table"));
            return;
        }
        if (!cell("targeting").isEmpty()) {
            wrongs.add(
                    new Wrong(columns.title(used.getFirst()), "The column Targeting says it too. Empty one of them"));
            return;
        }
        boolean whole = !values.containsKey(Fields.TARGETING);
        for (String column : List.of("countries", "placements", "advantage+ audience")) {
            if (whole && cell(column).isEmpty()) {
                wrongs.add(new Wrong(TITLES.getOrDefault(column, column), "It is not answered. Write "
                        + EXAMPLES.getOrDefault(column, "")));
            }
        }
        TargetingSpec[] spec = {TargetingSpec.of(values.getOrDefault(Fields.TARGETING, ""))};
        with("countries", text -> spec[0] = spec[0].inCountries(CellWords.countries(text)));
        with("ages", text -> spec[0] = CellWords.ages(spec[0], text));
        with("gender", text -> spec[0] = spec[0].gender(CellWords.gender(text)));
        with("placements", text -> spec[0] = CellWords.placements(spec[0], text));
        with("advantage+ audience", text -> spec[0] = spec[0].advantage(CellWords.flag(text).equals("true")));
        values.put(Fields.TARGETING, spec[0].json());
    }

    private void time(String column, String field, boolean end) {
        with(column, text -> {
            if (end && text.equalsIgnoreCase("none")) {
                values.put(field, "0");
                return;
            }
            String time = CellWords.time(text, account.zone(), end);
            // A day that came back as it was says nothing about the hour.
            if (there == null || !CellWords.isDay(text) || !day(time).equals(day(now(field)))) {
                values.put(field, time);
            }
        });
    }

    private Optional<LocalDate> day(String time) {
        ZoneId zone = account.zone();
        return FieldValues.instant(time).map(at -> at.atZone(zone).toLocalDate());
    }

    private void ad() {
        with("creative", text -> values.put(Fields.CREATIVE, FieldValues.creative(creative(text))));
        with("creative of ad", text -> values.put(Fields.CREATIVE, creativeOf(text)));
        set("url parameters", Fields.URL_TAGS, Function.identity());
        List<String> parts = CREATIVE_PARTS.stream().filter(column -> !cell(column).isEmpty()).map(columns::title)
                .toList();
        if (there == null && !parts.isEmpty()) {
            String words = String.join(", ", parts)
                    + " cannot come from a sheet: a creative is made in the library or in "
                    + "“New campaign”";
            if (values.containsKey(Fields.CREATIVE)) {
                notes.add(words);
            } else {
                wrongs.add(new Wrong(parts.getFirst(), words + ", and named here by its id in the column Creative"));
            }
        }
    }

    private String creative(String text) {
        Map<String, String> library = desk.creatives();
        if (library == null) {
            return CellWords.id(text, "a creative");
        }
        if (library.containsKey(text)) {
            return text;
        }
        List<String> named = library.entrySet().stream().filter(one -> one.getValue().equals(text))
                .map(Map.Entry::getKey).toList();
        if (named.size() == 1) {
            return named.getFirst();
        }
        throw CellWords.wrong(named.isEmpty()
                ? "No creative in this account's library has the id or name “" + text + "”. Look for its id on the tab "
                        + "Creatives"
                : named.size() + " creatives have the name “" + text + "”. Write the id of the one that is meant");
    }

    private String creativeOf(String text) {
        String creative = projection.after(Level.AD, one(Level.AD, text)).getOrDefault(Fields.CREATIVE, "");
        if (FieldValues.isAbsent(creative)) {
            throw CellWords.wrong("The creative of the ad “" + text + "” is not known. Write the creative's id");
        }
        return creative;
    }

    private String one(Level of, String text) {
        String object = names.only(of, text);
        if (object == null) {
            int count = names.named(of, text).size();
            throw CellWords.wrong(count == 0
                    ? "No " + ObjectSheet.words(of) + " of this account has the id or name “" + text + "”"
                    : count + " " + ObjectSheet.words(of) + "s have the name “" + text
                            + "”. Write the id of the one that is meant");
        }
        return object;
    }

    /// Everything that another object has, but for its name and what the row says itself.
    private void like(String text) {
        String object = one(level, text);
        DraftKey key = new DraftKey(account.id(), level, object);
        Map<String, String> after = projection.after(level, object);
        if (level == Level.AD_SET && !after.containsKey(Fields.TARGETING)) {
            throw CellWords
                    .wrong("The targeting of “" + text + "” could not be read from Facebook. Read the sheet again "
                            + "once you are online");
        }
        List<Copies.Copy> copies = new Copies(projection, desk.now()).copies(List.of(key), (_, name) -> name, Map.of(),
                1);
        Map<String, String> taken = new LinkedHashMap<>(copies.getFirst().values());
        Set.of(Fields.NAME, Fields.STATUS).forEach(taken::remove);
        if (level == Level.CAMPAIGN && !after.containsKey(Fields.CATEGORIES)) {
            taken.remove(Fields.CATEGORIES);
        }
        values.putAll(taken);
    }
}
