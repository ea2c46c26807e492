package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.GraphId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What an audience must be, and how the API wants it said (graph-api chapter 06).
final class AudienceRules {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final double LEAST_RATIO = 0.01;
    private static final double LARGEST_RATIO = 0.20;
    private static final int SEED_PEOPLE = 100;
    private static final int RETENTION_DAYS = 180;
    private static final int DAY_SECONDS = 86_400;
    private static final double ENOUGH = 1e-6;

    private AudienceRules() {
    }

    static void checkName(String name) {
        if (name.isBlank()) {
            throw invalid("name", "An audience needs a name", "Type one.");
        }
    }

    static void checkLookalike(CustomAudience seed, String country, double startingRatio, double ratio) {
        if (!COUNTRY.matcher(country).matches()) {
            throw invalid("country", "A country is written with two capital letters", "For example DE or US.");
        }
        if (!wholePercent(ratio) || ratio < LEAST_RATIO - ENOUGH || ratio > LARGEST_RATIO + ENOUGH) {
            throw invalid("ratio", "A lookalike covers 1 to 20 per cent of a country", "Choose a whole per cent.");
        }
        if (!wholePercent(startingRatio) || startingRatio < 0 || startingRatio >= ratio - ENOUGH) {
            throw invalid("startingRatio", "The band must start below its end", "Choose a smaller start.");
        }
        Long people = seed.sizeUpper();
        if (people != null && people >= 0 && people < SEED_PEOPLE) {
            throw invalid("originId", "The source has too few people",
                    "Facebook needs at least 100 people of one country in it.");
        }
    }

    private static boolean wholePercent(double ratio) {
        return Math.abs(ratio * 100 - Math.rint(ratio * 100)) < ENOUGH;
    }

    /// Those that could be the same lookalike: the band's start is not known of them yet.
    static List<CustomAudience> likeIt(List<CustomAudience> audiences, GraphId origin, String country, double ratio) {
        return audiences.stream().filter(audience -> {
            CustomAudience.Lookalike lookalike = audience.lookalike();
            return lookalike != null && origin.equals(lookalike.originId())
                    && Math.abs(lookalike.ratio() - ratio) < ENOUGH && lookalike.countries().equals(List.of(country));
        }).toList();
    }

    static boolean startsAt(String lookalikeSpec, double startingRatio) {
        return Math.abs(Json.read(lookalikeSpec).path("starting_ratio").asDouble(0) - startingRatio) < ENOUGH;
    }

    static Map<String, String> lookalike(String name, GraphId origin, String country, double startingRatio,
            double ratio) {
        Map<String, Object> spec = new LinkedHashMap<>();
        if (startingRatio > ENOUGH) {
            spec.put("starting_ratio", decimal(startingRatio));
        }
        spec.put("ratio", decimal(ratio));
        spec.put("country", country);
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("name", name.strip());
        parameters.put("subtype", "LOOKALIKE");
        parameters.put("origin_audience_id", origin.value());
        parameters.put("lookalike_spec", Json.of(spec));
        return parameters;
    }

    /// A number, not text: value types are enforced since v24.
    private static BigDecimal decimal(double ratio) {
        return BigDecimal.valueOf(ratio).setScale(2, RoundingMode.HALF_UP);
    }

    static void checkRetention(int days) {
        if (days < 1 || days > RETENTION_DAYS) {
            throw invalid("retentionDays", "People stay 1 to 180 days in a website audience", "Choose fewer days.");
        }
    }

    /// Without an event and an address, everybody who visited any page.
    static Map<String, String> website(String name, GraphId pixel, String event, String urlContains,
            int retentionDays) {
        List<Map<String, Object>> filters = new ArrayList<>();
        if (!event.isBlank()) {
            filters.add(filter("event", "eq", event.strip()));
        }
        if (!urlContains.isBlank() || filters.isEmpty()) {
            filters.add(filter("url", "i_contains", urlContains.strip()));
        }
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("id", pixel.value());
        source.put("type", "pixel");
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("event_sources", List.of(source));
        rule.put("retention_seconds", retentionDays * DAY_SECONDS);
        rule.put("filter", group("and", "filters", filters));
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("name", name.strip());
        parameters.put("prefill", "true");
        parameters.put("rule", Json.of(Map.of("inclusions", group("or", "rules", List.of(rule)))));
        return parameters;
    }

    static Map<String, String> customerList(String name, String description, String source) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("name", name.strip());
        parameters.put("subtype", "CUSTOM");
        if (!description.isBlank()) {
            parameters.put("description", description.strip());
        }
        parameters.put("customer_file_source", source);
        return parameters;
    }

    private static Map<String, Object> filter(String field, String operator, String value) {
        Map<String, Object> filter = new LinkedHashMap<>();
        filter.put("field", field);
        filter.put("operator", operator);
        filter.put("value", value);
        return filter;
    }

    private static Map<String, Object> group(String operator, String name, List<?> members) {
        Map<String, Object> group = new LinkedHashMap<>();
        group.put("operator", operator);
        group.put(name, members);
        return group;
    }

    private static DeskException invalid(String field, String title, String remedy) {
        return new DeskException(Problem.invalid(field, title, remedy));
    }
}
