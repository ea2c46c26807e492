package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fields that Facebook has taken away. A read that names one is refused as a whole (graph-api chapter 11); it is asked
/// again without that field, and for a day no later read of that kind names it in that version of the API, not even after
/// a restart. What a field meant is absent then, as for any object that lacks it.
///
/// Thread-safe.
final class GoneFields {

    private static final Logger LOG = LoggerFactory.getLogger(GoneFields.class);
    private static final Pattern NONEXISTING = Pattern
            .compile("nonexisting field \\((\\w{1,80})\\)(?: on node type \\((\\w{1,80})\\))?");
    private static final Pattern NOT_VALID = Pattern.compile("\\b(\\w{1,80}) is not valid for fields param");
    private static final Pattern NOT_ONE_OF = Pattern.compile("\\bfields\\[([0-9]{1,4})] must be one of");
    private static final String FIELDS = "fields";
    /// Then one read finds out whether it is still so.
    private static final Duration BELIEVED = Duration.ofDays(1);
    /// Rows make no sense without these: rather no answer than one that lacks them.
    private static final Set<String> NEEDED = Set.of("id", "account_id", "campaign_id", "adset_id", "ad_id", "currency",
            "timezone_name", "status", "effective_status", "event_time", "object_id");
    /// Begins what stands for objects that are read by their ids.
    private static final String ID = "id ";

    /// Node types, and fields that lead to one object, by the edge that lists such objects.
    private static final Map<String, String> EDGES = Map.ofEntries(Map.entry("Campaign", "campaigns"),
            Map.entry("campaign", "campaigns"), Map.entry("AdSet", "adsets"), Map.entry("adset", "adsets"),
            Map.entry("Ad", "ads"), Map.entry("ad", "ads"), Map.entry("AdAccount", "adaccounts"),
            Map.entry("owned_ad_accounts", "adaccounts"), Map.entry("client_ad_accounts", "adaccounts"),
            Map.entry("AdCreative", "adcreatives"), Map.entry("creative", "adcreatives"),
            Map.entry("CustomAudience", "customaudiences"), Map.entry("AdsInsights", "insights"));

    private final GraphClock clock;
    private final ConcurrentMap<Gone, Instant> known = new ConcurrentHashMap<>();
    private volatile FieldMemory memory = FieldMemory.NONE;

    /// @param of the edge that lists such objects
    private record Gone(String version, String of, String field) {
    }

    /// What a refusal calls a field.
    ///
    /// @param of empty where it does not say
    private record Named(String of, String field) {
    }

    GoneFields(GraphClock clock) {
        this.clock = clock;
    }

    /// Takes over what an earlier run of the desk learnt, and keeps what is learnt from now on.
    void remember(FieldMemory where) {
        where.load().forEach(kept -> known.put(new Gone(kept.version(), kept.of(), kept.field()), kept.at()));
        memory = where;
    }

    /// @param version of the API that was asked
    /// @return whether the verdict names a field that the next try does without
    boolean learn(Verdict verdict, String version, TenantId tenant) {
        GraphRequest request = verdict.request();
        if (verdict.outcome() != Outcome.REFUSED || verdict.code() != 100) {
            return false;
        }
        FieldTree asked = FieldTree.parse(request.parameters().getOrDefault(FIELDS, ""));
        Named named = named(verdict.reason(), asked);
        if (named == null) {
            return false;
        }
        String of = of(request);
        Named there = named.of.isEmpty() && asked.names().contains(named.field) ? new Named(of, named.field) : named;
        Instant now = clock.instant();
        asked.without(of, (each, field) -> {
            boolean meant = field.equals(there.field) && !NEEDED.contains(field)
                    && (there.of.isEmpty() || there.of.equals(edge(each))
                            || each.startsWith(ID));
            if (meant) {
                Gone gone = new Gone(version, edge(each), field);
                Instant before = known.put(gone, now);
                if (before == null || isOver(before)) {
                    LOG.warn("Facebook no longer knows the field {} of {}; it is left out", field, words(gone.of));
                    memory.save(tenant, new FieldMemory.Kept(version, gone.of, field, now));
                }
            }
            return false;
        });
        return !without(request, version).equals(request);
    }

    private boolean isOver(Instant learnt) {
        return !learnt.plus(BELIEVED).isAfter(clock.instant());
    }

    private boolean isGone(Gone gone) {
        Instant learnt = known.get(gone);
        return learnt != null && !isOver(learnt);
    }

    private static @Nullable Named named(String reason, FieldTree asked) {
        Matcher gone = NONEXISTING.matcher(reason);
        if (gone.find()) {
            String type = gone.group(2);
            return new Named(type == null ? "" : EDGES.getOrDefault(type, ""), gone.group(1));
        }
        Matcher invalid = NOT_VALID.matcher(reason);
        if (invalid.find()) {
            return new Named("", invalid.group(1));
        }
        Matcher place = NOT_ONE_OF.matcher(reason);
        if (place.find() && Integer.parseInt(place.group(1)) < asked.names().size()) {
            return new Named("", asked.names().get(Integer.parseInt(place.group(1))));
        }
        return null;
    }

    /// The request without what is known to be gone; as it is where nothing would be left to ask.
    GraphRequest without(GraphRequest request, String version) {
        GraphRequest less = request;
        // Objects read by their ids are told apart by what is asked of them, so each field that goes may make others known.
        for (GraphRequest next = once(less, version); !next.equals(less); next = once(less, version)) {
            less = next;
        }
        return less;
    }

    private GraphRequest once(GraphRequest request, String version) {
        String asked = request.parameters().getOrDefault(FIELDS, "");
        if (known.isEmpty() || asked.isEmpty()) {
            return request;
        }
        String left = FieldTree.parse(asked).without(of(request), (of, field) -> isGone(
                new Gone(version, edge(of), field))).toString();
        return left.isEmpty() || left.equals(asked) ? request : request.with(FIELDS, left);
    }

    /// Such as "old_score of ads", for people.
    List<String> told() {
        return known.keySet().stream().filter(this::isGone).map(gone -> gone.field + " of " + words(gone.of)).sorted()
                .distinct().toList();
    }

    /// What a request's fields belong to. Objects read by their ids are told apart by what is asked of them.
    private static String of(GraphRequest request) {
        String last = request.path().substring(request.path().lastIndexOf('/') + 1);
        if (last.startsWith("act_")) {
            return "adaccounts";
        }
        return last.isEmpty() || Character.isDigit(last.charAt(0)) ? ID + request.parameters().get(FIELDS) : last;
    }

    private static String edge(String name) {
        return EDGES.getOrDefault(name, name);
    }

    private static String words(String of) {
        return switch (of) {
            case "adaccounts" -> "ad accounts";
            case "adsets" -> "ad sets";
            case "adcreatives" -> "creatives";
            case "customaudiences" -> "audiences";
            default -> of.startsWith(ID) ? "single objects" : of;
        };
    }
}
