package com.bizosaas.adsdesk.sandbox.model;

/// The kinds of graph objects that the sandbox keeps.
public enum Kind {
    USER, BUSINESS, AD_ACCOUNT, CAMPAIGN, AD_SET, AD, AD_CREATIVE, AD_IMAGE, AD_VIDEO, CUSTOM_AUDIENCE, PAGE, PIXEL,
    /// An asynchronous insights run.
    REPORT_RUN
}
