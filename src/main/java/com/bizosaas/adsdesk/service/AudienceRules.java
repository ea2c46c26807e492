package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.GraphId;
import java.util.List;
import java.util.regex.Pattern;

/// What an audience must be (graph-api chapter 06).
final class AudienceRules {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final double LEAST_RATIO = 0.01;
    private static final double LARGEST_RATIO = 0.20;
    private static final int SEED_PEOPLE = 100;
    private static final int RETENTION_DAYS = 180;
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

    static void checkRetention(int days) {
        if (days < 1 || days > RETENTION_DAYS) {
            throw invalid("retentionDays", "People stay 1 to 180 days in a website audience", "Choose fewer days.");
        }
    }

    private static DeskException invalid(String field, String title, String remedy) {
        return new DeskException(Problem.invalid(field, title, remedy));
    }
}
