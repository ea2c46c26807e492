package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Delivery;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Pill;

/// How each delivery state looks: a shape of its own, and a fill only where somebody should look.
record DeliveryLook(Icons icon, Pill.Tone tone) {

    static DeliveryLook of(Delivery.State state) {
        return switch (state) {
            case ACTIVE -> new DeliveryLook(Icons.DOT, Pill.Tone.OK);
            case LEARNING -> new DeliveryLook(Icons.LEARNING, Pill.Tone.LEARN);
            case LEARNING_LIMITED -> new DeliveryLook(Icons.CAUTION, Pill.Tone.WARNING);
            case IN_REVIEW, PROCESSING -> new DeliveryLook(Icons.CLOCK, Pill.Tone.INFO);
            case SCHEDULED -> new DeliveryLook(Icons.SCHEDULED, Pill.Tone.INFO);
            case COMPLETED -> new DeliveryLook(Icons.CHECK, Pill.Tone.OFF);
            case PAUSED, CAMPAIGN_OFF, AD_SET_OFF -> new DeliveryLook(Icons.PAUSE, Pill.Tone.OFF);
            case PARTS_OFF -> new DeliveryLook(Icons.RING, Pill.Tone.OFF);
            case REJECTED -> new DeliveryLook(Icons.STOPPED, Pill.Tone.DANGER);
            case ISSUES, BILLING -> new DeliveryLook(Icons.ISSUE, Pill.Tone.DANGER);
            case ARCHIVED, DELETED -> new DeliveryLook(Icons.ARCHIVE, Pill.Tone.OFF);
            case DRAFTED -> new DeliveryLook(Icons.EDIT, Pill.Tone.INFO);
            case UNKNOWN -> new DeliveryLook(Icons.HELP, Pill.Tone.OFF);
        };
    }

    /// "Learning 31/50" where there is room for the count.
    static String words(Delivery delivery, boolean counted) {
        return counted && delivery.state() == Delivery.State.LEARNING
                ? "Learning " + delivery.learned() + "/" + Delivery.LEARNING_GOAL
                : delivery.state().label();
    }
}
