package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.ui.common.Formats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// Rows as a spreadsheet takes them from the clipboard: a line of heads, then a line each, cells parted by tabs. Numbers
/// have the operator's decimal sign and no grouping, so that they arrive as numbers; what would be taken for a formula
/// arrives as text.
final class SheetText {

    private static final String FORMULA = "=+-@\t\r";

    private final Formats formats;
    private final boolean tenants;

    /// @param tenants whether each line names its tenant
    SheetText(Formats formats, boolean tenants) {
        this.formats = formats;
        this.tenants = tenants;
    }

    String of(List<CampaignRow> rows, View view) {
        List<Column> columns = new ArrayList<>();
        if (tenants) {
            columns.add(Column.TENANT);
        }
        view.layout().columns().stream().filter(column -> column != Column.DAYS).forEach(columns::add);
        StringBuilder text = new StringBuilder();
        List<String> heads = new ArrayList<>(columns.stream().map(Column::title).toList());
        heads.add("Currency");
        line(text, heads);
        for (CampaignRow row : rows) {
            List<String> cells = new ArrayList<>(columns.stream().map(column -> cell(row, column)).toList());
            cells.add(row.currency().code());
            line(text, cells);
        }
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(String.join("\t", cells)).append('\n');
    }

    private String cell(CampaignRow row, Column column) {
        Metric metric = column.metric();
        if (metric != null) {
            return number(row.figure(metric), metric.unit() == Metric.Unit.COUNT ? 0 : 2);
        }
        return switch (column) {
            case ON -> row.isOn() ? "on" : "off";
            case TENANT -> words(row.frame().tenant().name());
            case ACCOUNT -> words(row.frame().account().name());
            case DELIVERY -> words(DeliveryLook.words(row.delivery(), true));
            case OBJECTIVE -> words(row.objective());
            case START -> words(DayWords.start(formats, row));
            case END -> words(DayWords.end(formats, row));
            case ID -> "'" + row.key().id().value();
            case BUDGET -> row.budget().amount() == null
                    ? words(row.budget().note())
                    : number(row.budget().amount().amount(), row.currency().decimals());
            case BID -> words(row.bid());
            default -> words(row.name());
        };
    }

    private String number(@org.jspecify.annotations.Nullable BigDecimal value, int decimals) {
        return value == null ? "" : formats.plain(value.setScale(decimals, RoundingMode.HALF_UP));
    }

    /// One line without tabs; with an apostrophe before what a spreadsheet would run as a formula.
    static String words(String text) {
        String one = text.replaceAll("[\\t\\r\\n]+", " ");
        return !one.isEmpty() && FORMULA.indexOf(one.charAt(0)) >= 0 ? "'" + one : one;
    }
}
