package com.bizosaas.adsdesk.graph;

import java.util.regex.Pattern;

/// Takes out of a text what looks like a secret, before it becomes a message: Facebook quotes malformed tokens back.
public final class Redaction {

    private static final Pattern SECRET = Pattern.compile("(?i)EAA[A-Za-z0-9]{4,}" + "|bearer\\s+[^\\s\"&]+"
            + "|\\d{5,}\\|[A-Za-z0-9_-]{8,}"
            + "|(?:access_token|input_token|fb_exchange_token|client_secret|appsecret_proof|code|state)=[^\\s\"&]+");
    private static final int MAX = 1000;

    private Redaction() {
    }

    public static String of(String text) {
        String shorter = text.length() > MAX ? text.substring(0, MAX) + "…" : text;
        return SECRET.matcher(shorter).replaceAll("…");
    }
}
