package com.bizosaas.adsdesk.ui.setup;

/// Where a tenant stands on its way to being connected.
enum SetupStep {
    AUTHENTICATE, SELECT_ACCOUNTS, COMPLETE
}
