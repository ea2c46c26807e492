package com.bizosaas.adsdesk.ui.edit;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.MoneyEntry;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Fields;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Cells that were copied in a spreadsheet, as values of the rows that they mean: by id, or else by a name that only one of
/// them has. A single column without a head goes to the rows from the one in focus downwards.
final class Pasted {

    /// @param aside lines that mean no row, with the reason
    record Meant(Map<DraftKey, Map<String, String>> values, List<Previewing.Line> aside) {
    }

    /// Heads of columns, in small letters, with the field they set.
    private static final Map<String, String> HEADS = Map.ofEntries(Map.entry("id", "id"),
            Map.entry("name", Fields.NAME),
            Map.entry("on", Fields.STATUS), Map.entry("status", Fields.STATUS), Map.entry("budget", "budget"),
            Map.entry("daily budget", Fields.DAILY), Map.entry("lifetime budget", Fields.LIFETIME),
            Map.entry("bid", "bid_amount"), Map.entry("bid or cost cap", "bid_amount"),
            Map.entry("spend cap", Fields.SPEND_CAP),
            Map.entry("start", "start_time"), Map.entry("end", "end_time"),
            Map.entry("url parameters", Fields.URL_TAGS));
    private static final DateTimeFormatter DAY = new DateTimeFormatterBuilder().parseCaseInsensitive()
            .appendPattern("d MMM uuuu").toFormatter(Locale.ENGLISH);

    private final Chosen shown;
    private final Locale locale;
    private final Map<DraftKey, Map<String, String>> values = new LinkedHashMap<>();
    private final List<Previewing.Line> aside = new ArrayList<>();

    private Pasted(Chosen shown, Locale locale) {
        this.shown = shown;
        this.locale = locale;
    }

    /// @param first place of the row in focus among those that are shown
    /// @param column the field of the column in focus, empty where it has none that can be set
    /// @throws IllegalArgumentException with a sentence where nothing of it can be used
    static Meant read(Chosen shown, int first, String column, String text, Locale locale) {
        List<List<String>> lines = lines(text);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("The clipboard holds no text. Copy cells in the spreadsheet first.");
        }
        Pasted pasted = new Pasted(shown, locale);
        List<String> heads = heads(lines.getFirst());
        if (isHeaded(heads)) {
            lines.subList(1, lines.size()).forEach(line -> pasted.line(heads, line));
        } else if (lines.stream().anyMatch(line -> line.size() > 1)) {
            throw new IllegalArgumentException("Copy the line of heads too, with ID or Name among them, so that it is "
                    + "known which rows and columns are meant.");
        } else {
            pasted.down(first, column, lines.stream().map(List::getFirst).toList());
        }
        return new Meant(pasted.values, pasted.aside);
    }

    /// Whether a line with a head means none of these rows.
    static boolean holdsOthers(Chosen shown, String text) {
        List<List<String>> lines = lines(text);
        List<String> heads = lines.isEmpty() ? List.of() : heads(lines.getFirst());
        Set<String> ids = shown.rows().stream().map(row -> row.key().object()).collect(Collectors.toSet());
        Set<String> names = shown.rows().stream().map(Chosen.Row::name).collect(Collectors.toSet());
        return isHeaded(heads) && lines.subList(1, lines.size()).stream().anyMatch(line -> {
            String id = cell(heads, line, "id");
            return id.isEmpty() ? !names.contains(cell(heads, line, Fields.NAME)) : !ids.contains(id);
        });
    }

    private static List<List<String>> lines(String text) {
        return text.lines().filter(line -> !line.isBlank())
                .map(line -> Arrays.stream(line.split("\t", -1)).map(Pasted::plain).toList()).toList();
    }

    private static List<String> heads(List<String> first) {
        return first.stream().map(head -> HEADS.getOrDefault(head.toLowerCase(Locale.ROOT), "")).toList();
    }

    private static boolean isHeaded(List<String> heads) {
        return heads.contains("id") || heads.contains(Fields.NAME);
    }

    /// Without the apostrophe that keeps a spreadsheet from reading an id as a number or a text as a formula.
    private static String plain(String cell) {
        String text = cell.strip();
        if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
            text = text.substring(1, text.length() - 1).replace("\"\"", "\"").strip();
        }
        return text.startsWith("'") ? text.substring(1) : text;
    }

    private void down(int first, String column, List<String> cells) {
        if (column.isEmpty()) {
            throw new IllegalArgumentException(
                    "Click a cell of the column that is to be filled: Name, Budget, Start or "
                            + "End. Or copy the line of heads too.");
        }
        for (int i = 0; i < cells.size(); i++) {
            int at = Math.max(0, first) + i;
            if (at < shown.rows().size()) {
                set(shown.rows().get(at), column, cells.get(i));
            } else {
                aside.add(refused(cells.get(i), "There is no row left below"));
            }
        }
    }

    private void line(List<String> heads, List<String> cells) {
        String id = cell(heads, cells, "id");
        String name = cell(heads, cells, Fields.NAME);
        List<Chosen.Row> rows = shown.rows().stream()
                .filter(row -> id.isEmpty() ? row.name().equals(name) : row.key().object().equals(id)).toList();
        if (rows.size() != 1) {
            String what = name.isEmpty() ? id : name;
            aside.add(refused(what, rows.isEmpty()
                    ? "No row that is shown has this " + (id.isEmpty() ? "name" : "id")
                    : rows.size() + " rows have this name: add a column ID"));
            return;
        }
        for (int i = 0; i < Math.min(heads.size(), cells.size()); i++) {
            String field = heads.get(i);
            if (!field.isEmpty() && !field.equals("id") && !(field.equals(Fields.NAME) && id.isEmpty())
                    && !cells.get(i).isEmpty()) {
                set(rows.getFirst(), field, cells.get(i));
            }
        }
    }

    private static String cell(List<String> heads, List<String> cells, String field) {
        int at = heads.indexOf(field);
        return at < 0 || at >= cells.size() ? "" : cells.get(at);
    }

    private void set(Chosen.Row row, String field, String cell) {
        try {
            value(row, field, cell).ifPresent(value -> values.computeIfAbsent(row.key(), _ -> new LinkedHashMap<>())
                    .put(field.equals("budget") ? budgetField(row) : field, value));
        } catch (IllegalArgumentException e) {
            aside.add(refused(row.name(), String.valueOf(e.getMessage())));
        }
    }

    private static String budgetField(Chosen.Row row) {
        return row.budgetField().isEmpty() ? Fields.DAILY : row.budgetField();
    }

    /// Empty where the cell says nothing about this row.
    private Optional<String> value(Chosen.Row row, String field, String cell) {
        boolean set = row.key().level() == Level.AD_SET;
        return switch (field) {
            case "budget" -> row.budgetField().isEmpty() ? Optional.empty() : Optional.of(amount(row.account(), cell));
            case Fields.DAILY, Fields.LIFETIME -> Optional.of(amount(row.account(), cell));
            case "bid_amount" -> set ? Optional.of(amount(row.account(), cell)) : Optional.empty();
            case Fields.SPEND_CAP -> row.key().level() == Level.CAMPAIGN
                    ? Optional.of(amount(row.account(), cell))
                    : Optional.empty();
            case "start_time", "end_time" -> set
                    ? Optional.of(ScheduleText.read(day(cell), row.account().zone(), field.equals("end_time")))
                    : Optional.empty();
            case Fields.URL_TAGS -> row.key().level() == Level.AD ? Optional.of(cell) : Optional.empty();
            case Fields.STATUS -> Optional.of(status(cell));
            default -> Optional.of(cell);
        };
    }

    private static String status(String cell) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "on", "active" -> "ACTIVE";
            case "off", "paused" -> "PAUSED";
            case "archived" -> "ARCHIVED";
            default -> throw new IllegalArgumentException("“" + cell + "” is no status: write on, off or archived");
        };
    }

    private String amount(AdAccount account, String cell) {
        return switch (new MoneyEntry(account.currency(), locale, null, null).read(cell)) {
            case MoneyEntry.Amount(Money money) -> Long.toString(money.minorUnits());
            case MoneyEntry.Refused _ -> throw new IllegalArgumentException("“" + cell + "” is no amount in "
                    + account.currency().code());
        };
    }

    /// Days as the table shows them.
    private static String day(String cell) {
        try {
            return LocalDate.parse(cell, DAY).toString();
        } catch (DateTimeParseException notOurs) {
            return cell;
        }
    }

    private static Previewing.Line refused(String name, String reason) {
        return new Previewing.Line(name, "", reason, false, true);
    }
}
