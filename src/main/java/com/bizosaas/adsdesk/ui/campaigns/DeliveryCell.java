package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Delivery;
import com.bizosaas.adsdesk.ui.common.Pill;
import javafx.css.PseudoClass;
import org.jspecify.annotations.Nullable;

/// The delivery state as dot or pill; Meta's reason in the tooltip.
final class DeliveryCell extends RowCell {

    private static final PseudoClass DRAFTED = PseudoClass.getPseudoClass("drafted");

    private final Pill pill = new Pill();
    private Delivery.@Nullable State painted;

    @Override
    protected void show(CampaignRow row) {
        Delivery delivery = row.delivery();
        String drafted = DraftWords.status(row);
        pseudoClassStateChanged(DRAFTED, !drafted.isEmpty());
        if (!drafted.isEmpty()) {
            setGraphic(null);
            setText(drafted);
            explain("Now: " + DeliveryLook.words(delivery, true) + ". " + drafted + " when it is published.");
            return;
        }
        if (!row.settled() && delivery.state() == Delivery.State.ACTIVE) {
            setGraphic(null);
            setText(BEING_READ);
            explain(BEING_READ_WORDS);
            return;
        }
        setText(null);
        if (painted != delivery.state()) {
            painted = delivery.state();
            DeliveryLook look = DeliveryLook.of(delivery.state());
            pill.show(delivery.state().label(), look.icon(), look.tone());
        }
        String counted = DeliveryLook.words(delivery, true);
        explain(delivery.reason().isEmpty() ? counted : counted + "\n" + delivery.reason());
        setGraphic(pill);
    }

    @Override
    protected void clear() {
        setGraphic(null);
        setText(null);
        pseudoClassStateChanged(DRAFTED, false);
    }
}
