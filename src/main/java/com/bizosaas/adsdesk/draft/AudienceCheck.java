package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.AudienceState;
import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.Draft.Action;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What must hold of an audience before it is made or deleted (graph-api chapter 06).
final class AudienceCheck {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final int SEED_PEOPLE = 100;
    private static final int MOST_DAYS = 180;
    private static final int DAY_SECONDS = 86_400;

    private final Projection projection;
    private final Draft draft;
    private final DraftKey key;
    private final Map<String, String> after;

    AudienceCheck(Projection projection, Draft draft, Map<String, String> after) {
        this.projection = projection;
        this.draft = draft;
        this.key = draft.key();
        this.after = after;
    }

    void run(List<Finding> findings) {
        if (draft.action() != Action.ADD) {
            return;
        }
        if (after.getOrDefault(Fields.SUBTYPE, "").equals("LOOKALIKE")) {
            lookalike(findings);
        } else if (after.containsKey(Fields.RULE)) {
            days(findings);
        }
        String name = after.getOrDefault(Fields.NAME, "");
        if (projection.audiences().stream().anyMatch(other -> other.name().equalsIgnoreCase(name))) {
            findings.add(Finding.yellow(key, Fields.NAME, "audience.namesake", "There is an audience of this name",
                    "Give it another name to tell them apart."));
        }
    }

    private void lookalike(List<Finding> findings) {
        String origin = projection.resolved(after.get(Fields.ORIGIN));
        CustomAudience seed = projection.audiences().stream().filter(one -> one.id().value().equals(origin))
                .findFirst().orElse(null);
        if (seed == null || projection.after(Level.AUDIENCE, origin).isEmpty()) {
            findings.add(red(Fields.ORIGIN, "audience.seed", "The source audience is not in the account",
                    "Discard it, and choose another source."));
        } else if (seed.sizeUpper() != null && seed.sizeUpper() >= 0 && seed.sizeUpper() < SEED_PEOPLE) {
            findings.add(red(Fields.ORIGIN, "audience.small", "The source has too few people",
                    "Facebook needs at least 100 people of one country in it."));
        } else if (!AudienceState.of(seed).canSeed()) {
            findings.add(Finding.yellow(key, Fields.ORIGIN, "audience.state", "The source is not ready",
                    "Facebook may refuse it. Wait until it is filled."));
        }
        JsonNode spec = Trees.read(after.getOrDefault(Fields.LOOKALIKE, ""));
        double ratio = spec.path("ratio").asDouble(0);
        double start = spec.path("starting_ratio").asDouble(0);
        if (ratio < 0.01 || ratio > 0.20 || start < 0 || start >= ratio) {
            findings.add(red(Fields.LOOKALIKE, "audience.band", "A lookalike covers 1 to 20 per cent of a country",
                    "Choose a whole per cent, and a start below the end."));
        }
        if (!COUNTRY.matcher(spec.path("country").asString("")).matches()) {
            findings.add(red(Fields.LOOKALIKE, "audience.country", "The lookalike has no country",
                    "Choose one, for example DE or US."));
        }
        twin(origin, ratio, start, spec.path("country").asString(""))
                .ifPresent(name -> findings.add(red(Fields.LOOKALIKE, "audience.twin",
                        "There is an equal lookalike: " + name, "Use that one, or choose another size or country.")));
    }

    /// An equal one, at Facebook or drafted before this. Where a band starts is not read with the list.
    private java.util.Optional<String> twin(String origin, double ratio, double start, String country) {
        Stream<String> live = start > 0
                ? Stream.empty()
                : projection.audiences().stream().filter(other -> {
                    CustomAudience.Lookalike like = other.lookalike();
                    return like != null && like.originId() != null && like.originId().value().equals(origin)
                            && Math.abs(like.ratio() - ratio) < 1e-6 && like.countries().equals(List.of(country));
                }).map(CustomAudience::name);
        Stream<String> drafted = projection.drafts().stream()
                .filter(other -> other.action() == Action.ADD && other.key().level() == Level.AUDIENCE
                        && other.key().number() < key.number()
                        && origin.equals(projection.resolved(other.mine(Fields.ORIGIN)))
                        && FieldValues.same(Fields.of(Level.AUDIENCE, Fields.LOOKALIKE),
                                Objects.requireNonNullElse(other.mine(Fields.LOOKALIKE), ""),
                                after.getOrDefault(Fields.LOOKALIKE, "")))
                .map(Draft::name);
        return Stream.concat(live, drafted).findFirst();
    }

    private void days(List<Finding> findings) {
        boolean wrong = Trees.read(after.getOrDefault(Fields.RULE, "")).path("inclusions").path("rules").valueStream()
                .mapToLong(rule -> rule.path("retention_seconds").asLong(0))
                .anyMatch(seconds -> seconds < DAY_SECONDS || seconds > (long) MOST_DAYS * DAY_SECONDS);
        if (wrong) {
            findings.add(red(Fields.RULE, "audience.days", "People stay 1 to 180 days in a website audience",
                    "Choose fewer days."));
        }
    }

    /// What hangs on an audience that is to go.
    void removal(List<Finding> findings) {
        int sets = projection.adSetsUsing(key.object()).size();
        if (sets > 0) {
            findings.add(Finding.yellow(key, "", "audience.used",
                    (sets == 1 ? "An ad set uses it" : sets + " ad sets use it") + ", as far as targetings were read",
                    "Facebook pauses ad sets that use a deleted audience."));
        }
        long children = projection.audiences().stream().map(CustomAudience::lookalike).filter(Objects::nonNull)
                .filter(like -> like.originId() != null && like.originId().value().equals(key.object())).count();
        if (children > 0) {
            findings.add(Finding.yellow(key, "", "audience.seeds",
                    children == 1 ? "A lookalike grew from it" : children + " lookalikes grew from it",
                    "They keep their people but will not be renewed."));
        }
    }

    private Finding red(String field, String code, String text, String fix) {
        return Finding.red(key, field, code, text, fix);
    }
}
