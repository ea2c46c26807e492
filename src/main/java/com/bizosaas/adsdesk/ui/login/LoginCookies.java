package com.bizosaas.adsdesk.ui.login;

import java.io.IOException;
import java.net.CookieHandler;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The one cookie handler of this process. WebView's HTTP client keeps whichever handler was the default when its class
/// was loaded, so replacing the default between two logins changes nothing; this handler stays and its inner store is
/// swapped instead (robustness 3.4). Between logins it takes and gives no cookie.
///
/// Thread-safe: WebView's network threads call it.
public final class LoginCookies extends CookieHandler {

    private static final LoginCookies ONLY = new LoginCookies();

    private volatile @Nullable CookieManager inner;

    private LoginCookies() {
    }

    /// Must run before any class of WebView is loaded: the first thing `main` does.
    public static void install() {
        CookieHandler.setDefault(ONLY);
    }

    /// Starts a login with an empty store; whatever an earlier one left is gone.
    static void begin() {
        if (CookieHandler.getDefault() != ONLY) {
            throw new IllegalStateException("LoginCookies were not installed before the first window");
        }
        ONLY.inner = new CookieManager(new PlainCookieStore(), CookiePolicy.ACCEPT_ORIGINAL_SERVER);
    }

    static void end() {
        ONLY.inner = null;
    }

    @Override
    public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) throws IOException {
        CookieManager store = inner;
        return store == null ? Map.of() : store.get(uri, headers);
    }

    @Override
    public void put(URI uri, Map<String, List<String>> headers) throws IOException {
        CookieManager store = inner;
        if (store != null) {
            store.put(uri, headers);
        }
    }
}
