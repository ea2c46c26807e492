package com.bizosaas.adsdesk.sandbox.insights;

import com.bizosaas.adsdesk.sandbox.model.GraphError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The names that `fields` and `breakdowns` may hold. A breakdown's column comes by itself and is refused as a field.
final class InsightsFields {

    private static final Set<String> FIELDS = names("fields.txt");
    private static final Set<String> BREAKDOWNS = names("breakdowns.txt");
    private static final List<String> DEFAULT = List.of("impressions", "spend");

    private InsightsFields() {
    }

    static List<String> parse(String text) {
        List<String> fields = QueryText.names(text);
        for (String field : fields) {
            if (!FIELDS.contains(field)) {
                throw GraphError.invalidParameter(field + " is not valid for fields param. please check "
                        + "https://developers.facebook.com/docs/marketing-api/reference/ads-insights/"
                        + " for all valid values");
            }
        }
        return fields.isEmpty() ? DEFAULT : fields;
    }

    static boolean isField(String name) {
        return FIELDS.contains(name);
    }

    static boolean isBreakdown(String name) {
        return BREAKDOWNS.contains(name);
    }

    static String breakdowns() {
        return String.join(", ", BREAKDOWNS);
    }

    private static Set<String> names(String resource) {
        try (InputStream in = InsightsFields.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            Set<String> names = new LinkedHashSet<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .forEach(names::add);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
