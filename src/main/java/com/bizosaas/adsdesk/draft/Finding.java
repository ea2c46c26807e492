package com.bizosaas.adsdesk.draft;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a check has to say about a draft.
///
/// @param field a field of the Graph API, empty for the object as a whole
/// @param code a stable word such as `budget.minimum`
/// @param text what is wrong, one short sentence without a full stop
/// @param fix what to do about it
/// @param repair values that would mend it, by field; empty where a person must decide
/// @param until when it will be in order by itself, null where it will not
public record Finding(DraftKey key, String field, Severity severity, String code, String text, String fix,
        Map<String, String> repair, @Nullable Instant until) {

    public enum Severity {
        /// Nothing to say.
        GREEN,
        /// It can be published; a person should know.
        YELLOW,
        /// It is not published as it is.
        RED
    }

    public Finding {
        repair = Map.copyOf(repair);
    }

    static Finding red(DraftKey key, String field, String code, String text, String fix) {
        return new Finding(key, field, Severity.RED, code, text, fix, Map.of(), null);
    }

    static Finding yellow(DraftKey key, String field, String code, String text, String fix) {
        return new Finding(key, field, Severity.YELLOW, code, text, fix, Map.of(), null);
    }

    Finding repairedBy(String otherField, String value) {
        return new Finding(key, field, severity, code, text, fix, Map.of(otherField, value), until);
    }

    Finding until(Instant when) {
        return new Finding(key, field, severity, code, text, fix, repair, when);
    }
}
