package com.bizosaas.adsdesk.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fields that Facebook has taken away. A read that names one is refused as a whole; it is asked again without that field,
/// and no later read of that kind names it. What a field meant is absent then, as for any object that lacks it.
///
/// Thread-safe.
final class GoneFields {

    private static final Logger LOG = LoggerFactory.getLogger(GoneFields.class);
    private static final Pattern GONE = Pattern.compile("nonexisting field \\(([A-Za-z0-9_]{1,80})\\)");
    private static final String FIELDS = "fields";

    private final Set<Gone> known = ConcurrentHashMap.newKeySet();

    /// @param kind the edge that was read, or `object` for a read by id
    private record Gone(String kind, String field) {
    }

    /// @return whether the verdict names a field that the next try can do without
    boolean learn(Verdict verdict) {
        GraphRequest request = verdict.request();
        Matcher named = GONE.matcher(verdict.reason());
        if (verdict.outcome() != Outcome.REFUSED || verdict.code() != 100 || !named.find()) {
            return false;
        }
        List<String> asked = split(request.parameters().getOrDefault(FIELDS, ""));
        boolean told = asked.size() > 1 && asked.contains(named.group(1))
                && known.add(new Gone(kind(request), named.group(1)));
        if (told) {
            LOG.warn("Facebook no longer knows the field {} of {}; it is left out", named.group(1), kind(request));
        }
        return told;
    }

    GraphRequest without(GraphRequest request) {
        if (known.isEmpty() || !request.parameters().containsKey(FIELDS)) {
            return request;
        }
        List<String> fields = new ArrayList<>(split(request.parameters().getOrDefault(FIELDS, "")));
        return fields.removeIf(field -> known.contains(new Gone(kind(request), field)))
                ? request.with(FIELDS, String.join(",", fields))
                : request;
    }

    private static String kind(GraphRequest request) {
        int edge = request.path().lastIndexOf('/');
        return edge < 0 ? "object" : request.path().substring(edge + 1);
    }

    /// The fields by themselves; what stands in braces belongs to the field before it.
    private static List<String> split(String fields) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int at = 0; at < fields.length(); at++) {
            char sign = fields.charAt(at);
            depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
            if (sign == ',' && depth == 0) {
                parts.add(fields.substring(from, at));
                from = at + 1;
            }
        }
        parts.add(fields.substring(from));
        return parts;
    }
}
