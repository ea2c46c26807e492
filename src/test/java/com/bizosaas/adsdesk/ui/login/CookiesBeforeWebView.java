package com.bizosaas.adsdesk.ui.login;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/// Does before all tests what `main` does before all windows: WebView keeps for good whichever cookie handler was the
/// default when its classes were loaded, by whatever test that was.
public final class CookiesBeforeWebView implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        LoginCookies.install();
    }
}
