package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.graph.GraphException.Kind;
import com.bizosaas.adsdesk.graph.GraphRequest.Effect;
import com.bizosaas.adsdesk.graph.wire.ErrorJson;
import java.util.Locale;
import java.util.Set;

/// The one table of what can come of a call and what is done about it (robustness "Classify every outcome once",
/// graph-api chapter 11). Bodies decide, not statuses: errors come with 200, throttling with 400.
enum Outcome {
    OK,
    /// No byte left: DNS, connection, TLS.
    NOT_SENT,
    /// Sent, then reset, end of file, timeout, 5xx, HTML, or JSON that is not whole or not of the expected shape.
    LOST,
    /// A page or a redirect came where only JSON is answered, and no server's stumble: something in this network, as its
    /// sign-in page, answered in Facebook's place.
    ELSEWHERE,
    /// Facebook says that it stumbled.
    HICCUP,
    /// A limit; its scope closes for a while.
    LIMIT, TOKEN, PERMISSION, BLOCKED, VERSION, REFUSED,
    /// "Please reduce the amount of data": a smaller page of the same.
    SMALLER_PAGE,
    /// Too large in one piece: insights by parts, or as a report run.
    SPLIT,
    /// The place in a list is gone: from the front.
    CURSOR,
    /// A report run that has not ended.
    NOT_READY;

    /// What the send loop does.
    enum Reaction {
        ANSWER, RETRY, AFTER_WINDOW, GIVE_UP
    }

    private static final Set<Integer> TOKEN_SUBCODES = Set.of(458, 459, 460, 463, 464, 467, 492);
    private static final Set<Integer> LIMIT_CODES = Set.of(4, 17, 32, 613);
    /// Numbers that appear as a subcode and now and then as the code itself.
    private static final Set<Integer> TOO_LARGE = Set.of(1487534, 1504018, 1504038, 2490547, 1504045);

    Reaction reaction(Effect effect) {
        return switch (this) {
            case OK -> Reaction.ANSWER;
            case NOT_SENT -> Reaction.RETRY;
            // What may have happened is never repeated blindly: a create is looked for, an update is read back.
            case LOST, ELSEWHERE, HICCUP -> effect == Effect.READ ? Reaction.RETRY : Reaction.GIVE_UP;
            // Throttled means not done, whatever it was.
            case LIMIT -> Reaction.AFTER_WINDOW;
            case TOKEN, PERMISSION, BLOCKED, VERSION, REFUSED, SMALLER_PAGE, SPLIT, CURSOR, NOT_READY ->
                Reaction.GIVE_UP;
        };
    }

    /// As what the caller gets to know it.
    Kind kind(Effect effect) {
        return switch (this) {
            case NOT_SENT -> Kind.NOT_SENT;
            case LOST, HICCUP -> effect == Effect.READ ? Kind.TRANSIENT : Kind.UNKNOWN_EFFECT;
            case ELSEWHERE -> effect == Effect.READ ? Kind.ELSEWHERE : Kind.UNKNOWN_EFFECT;
            case LIMIT -> Kind.LIMIT;
            case TOKEN -> Kind.TOKEN;
            case PERMISSION -> Kind.PERMISSION;
            case BLOCKED -> Kind.BLOCKED;
            case VERSION -> Kind.VERSION;
            case CURSOR, NOT_READY -> Kind.TRANSIENT;
            case OK, REFUSED, SMALLER_PAGE, SPLIT -> Kind.REFUSED;
        };
    }

    /// @param status of HTTP, heard only where the error names no code that is known
    static Outcome of(int status, ErrorJson error) {
        int code = error.code();
        int subcode = error.subcode();
        String text = error.message().toLowerCase(Locale.ROOT);
        if (code == 0) {
            return status == 429 ? LIMIT : LOST;
        }
        if (TOO_LARGE.contains(subcode) || TOO_LARGE.contains(code)) {
            return SPLIT;
        }
        if (code == 190 || code == 102 || code == 452 || TOKEN_SUBCODES.contains(subcode) && code == 2500) {
            return TOKEN;
        }
        if (LIMIT_CODES.contains(code) || code >= 80000 && code <= 80014) {
            // The spend cap may change ten times a day: no window of ours, the person must wait or leave it.
            return subcode == 1885172 ? REFUSED : LIMIT;
        }
        return switch (code) {
            case 1 -> text.contains("reduce the amount of data") ? SMALLER_PAGE : HICCUP;
            case 2 -> subcode == 1504041 || subcode == 1504042 ? REFUSED : HICCUP;
            case -1, -2, -3 -> SPLIT;
            case 104, 960 -> HICCUP;
            case 3, 10 -> PERMISSION;
            case 341, 368, 2859015 -> BLOCKED;
            case 2601 -> NOT_READY;
            case 2635 -> VERSION;
            case 2641, 2642 -> CURSOR;
            case 2654 -> PERMISSION;
            case 100 -> ofInvalid(subcode, text, error.hintsTransient());
            default -> code >= 200 && code <= 299 ? PERMISSION : ofUnknown(status, code, subcode, error);
        };
    }

    private static Outcome ofInvalid(int subcode, String text, boolean hintsTransient) {
        if (subcode == 3191001) {
            return PERMISSION;
        }
        boolean summaryRace = text.contains("while creating the report run");
        boolean smaller = text.contains("reduce the amount of data");
        return smaller ? SMALLER_PAGE
                : subcode == 1487390 || subcode == 99 || hintsTransient || summaryRace ? HICCUP : REFUSED;
    }

    private static Outcome ofUnknown(int status, int code, int subcode, ErrorJson error) {
        if (subcode == 99 || error.hintsTransient() || code < 0 || code == 1487390) {
            return HICCUP;
        }
        if (status == 429) {
            return LIMIT;
        }
        return status >= 500 && code != 803 && code != 2500 ? HICCUP : REFUSED;
    }
}
