package com.bizosaas.adsdesk.domain;

/// What the hierarchy and Meta's review make of a [Status] (graph-api chapter 04). Open: unknown texts are kept.
public record EffectiveStatus(String value) {

    public static final EffectiveStatus ACTIVE = new EffectiveStatus("ACTIVE");
    public static final EffectiveStatus PAUSED = new EffectiveStatus("PAUSED");
    public static final EffectiveStatus CAMPAIGN_PAUSED = new EffectiveStatus("CAMPAIGN_PAUSED");
    public static final EffectiveStatus ADSET_PAUSED = new EffectiveStatus("ADSET_PAUSED");
    public static final EffectiveStatus IN_PROCESS = new EffectiveStatus("IN_PROCESS");
    public static final EffectiveStatus WITH_ISSUES = new EffectiveStatus("WITH_ISSUES");
    public static final EffectiveStatus PENDING_REVIEW = new EffectiveStatus("PENDING_REVIEW");
    public static final EffectiveStatus DISAPPROVED = new EffectiveStatus("DISAPPROVED");
    public static final EffectiveStatus PREAPPROVED = new EffectiveStatus("PREAPPROVED");
    public static final EffectiveStatus PENDING_BILLING_INFO = new EffectiveStatus("PENDING_BILLING_INFO");
    public static final EffectiveStatus ARCHIVED = new EffectiveStatus("ARCHIVED");
    public static final EffectiveStatus DELETED = new EffectiveStatus("DELETED");
    /// Not Meta's word: the object is a draft of this desk and does not exist there yet.
    public static final EffectiveStatus DRAFTED = new EffectiveStatus("DRAFTED");
}
