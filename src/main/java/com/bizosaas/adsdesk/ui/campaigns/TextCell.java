package com.bizosaas.adsdesk.ui.campaigns;

import java.util.function.Function;

/// Words without a state of their own, muted.
final class TextCell extends RowCell {

    private final Function<CampaignRow, String> words;

    TextCell(Function<CampaignRow, String> words) {
        this.words = words;
        getStyleClass().add("text-cell");
    }

    @Override
    protected void show(CampaignRow row) {
        setText(words.apply(row));
        explain(getText());
    }

    @Override
    protected void clear() {
        setText(null);
    }
}
