package com.bizosaas.adsdesk.sandbox.graph;

import com.bizosaas.adsdesk.sandbox.model.GraphError;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Opaque cursors. Inside: a place in the list and the id found there, so that a list that changed is noticed and a
/// cursor whose object is gone fails, as Facebook's do.
final class Cursors {

    /// @param place index in the list as it stood
    record Cursor(int place, String id) {
    }

    private static final String MARK = "QVFI";

    private Cursors() {
    }

    static String write(int place, String id) {
        String inner = place + ":" + id;
        return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(inner.getBytes(StandardCharsets.UTF_8))
                + "ZD";
    }

    /// @throws GraphError 2642 where the text is no cursor
    static Cursor read(String text) {
        if (text.startsWith(MARK) && text.endsWith("ZD") && text.length() > MARK.length() + 2) {
            try {
                String inner = new String(
                        Base64.getUrlDecoder().decode(text.substring(MARK.length(), text.length() - 2)),
                        StandardCharsets.UTF_8);
                int colon = inner.indexOf(':');
                if (colon > 0) {
                    return new Cursor(Integer.parseInt(inner.substring(0, colon)), inner.substring(colon + 1));
                }
            } catch (IllegalArgumentException _) {
                throw invalid();
            }
        }
        throw invalid();
    }

    static GraphError invalid() {
        return GraphError.of(400, 2642, "(#2642) Invalid cursors values");
    }
}
