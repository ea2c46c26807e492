package com.bizosaas.adsdesk.domain;

/// A budget of a campaign or an ad set; never both levels at once.
public record Budget(Kind kind, Money amount) {

    /// Per day of the account, or over the whole schedule.
    public enum Kind {
        DAILY, LIFETIME
    }

    public Budget {
        if (amount.amount().signum() < 0) {
            throw new IllegalArgumentException("A budget is not negative");
        }
    }
}
