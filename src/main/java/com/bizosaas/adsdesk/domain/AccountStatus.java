package com.bizosaas.adsdesk.domain;

/// `account_status` of an ad account (graph-api chapter 03).
public enum AccountStatus {
    ACTIVE(1), DISABLED(2), UNSETTLED(3), PENDING_RISK_REVIEW(7), PENDING_SETTLEMENT(8), IN_GRACE_PERIOD(
            9), PENDING_CLOSURE(100), CLOSED(101),
    /// A number that Meta added after this release.
    UNKNOWN(-1);

    private final int code;

    AccountStatus(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static AccountStatus ofCode(int code) {
        for (AccountStatus status : values()) {
            if (status.code == code) {
                return status;
            }
        }
        return UNKNOWN;
    }

    /// Whether ads can run at all, as far as the account is concerned.
    public boolean delivers() {
        return this == ACTIVE || this == IN_GRACE_PERIOD || this == UNKNOWN;
    }

    /// Whether the desk lets an operator connect this account.
    public boolean connectable() {
        return this != DISABLED && this != CLOSED;
    }
}
