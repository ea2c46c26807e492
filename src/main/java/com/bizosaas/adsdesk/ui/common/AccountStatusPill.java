package com.bizosaas.adsdesk.ui.common;

import com.bizosaas.adsdesk.domain.AccountStatus;

/// An ad account's status as word, shape and tone.
public final class AccountStatusPill {

    private AccountStatusPill() {
    }

    public static String words(AccountStatus status) {
        return switch (status) {
            case ACTIVE -> "Active";
            case DISABLED -> "Disabled";
            case UNSETTLED -> "Unsettled";
            case PENDING_RISK_REVIEW -> "In review";
            case PENDING_SETTLEMENT -> "Payment pending";
            case IN_GRACE_PERIOD -> "Grace period";
            case PENDING_CLOSURE -> "Closing";
            case CLOSED -> "Closed";
            case UNKNOWN -> "Unknown status";
        };
    }

    public static Pill of(AccountStatus status) {
        Pill pill = new Pill();
        show(pill, status);
        return pill;
    }

    public static void show(Pill pill, AccountStatus status) {
        switch (status) {
            case ACTIVE -> pill.show(words(status), Icons.DOT, Pill.Tone.OK);
            case DISABLED, CLOSED -> pill.show(words(status), Icons.STOPPED, Pill.Tone.DANGER);
            case UNSETTLED -> pill.show(words(status), Icons.ISSUE, Pill.Tone.DANGER);
            case PENDING_RISK_REVIEW -> pill.show(words(status), Icons.CLOCK, Pill.Tone.INFO);
            case PENDING_SETTLEMENT, PENDING_CLOSURE, IN_GRACE_PERIOD ->
                pill.show(words(status), Icons.CAUTION, Pill.Tone.WARNING);
            case UNKNOWN -> pill.show(words(status), Icons.RING, Pill.Tone.OFF);
        }
    }
}
