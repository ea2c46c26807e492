package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.journal.Before;
import com.bizosaas.adsdesk.domain.journal.PlannedWrite;
import com.bizosaas.adsdesk.domain.journal.WriteEntry;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.graph.AdsApi.Named;
import com.bizosaas.adsdesk.graph.AdsApi;
import com.bizosaas.adsdesk.graph.GraphException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Looks at Facebook for a write whose answer was lost (robustness "Writes", rules 3 and 4). There is no idempotency key:
/// a create is known by its list, its name, its parent and its time; an update by the values that it set.
final class Lookout {

    /// Clocks differ, and `created_time` has whole seconds.
    private static final Duration SLACK = Duration.ofMinutes(5);
    /// What a new object shares with the request, and an older namesake may not.
    private static final List<String> KINSHIP = List.of("campaign_id", "adset_id", "objective");

    static final String SEVERAL = "There are several new ones of this name";

    /// What one look showed.
    sealed interface Sight {

        record Done(GraphId object) implements Sight {
        }

        record NotDone(String reason) implements Sight {
        }

        /// Only a person can tell which one it is.
        record Several(Set<GraphId> objects) implements Sight {
        }
    }

    private Lookout() {
    }

    /// @throws GraphException if Facebook could not be asked
    static Sight look(AdsApi api, WriteEntry entry) {
        PlannedWrite write = entry.write();
        return switch (write.kind()) {
            case CREATE -> created(api, entry);
            case UPDATE -> updated(api, write);
            case DELETE -> gone(api, write)
                    ? new Sight.Done(write.target())
                    : new Sight.NotDone("It is still there");
        };
    }

    private static Sight created(AdsApi api, WriteEntry entry) {
        PlannedWrite write = entry.write();
        Set<GraphId> known = write.before() instanceof Before.Nothing nothing ? nothing.namesakes() : Set.of();
        Instant sent = entry.sentAt();
        Instant earliest = sent == null ? Instant.EPOCH : sent.minus(SLACK);
        String name = write.requested().getOrDefault("name", write.objectName());
        Set<GraphId> fresh = api.named(write.account(), write.edge(), name).stream()
                .filter(one -> !known.contains(one.id()) && isSince(one, earliest)).map(Named::id)
                .filter(id -> isKin(api, write, id)).collect(Collectors.toSet());
        if (fresh.size() > 1) {
            return new Sight.Several(fresh);
        }
        return fresh.isEmpty()
                ? new Sight.NotDone("Facebook shows nothing new of this name")
                : new Sight.Done(fresh.iterator().next());
    }

    private static boolean isSince(Named one, Instant earliest) {
        Instant created = one.createdAt();
        return created == null || !created.isBefore(earliest);
    }

    private static boolean isKin(AdsApi api, PlannedWrite write, GraphId id) {
        List<String> asked = KINSHIP.stream().filter(write.requested()::containsKey).toList();
        if (asked.isEmpty()) {
            return true;
        }
        Map<String, String> read = api.fields(write.account(), id, asked);
        return asked.stream().allMatch(field -> !read.containsKey(field)
                || same(read.get(field), write.requested().getOrDefault(field, "")));
    }

    private static Sight updated(AdsApi api, PlannedWrite write) {
        if (write.edge().equals(ImageCopies.EDGE)) {
            return api.images(write.account(), List.of(write.objectName())).isEmpty()
                    ? new Sight.NotDone("The account does not have the image")
                    : new Sight.Done(write.target());
        }
        Map<String, String> now = api.fields(write.account(), write.target(), List.copyOf(write.requested().keySet()));
        boolean holds = write.requested().entrySet().stream()
                .allMatch(wanted -> isDescribedCreative(wanted.getKey(), wanted.getValue())
                        ? isAnother(now.get(wanted.getKey()), write.valuesBefore().get(wanted.getKey()))
                        : holds(write.edge(), wanted.getKey(), now.get(wanted.getKey()), wanted.getValue()));
        return holds ? new Sight.Done(write.target()) : new Sight.NotDone("Facebook did not take the change over");
    }

    /// A creative that is made within the write: what is read afterwards is its id.
    private static boolean isDescribedCreative(String name, String wanted) {
        return name.equals(Fields.CREATIVE) && FieldValues.creativeId(wanted).isEmpty();
    }

    /// Whether there is another creative than before the write; what it is like is compared when the ad is read back.
    static boolean isAnother(@Nullable String now, @Nullable String before) {
        String id = now == null ? "" : FieldValues.creativeId(now);
        return !id.isEmpty() && before != null && !id.equals(FieldValues.creativeId(before));
    }

    /// By what the field means: a time may come in another zone, and what was taken away is not told.
    static boolean holds(String edge, String name, @Nullable String now, String wanted) {
        boolean meant = RemoteDrafts.level(edge).flatMap(level -> Fields.find(level, name))
                .filter(field -> FieldValues.same(field, Objects.requireNonNullElse(now, ""),
                        RemoteDrafts.takesAway(field, wanted) ? "" : wanted))
                .isPresent();
        return meant || same(now, wanted);
    }

    /// Whether Facebook shows what was written. Numbers may come with other decimals.
    static boolean same(@Nullable String now, String wanted) {
        if (now == null) {
            return wanted.isEmpty();
        }
        if (now.matches("[0-9.]{1,40}") && wanted.matches("[0-9.]{1,40}")) {
            return sameNumber(now, wanted);
        }
        JsonNode tree = Json.read(wanted);
        return now.equals(wanted) || tree.isContainer() && holds(Json.read(now), tree);
    }

    /// Whether a tree that was read says everything that was written. Facebook adds keys of its own, writes numbers and ids
    /// as it likes, and keeps lists in another order.
    private static boolean holds(JsonNode now, JsonNode wanted) {
        if (wanted.isObject()) {
            return now.isObject() && wanted.properties().stream()
                    .allMatch(part -> now.has(part.getKey()) && holds(now.get(part.getKey()), part.getValue())
                            || isNothing(part.getValue()) && !now.has(part.getKey()));
        }
        if (wanted.isArray()) {
            return now.isArray() && now.size() == wanted.size() && wanted.valueStream()
                    .allMatch(part -> now.valueStream().anyMatch(one -> holds(one, part)));
        }
        return now.isValueNode() && (now.asString("").equals(wanted.asString(""))
                || now.isNumber() && wanted.isNumber() && sameNumber(now.asString(""), wanted.asString("")));
    }

    private static boolean isNothing(JsonNode value) {
        return value.isNull() || value.isContainer() && value.isEmpty();
    }

    private static boolean sameNumber(String now, String wanted) {
        try {
            return new BigDecimal(now).compareTo(new BigDecimal(wanted)) == 0;
        } catch (NumberFormatException e) {
            return now.equals(wanted);
        }
    }

    private static boolean gone(AdsApi api, PlannedWrite write) {
        try {
            return "DELETED".equals(api.fields(write.account(), write.target(), List.of("status")).get("status"));
        } catch (GraphException e) {
            if (e.kind() == GraphException.Kind.REFUSED && (e.subcode() == 33 || e.code() == 33)) {
                return true;
            }
            throw e;
        }
    }
}
