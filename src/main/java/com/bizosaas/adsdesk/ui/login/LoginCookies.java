package com.bizosaas.adsdesk.ui.login;

import java.io.IOException;
import java.net.CookieHandler;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The one cookie handler of this process. WebView's HTTP client keeps whichever handler was the default when its class
/// was loaded, so replacing the default between two logins changes nothing; this handler stays and its inner store is
/// swapped instead (robustness 3.4). Between logins it takes and gives no cookie.
///
/// Thread-safe: WebView's network threads call it.
public final class LoginCookies extends CookieHandler {

    private static final LoginCookies ONLY = new LoginCookies();

    /// One login's cookies, the addresses that a whole page may be asked from, and whether any server answered yet.
    private record Login(CookieManager cookies, Predicate<URI> fence, AtomicBoolean answered) {
    }

    private volatile @Nullable Login login;

    private LoginCookies() {
    }

    /// Must run before any class of WebView is loaded: the first thing `main` does.
    public static void install() {
        CookieHandler.setDefault(ONLY);
    }

    /// Starts a login with an empty store; whatever an earlier one left is gone.
    ///
    /// @param fence asked before a request for a whole page leaves; called on network threads
    static void begin(Predicate<URI> fence) {
        if (CookieHandler.getDefault() != ONLY) {
            throw new IllegalStateException("LoginCookies were not installed before the first window");
        }
        ONLY.login = new Login(new CookieManager(new PlainCookieStore(), CookiePolicy.ACCEPT_ORIGINAL_SERVER), fence,
                new AtomicBoolean());
    }

    /// Whether a server answered the present login with anything at all.
    static boolean wasAnswered() {
        Login now = ONLY.login;
        return now != null && now.answered().get();
    }

    static void end() {
        ONLY.login = null;
    }

    @Override
    public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) throws IOException {
        Login now = login;
        if (now == null) {
            return Map.of();
        }
        if (asksForPage(headers) && !now.fence().test(uri)) {
            throw new IOException("Not a page of the sign-in: " + uri.getHost());
        }
        return now.cookies().get(uri, headers);
    }

    /// WebView tells of a navigation only when its request has left. This is asked before, so that a page outside the
    /// fence receives nothing at all.
    private static boolean asksForPage(Map<String, List<String>> headers) {
        return headers.entrySet().stream().anyMatch(header -> "sec-fetch-dest".equalsIgnoreCase(header.getKey())
                && header.getValue().contains("document"));
    }

    @Override
    public void put(URI uri, Map<String, List<String>> headers) throws IOException {
        Login now = login;
        if (now != null) {
            now.answered().set(true);
            now.cookies().put(uri, headers);
        }
    }
}
