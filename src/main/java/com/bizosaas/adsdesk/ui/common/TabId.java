package com.bizosaas.adsdesk.ui.common;

/// The six tabs, in their order.
public enum TabId {
    SETUP, CAMPAIGNS, AUDIENCES, CREATIVES, PERFORMANCE, SETTINGS
}
