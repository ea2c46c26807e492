package com.bizosaas.adsdesk.log;

import java.util.List;
import java.util.regex.Pattern;

/// Takes secrets and personal data out of text: every secret that is in use, and whatever looks like one (tokens, secrets and
/// codes in any parameter or JSON form, bearer headers, app tokens, e-mail addresses and phone numbers). The one redaction
/// point for log lines, messages and what is copied out of them. Stateless.
public final class Redactor {

    private record Rule(Pattern pattern, String replacement) {
    }

    private static final String SECRET_NAMES = "access_token|client_secret|appsecret_proof|fb_exchange_token|input_token"
            + "|app_secret|appSecret|passphrase|password|code|state|signed_request";

    private static final List<Rule> RULES = List.of(
            new Rule(Pattern.compile("\\b(" + SECRET_NAMES + ")(=|%3D)[^&\\s\"'<>]+"), "$1$2…"),
            new Rule(Pattern.compile("([\"'](?:" + SECRET_NAMES + ")[\"']\\s*:\\s*[\"'])[^\"']*([\"'])"), "$1…$2"),
            new Rule(Pattern.compile("(?i)\\b(bearer|oauth)\\s+[A-Za-z0-9._~+/|=-]{8,}"), "$1 …"),
            new Rule(Pattern.compile("\\bEAA[A-Za-z0-9_-]{6,}"), "EAA…"),
            new Rule(Pattern.compile("\\b\\d{5,}(\\||%7C)[A-Za-z0-9_-]{8,}"), "…$1…"),
            new Rule(Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}"), "…@…"),
            new Rule(Pattern.compile("(?<![\\w+])\\+\\d[\\d ()/-]{7,}\\d"), "+…"));

    private static final int LONGEST_MESSAGE = 1000;

    private Redactor() {
    }

    /// A text from outside that becomes part of a message: Facebook quotes malformed tokens back.
    public static String message(String text) {
        String clean = redact(text);
        return clean.length() > LONGEST_MESSAGE ? clean.substring(0, LONGEST_MESSAGE) + "…" : clean;
    }

    public static String redact(String text) {
        String clean = LiveSecrets.hide(text);
        for (Rule rule : RULES) {
            clean = rule.pattern().matcher(clean).replaceAll(rule.replacement());
        }
        return clean;
    }
}
