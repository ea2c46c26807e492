package com.bizosaas.adsdesk.sandbox.fleet;

/// A fault of performance or review planted in a fleet for the desk to find (walkthrough W1).
public enum Anomaly {
    /// Yesterday's spend above 1.75 times the daily budget.
    SPEND_SPIKE,
    /// High spend without a single purchase for some days.
    ZERO_CONVERSIONS,
    /// Yesterday's click-through rate more than a fifth below the mean of the seven days before.
    CTR_DROP,
    /// Yesterday's cost per thousand impressions almost half above the mean of the seven days before.
    CPM_RISE,
    /// An ad that the review refused.
    DISAPPROVED;

    /// Private field of a campaign that names its planted fault.
    public static final String FIELD = "_anomaly";
    /// Private field of a campaign: the account's day on which the fault shows.
    public static final String DAY_FIELD = "_anomaly_day";
}
