package com.bizosaas.adsdesk.ui.performance;

/// How finely the trend is drawn. Weeks start on Monday.
public enum Grain {
    DAY, WEEK
}
