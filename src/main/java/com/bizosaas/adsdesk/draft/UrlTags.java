package com.bizosaas.adsdesk.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// URL parameters as `url_tags` of a creative has them: `name=value` joined by `&`, with Facebook's macros in double braces.
public final class UrlTags {

    /// The macros that Facebook fills in.
    public static final List<String> MACROS = List.of("{{campaign.id}}", "{{campaign.name}}", "{{adset.id}}",
            "{{adset.name}}", "{{ad.id}}", "{{ad.name}}", "{{placement}}", "{{site_source_name}}");
    private static final Pattern MACRO = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Set<String> KNOWN = Set.copyOf(MACROS);

    private UrlTags() {
    }

    /// What is wrong with the text; empty where nothing is.
    public static Optional<String> problem(String tags) {
        for (String part : tags.split("&", -1)) {
            if (!part.matches("[^=\\s?#]+=[^=\\s#]*")) {
                return Optional.of("Write name=value, joined by &, without blanks: “" + part + "” is not like that.");
            }
        }
        Matcher macro = MACRO.matcher(tags);
        while (macro.find()) {
            if (!KNOWN.contains(macro.group())) {
                return Optional
                        .of("Facebook knows no " + macro.group() + ". It has " + String.join(", ", MACROS) + ".");
            }
        }
        return MACRO.matcher(tags).replaceAll("").chars().anyMatch(c -> c == '{' || c == '}')
                ? Optional.of("A brace is open. Write macros as {{campaign.name}}.")
                : Optional.empty();
    }

    /// Names of the wanted parameters that are not there.
    static List<String> missing(String wanted, String tags) {
        Map<String, String> there = parsed(tags);
        List<String> missing = new ArrayList<>(parsed(wanted).keySet());
        missing.removeAll(there.keySet());
        return missing;
    }

    /// The text with the wanted parameters that it lacks.
    static String completed(String wanted, String tags) {
        Map<String, String> all = new LinkedHashMap<>(parsed(tags));
        parsed(wanted).forEach(all::putIfAbsent);
        return String.join("&", all.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).toList());
    }

    private static Map<String, String> parsed(String tags) {
        Map<String, String> all = new LinkedHashMap<>();
        Arrays.stream(tags.split("&")).filter(part -> part.indexOf('=') > 0)
                .forEach(part -> all.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1)));
        return all;
    }
}
