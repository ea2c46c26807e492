package com.bizosaas.adsdesk.ui.login;

import java.net.CookieManager;
import java.net.CookieStore;
import java.net.HttpCookie;
import java.net.URI;
import java.util.List;

/// Keeps cookies in memory and sends them as browsers do, as bare `name=value` (RFC 6265). The JDK takes a cookie with
/// `Max-Age` for one of RFC 2965 and would send it with `$Version`, `$Path` and quotes, which no site expects today.
final class PlainCookieStore implements CookieStore {

    private final CookieStore memory = new CookieManager().getCookieStore();

    @Override
    public void add(URI uri, HttpCookie cookie) {
        cookie.setVersion(0);
        memory.add(uri, cookie);
    }

    @Override
    public List<HttpCookie> get(URI uri) {
        return memory.get(uri);
    }

    @Override
    public List<HttpCookie> getCookies() {
        return memory.getCookies();
    }

    @Override
    public List<URI> getURIs() {
        return memory.getURIs();
    }

    @Override
    public boolean remove(URI uri, HttpCookie cookie) {
        return memory.remove(uri, cookie);
    }

    @Override
    public boolean removeAll() {
        return memory.removeAll();
    }
}
