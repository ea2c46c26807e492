package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Sparkline;
import java.math.BigDecimal;
import java.util.List;

/// Spend of the last fourteen days as bars.
final class BarsCell extends RowCell {

    private final Formats formats;
    private final Sparkline bars = new Sparkline();

    BarsCell(Formats formats) {
        this.formats = formats;
        getStyleClass().add("bars-cell");
    }

    @Override
    protected void show(CampaignRow row) {
        List<BigDecimal> days = row.bars();
        if (!row.known()) {
            setGraphic(null);
            setText(BEING_READ);
            return;
        }
        if (days.isEmpty()) {
            setGraphic(null);
            setText(Formats.NONE);
            return;
        }
        bars.show(days.stream().map(BigDecimal::doubleValue).toList(), !row.isOn(), sentence(formats, days));
        setText(null);
        setGraphic(bars);
    }

    @Override
    protected String explanation(CampaignRow row) {
        return !row.known()
                ? BEING_READ_WORDS
                : row.bars().isEmpty() ? "Nothing was delivered in these 14 days." : sentence(formats, row.bars());
    }

    static String sentence(Formats formats, List<BigDecimal> days) {
        return "Spend, " + days.size() + " days, " + formats.decimal(days.getFirst(), 0) + " to "
                + formats.decimal(days.getLast(), 0) + ", lowest "
                + formats.decimal(days.stream().min(BigDecimal::compareTo).orElseThrow(), 0) + ", highest "
                + formats.decimal(days.stream().max(BigDecimal::compareTo).orElseThrow(), 0);
    }

    @Override
    protected void clear() {
        setGraphic(null);
        setText(null);
    }
}
