package com.bizosaas.adsdesk.ui.campaigns;

import java.util.function.Function;
import java.util.function.Predicate;
import javafx.css.PseudoClass;

/// Words without a state of their own, muted.
final class TextCell extends RowCell {

    private static final PseudoClass DRAFTED = PseudoClass.getPseudoClass("drafted");

    private final Function<CampaignRow, String> words;
    private final Predicate<CampaignRow> drafted;

    TextCell(Function<CampaignRow, String> words) {
        this(words, _ -> false);
    }

    /// @param drafted whether the words are not published yet, beside those of new rows
    TextCell(Function<CampaignRow, String> words, Predicate<CampaignRow> drafted) {
        this.words = words;
        this.drafted = drafted;
        getStyleClass().add("text-cell");
    }

    @Override
    protected void show(CampaignRow row) {
        setText(words.apply(row));
        pseudoClassStateChanged(DRAFTED, row.isNew() || drafted.test(row));
    }

    @Override
    protected String explanation(CampaignRow row) {
        return words.apply(row);
    }

    @Override
    protected void clear() {
        setText(null);
    }
}
