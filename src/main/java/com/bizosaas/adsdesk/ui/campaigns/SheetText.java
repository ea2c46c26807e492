package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.service.Formulas;
import com.bizosaas.adsdesk.ui.common.Formats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows as a spreadsheet takes them from the clipboard: a line of heads, then a line each, cells parted by tabs. Numbers
/// have the operator's decimal sign and no grouping, so that they arrive as numbers; what would be taken for a formula
/// arrives as text.
final class SheetText {

    private final Formats formats;
    private final boolean tenants;

    /// @param tenants whether each line names its tenant
    SheetText(Formats formats, boolean tenants) {
        this.formats = formats;
        this.tenants = tenants;
    }

    String of(List<CampaignRow> rows, View view) {
        List<Column> columns = columns(view);
        StringBuilder text = new StringBuilder();
        line(text, heads(columns));
        for (CampaignRow row : rows) {
            List<Object> cells = cells(row, columns);
            List<String> line = new ArrayList<>();
            for (int i = 0; i < cells.size(); i++) {
                // An id has too many digits to be a number.
                boolean id = i < columns.size() ? columns.get(i) == Column.ID : whole(cells.get(i));
                line.add(cells.get(i) instanceof BigDecimal number
                        ? formats.plain(number)
                        : id ? "'" + cells.get(i) : words(cells.get(i).toString()));
            }
            line(text, line);
        }
        return text.toString();
    }

    private static boolean whole(Object cell) {
        return cell instanceof String text && text.length() > 15 && text.chars().allMatch(Character::isDigit);
    }

    /// The columns that are shown, but for the bars, and what tells the rows apart when they come back: id, account and
    /// currency; of all tenants, the zone too.
    List<String> heads(List<Column> columns) {
        List<String> heads = new ArrayList<>(columns.stream().map(Column::title).toList());
        if (!columns.contains(Column.ID)) {
            heads.add(Column.ID.title());
        }
        heads.add("Account ID");
        heads.add("Currency");
        if (tenants) {
            heads.add("Time zone");
        }
        return heads;
    }

    List<Column> columns(View view) {
        List<Column> columns = new ArrayList<>();
        if (tenants) {
            columns.addAll(List.of(Column.TENANT, Column.ACCOUNT));
        }
        view.layout().columns().stream().filter(column -> column != Column.DAYS && !columns.contains(column))
                .forEach(columns::add);
        return columns;
    }

    /// A row as texts and numbers.
    List<Object> cells(CampaignRow row, List<Column> columns) {
        List<Object> cells = new ArrayList<>(columns.stream().map(column -> cell(row, column)).toList());
        if (!columns.contains(Column.ID)) {
            cells.add(row.draftKey().object());
        }
        cells.add(row.frame().account().id().value());
        cells.add(row.currency().code());
        if (tenants) {
            cells.add(row.frame().account().zone().getId());
        }
        return cells;
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(String.join("\t", cells)).append('\n');
    }

    private Object cell(CampaignRow row, Column column) {
        Metric metric = column.metric();
        if (metric != null) {
            return number(row.figure(metric), metric.unit() == Metric.Unit.COUNT ? 0 : 2);
        }
        return switch (column) {
            case ON -> row.isOn() ? "on" : "off";
            case TENANT -> row.frame().tenant().name();
            case ACCOUNT -> row.frame().account().name();
            case DELIVERY -> DeliveryLook.words(row.delivery(), true);
            case OBJECTIVE -> row.objective();
            case START -> DayWords.start(formats, row);
            case END -> DayWords.end(formats, row);
            case ID -> row.draftKey().object();
            case BUDGET -> row.budget().amount() == null
                    ? row.budget().note()
                    : number(row.budget().amount().amount(), row.currency().decimals());
            case BID -> row.bid();
            case CAP -> cap(row);
            case PACING -> number(row.pace().pacing() == null ? null : row.pace().pacing().percent(), 1);
            default -> row.name();
        };
    }

    private static Object cap(CampaignRow row) {
        return row.subject() instanceof Subject.OfCampaign(var campaign) && campaign.spendCap() != null
                ? number(campaign.spendCap().amount(), row.currency().decimals())
                : "";
    }

    private static Object number(@Nullable BigDecimal value, int decimals) {
        return value == null ? "" : value.setScale(decimals, RoundingMode.HALF_UP);
    }

    /// One line without tabs; with an apostrophe before what a spreadsheet would run as a formula.
    static String words(String text) {
        return Formulas.defused(text.replaceAll("[\\t\\r\\n]+", " "));
    }
}
