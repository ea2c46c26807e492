package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Level;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a sheet of either kind: one row for each field, as an export of drafts has it ([DraftSheet]), or one row for each
/// object, as people write them and as the table is exported ([ObjectSheet]). Nothing is drafted by reading.
public final class SheetImport {

    /// What the rows are held against.
    ///
    /// @param projection of the account, with its drafts
    /// @param tenant its name
    /// @param creatives names by id of the account's creatives, null where they were never read
    public record Desk(Projection projection, String tenant, Rules rules, @Nullable Map<String, String> creatives,
            Instant now) {

        AdAccount account() {
            return projection.account();
        }
    }

    /// What was read.
    ///
    /// @param proposals in the order of the lines
    /// @param notes what was left aside of the sheet as a whole, a sentence each
    public record Sheet(List<Proposal> proposals, List<String> notes) {

        public Sheet {
            proposals = List.copyOf(proposals);
            notes = List.copyOf(notes);
        }
    }

    private static final Pattern NUMBER = Pattern.compile("(?:act_)?([0-9]{3,30})\\)?$");

    private SheetImport() {
    }

    /// @param rows all of the sheet, the lines above the names of the columns too
    /// @throws SheetRefused if it is of another account or client, or has no row with the names of the columns
    public static Sheet read(Desk desk, List<List<String>> rows) {
        for (int i = 0; i < rows.size(); i++) {
            SheetCells cells = SheetCells.of(rows.get(i));
            boolean drafts = DraftSheet.isHead(cells);
            if (drafts || ObjectSheet.isHead(cells)) {
                rows.subList(0, i).forEach(row -> requireSame(desk, row));
                List<List<String>> below = rows.subList(i + 1, rows.size());
                return drafts
                        ? new DraftSheet.Reading(desk, cells).read(below, i + 2)
                        : new ObjectSheet(desk, cells).read(below, i + 2);
            }
        }
        throw new SheetRefused("The sheet has no row with the names of the columns", DraftSheet.missing(rows)
                .orElse("It needs the columns Level and Name, or ID, and what is to be set. “Empty sheet for new "
                        + "objects…” writes one with all of them."));
    }

    /// Ad sets that rows take everything from and whose targeting is not known on this desk yet: read them first, and the
    /// rows can be read.
    public static Set<DraftKey> unread(Projection projection, List<List<String>> rows) {
        Set<DraftKey> unread = new LinkedHashSet<>();
        SheetCells cells = null;
        Map<String, List<String>> names = Map.of();
        for (List<String> row : rows) {
            if (cells == null) {
                SheetCells head = SheetCells.of(row);
                if (ObjectSheet.isHead(head) && head.has("like")) {
                    cells = head;
                    names = projection.names(Level.AD_SET);
                }
                continue;
            }
            String like = cells.of(row, "like");
            List<String> named = like.isEmpty() ? List.of() : names.getOrDefault(like, List.of(like));
            if (named.size() == 1) {
                Map<String, String> known = projection.before(Level.AD_SET, named.getFirst());
                if (!known.isEmpty() && !known.containsKey(Fields.TARGETING)) {
                    unread.add(new DraftKey(projection.account().id(), Level.AD_SET, named.getFirst()));
                }
            }
        }
        return unread;
    }

    /// A line above the columns says whose the sheet is.
    private static void requireSame(Desk desk, List<String> row) {
        String name = row.isEmpty() ? "" : row.getFirst().strip().toLowerCase(Locale.ROOT);
        String value = row.size() < 2 ? "" : row.get(1).strip();
        if (value.isEmpty()) {
            return;
        }
        AdAccount account = desk.account();
        switch (name) {
            case "account" -> {
                if (isOther(account, value)) {
                    throw new SheetRefused("The sheet is of another ad account: " + value, "This one is "
                            + account.name() + " (" + account.id()
                            + "). Go to the other account to import it there, or "
                            + "use “Copy to another account…” there to bring its campaigns here.");
                }
            }
            case "accounts", "tenants" -> throw new SheetRefused("The sheet is of several ad accounts",
                    "Import is into one account. Export the table of " + account.name() + " alone.");
            case "tenant" -> {
                if (!value.equalsIgnoreCase(desk.tenant())) {
                    throw new SheetRefused("The sheet is of another client: " + value, "This one is " + desk.tenant()
                            + ". If it is the same client under another name, take the line “Tenant” out.");
                }
            }
            case "currency" -> {
                if (!value.equalsIgnoreCase(account.currency().code())) {
                    throw new SheetRefused("The sheet's amounts are in " + value, "This account counts in "
                            + account.currency().code() + ". Change the amounts and the line “Currency” of the sheet.");
                }
            }
            case "time zone" -> {
                if (!value.equalsIgnoreCase(account.zone().getId())) {
                    throw new SheetRefused("The sheet's times are of " + value, "This account's days are those of "
                            + account.zone().getId() + ". Change the times and the line “Time zone” of the sheet.");
                }
            }
            default -> {
                // Attribution, days and the like say nothing about whose it is.
            }
        }
    }

    /// Whether a text names another account than this one: by its number where it has one, else by its name.
    static boolean isOther(AdAccount account, String text) {
        Matcher number = NUMBER.matcher(text);
        return number.find()
                ? !number.group(1).equals(account.id().number())
                : !text.equalsIgnoreCase(account.name());
    }
}
