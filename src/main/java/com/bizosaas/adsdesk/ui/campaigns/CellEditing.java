package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.NewObjects;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Notifier;
import com.bizosaas.adsdesk.ui.grid.Grid;
import com.bizosaas.adsdesk.ui.grid.GridEdit;
import com.bizosaas.adsdesk.ui.workbench.Drafting;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// Edits cells in the table: names, budgets, bids, spend caps and schedules. What is typed becomes a draft; what cannot be
/// one stays in the cell with the reason. What sits on the ad sets of a campaign is edited for all of them at once, where
/// they share it. FX thread only.
final class CellEditing {

    private static final int LONGEST_NAME = 400;
    private static final String STARTS_AMOUNT = "0123456789+-=.,*/";

    private final Grid<CampaignRow> grid;
    private final Drafting drafting;
    private final Notifier notifier;
    private final Function<CampaignRow, List<AdSet>> adSets;
    private final Function<Integer, CampaignRow> rows;
    private final AmountCells amounts;
    private final ScheduleCells schedules;

    /// What a cell says and takes.
    ///
    /// @param obstacle why it cannot be edited in this row, empty where it can
    /// @param save answers the values to be drafted
    record Cell(String obstacle, String now, String unit, double width, Saving save) {

        static Cell not(String why) {
            return new Cell(why, "", "", 0, _ -> Map.of());
        }
    }

    /// Reads what was typed.
    interface Saving {

        /// @return values by field, for the row or, where they sit there, for each of its ad sets
        /// @throws IllegalArgumentException with a sentence that names the field and the remedy
        Map<String, String> values(String text);
    }

    /// @param adSets those that a row's bid and schedule sit on, without archived ones
    /// @param rows makes the row of a number
    CellEditing(Grid<CampaignRow> grid, Drafting drafting, Notifier notifier, Formats formats, Locale locale,
            InstantSource clock, Function<CampaignRow, List<AdSet>> adSets, Function<Integer, CampaignRow> rows) {
        this.grid = grid;
        this.drafting = drafting;
        this.notifier = notifier;
        this.adSets = adSets;
        this.rows = rows;
        this.amounts = new AmountCells(formats, locale);
        this.schedules = new ScheduleCells(clock);
    }

    /// Whether cells of the column are edited in place, in those rows that have a value of their own there.
    static boolean edits(Column column) {
        return switch (column) {
            case NAME, BUDGET, BID, CAP, START, END -> true;
            default -> false;
        };
    }

    /// Whether a character typed over a cell begins to edit it.
    boolean begins(CampaignRow row, Column column, String typed) {
        return column != Column.NAME && edits(column) && typed.length() == 1 && STARTS_AMOUNT.contains(typed)
                && cell(row, column).obstacle().isEmpty();
    }

    /// @param typed the character that was typed over the cell, empty to edit what stands there
    void edit(CampaignRow row, Column column, String typed) {
        boolean seen = grid.columns().stream().anyMatch(
                placed -> placed.column().id().equals(CampaignsTable.id(column)));
        Column shown = seen && edits(column) ? column : Column.NAME;
        Cell cell = cell(row, shown);
        if (!cell.obstacle().isEmpty()) {
            notifier.failed(Problem.of(Problem.Kind.CANCELLED, shown.title() + " cannot be edited here",
                    cell.obstacle()));
            return;
        }
        grid.edit(row.number(), CampaignsTable.id(shown), new GridEdit(typed.isEmpty() ? cell.now() : typed,
                !typed.isEmpty(), cell.unit(), cell.width(),
                text -> text.equals(cell.now()) ? "" : save(row, shown, cell, text), by -> step(row, shown, by)));
    }

    private String save(CampaignRow row, Column column, Cell cell, String text) {
        Map<String, String> values;
        try {
            values = cell.save().values(text.strip());
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
        boolean below = column != Column.NAME && column != Column.BUDGET && column != Column.CAP
                && row.level() == Level.CAMPAIGN;
        if (!below) {
            drafting.edit(row.key().place().tenant(), row.draftKey(), values);
            return "";
        }
        Map<DraftKey, Map<String, String>> each = new LinkedHashMap<>();
        adSets.apply(row).forEach(adSet -> each.put(
                NewObjects.key(row.frame().account().id(), Level.AD_SET, adSet.id()), values));
        drafting.edit(row.key().place().tenant(), column.title() + " of " + Words.counted(Level.AD_SET, each.size()),
                each);
        return "";
    }

    private Cell cell(CampaignRow row, Column column) {
        String locked = row.frame().locked();
        if (!locked.isEmpty() || row.archived()) {
            return Cell.not(locked.isEmpty() ? "What is archived stays as it is." : locked);
        }
        return switch (column) {
            case BUDGET -> amounts.budget(row);
            case BID -> amounts.bid(row, adSets.apply(row));
            case CAP -> amounts.cap(row);
            case START -> schedules.start(row, adSets.apply(row));
            case END -> schedules.end(row, adSets.apply(row));
            default -> name(row);
        };
    }

    private static Cell name(CampaignRow row) {
        String drafted = row.drafted(Fields.NAME);
        return new Cell("", drafted == null ? row.name() : drafted, "", 0, text -> {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("Name is missing. Type what you will find it by.");
            }
            if (text.length() > LONGEST_NAME) {
                throw new IllegalArgumentException("Name is too long. Use " + LONGEST_NAME + " characters or fewer.");
            }
            return Map.of(Fields.NAME, text);
        });
    }

    /// The next cell that can be edited: along the line, then on the lines below or above.
    private void step(CampaignRow row, Column column, int by) {
        List<Column> columns = grid.columns().stream().map(placed -> placed.column().id())
                .filter(id -> !id.equals("tick")).map(CampaignsTable::named).filter(CellEditing::edits).toList();
        int line = grid.rows().line(row.number());
        int at = columns.indexOf(column) + by;
        CampaignRow now = row;
        for (int tried = 0; tried < 50 * Math.max(1, columns.size()); tried++) {
            if (at < 0 || at >= columns.size()) {
                line += by;
                if (line < 0 || line >= grid.rows().size()) {
                    return;
                }
                now = rows.apply(grid.rows().number(line));
                at = by > 0 ? 0 : columns.size() - 1;
            }
            if (cell(now, columns.get(at)).obstacle().isEmpty()) {
                edit(now, columns.get(at), "");
                return;
            }
            at += by;
        }
    }
}
