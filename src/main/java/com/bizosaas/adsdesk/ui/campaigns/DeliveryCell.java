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
            return;
        }
        if (isBeingRead(row)) {
            setGraphic(null);
            setText(BEING_READ);
            return;
        }
        setText(null);
        if (painted != delivery.state()) {
            painted = delivery.state();
            DeliveryLook look = DeliveryLook.of(delivery.state());
            pill.show(delivery.state().label(), look.icon(), look.tone());
        }
        setGraphic(pill);
    }

    /// Its ad sets may still stand in its way.
    private static boolean isBeingRead(CampaignRow row) {
        return !row.settled() && row.delivery().state() == Delivery.State.ACTIVE;
    }

    @Override
    protected String explanation(CampaignRow row) {
        String drafted = DraftWords.status(row);
        String counted = DeliveryLook.words(row.delivery(), true);
        if (!drafted.isEmpty()) {
            return "Now: " + counted + ". " + drafted + " when it is published.";
        }
        String reason = row.delivery().reason();
        return isBeingRead(row) ? BEING_READ_WORDS : reason.isEmpty() ? counted : counted + "\n" + reason;
    }

    @Override
    protected void clear() {
        setGraphic(null);
        setText(null);
        pseudoClassStateChanged(DRAFTED, false);
    }
}
