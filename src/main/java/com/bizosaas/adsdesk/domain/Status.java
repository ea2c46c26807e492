package com.bizosaas.adsdesk.domain;

/// What was set on a campaign, ad set or ad (graph-api chapter 04). What comes of it is the [EffectiveStatus].
public record Status(String value) {

    public static final Status ACTIVE = new Status("ACTIVE");
    public static final Status PAUSED = new Status("PAUSED");
    public static final Status ARCHIVED = new Status("ARCHIVED");
    public static final Status DELETED = new Status("DELETED");

    /// Whether the switch shows on.
    public boolean isOn() {
        return equals(ACTIVE);
    }

    /// Whether the switch can be used: archived and deleted objects have no way back.
    public boolean canSwitch() {
        return equals(ACTIVE) || equals(PAUSED);
    }
}
