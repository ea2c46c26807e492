package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.targeting.Detail;
import com.bizosaas.adsdesk.domain.targeting.People;
import com.bizosaas.adsdesk.domain.targeting.Place;
import com.bizosaas.adsdesk.draft.TargetingSpec.Entry;
import com.bizosaas.adsdesk.draft.TargetingSpec.Gender;
import com.bizosaas.adsdesk.draft.TargetingSpec.Spot;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One change of many targetings: an operation on one part of each, which leaves every other part as it is. Works without
/// asking Facebook: what can be put in is a country, an audience of the account, or something that one of the targetings has.
///
/// @param what names, codes or ids that the operation is about; for ages “25–54”, for a gender its word
/// @param with what takes their place, for [Operation#REPLACE] alone
public record TargetingChange(Part part, Operation operation, List<String> what, List<String> with) {

    /// What of a targeting is changed.
    public enum Part {
        PLACES("Places"),
        PLACES_OUT("Places kept out"),
        AUDIENCES("Audiences"),
        AUDIENCES_OUT("Audiences kept out"),
        DETAILS("Detailed targeting"),
        AGES("Ages"),
        GENDER("Gender");

        private final String label;

        Part(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /// Whether it is a list, to which things are added and from which they are taken.
        public boolean isList() {
            return this != AGES && this != GENDER;
        }
    }

    /// What is done.
    public enum Operation {
        ADD("Add"),
        REMOVE("Remove"),
        /// Takes out everything whose name contains the text.
        FIND_REMOVE("Find and remove"),
        /// Puts others in where something is there.
        REPLACE("Find and replace"),
        /// Takes everything out and puts these in.
        REPLACE_ALL("Replace all");

        private final String label;

        Operation(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private static final Pattern SPAN = Pattern.compile("(\\d{2})\\s*[-–to ]+\\s*(\\d{2})\\+?");

    public TargetingChange {
        what = List.copyOf(what);
        with = List.copyOf(with);
    }

    /// @param what separated by commas
    /// @throws IllegalArgumentException with a sentence where something is missing or cannot be read
    public static TargetingChange of(Part part, Operation operation, String what, String with) {
        Operation done = part.isList() ? operation : Operation.REPLACE_ALL;
        TargetingChange change = new TargetingChange(part, done, terms(what), terms(with));
        if (change.what.isEmpty()) {
            throw new IllegalArgumentException(switch (part) {
                case AGES -> "Type the ages, such as 25-54 or 18-65.";
                case GENDER -> "Type women, men or all.";
                default -> "Type what is meant, separated by commas.";
            });
        }
        if (done == Operation.REPLACE && change.with.isEmpty()) {
            throw new IllegalArgumentException("Type what takes its place.");
        }
        if (part == Part.AGES) {
            change.ages();
        } else if (part == Part.GENDER) {
            change.gender();
        }
        return change;
    }

    private static List<String> terms(String text) {
        return Arrays.stream(text.split("[,;\n]")).map(String::strip).filter(term -> !term.isEmpty()).toList();
    }

    /// The targeting after the change; the same text where nothing of it changes.
    ///
    /// @throws IllegalArgumentException with a sentence if something to be put in is not known
    public String apply(String targeting, Known known) {
        TargetingSpec before = TargetingSpec.of(targeting);
        TargetingSpec after = switch (part) {
            case PLACES -> places(before, known, false);
            case PLACES_OUT -> places(before, known, true);
            case AUDIENCES -> audiences(before, known, false);
            case AUDIENCES_OUT -> audiences(before, known, true);
            case DETAILS -> details(before, known);
            case AGES -> before.ages(ages()[0], ages()[1]);
            case GENDER -> before.gender(gender());
        };
        return after.equals(before) ? targeting : after.json();
    }

    private int[] ages() {
        Matcher span = SPAN.matcher(String.join(",", what));
        if (!span.matches()) {
            throw new IllegalArgumentException("“" + String.join(", ", what) + "” are no ages. Write 25-54 or 18-65.");
        }
        int youngest = Integer.parseInt(span.group(1));
        int oldest = Integer.parseInt(span.group(2));
        if (youngest < TargetingSpec.YOUNGEST || oldest > TargetingSpec.OLDEST || youngest > oldest) {
            throw new IllegalArgumentException("Ages go from 13 to 65, the younger one first.");
        }
        return new int[]{youngest, oldest};
    }

    private Gender gender() {
        return switch (String.join(",", what).toLowerCase(Locale.ROOT)) {
            case "women" -> Gender.WOMEN;
            case "men" -> Gender.MEN;
            case "all" -> Gender.ALL;
            default -> throw new IllegalArgumentException("Type women, men or all.");
        };
    }

    private TargetingSpec places(TargetingSpec before, Known known, boolean out) {
        TargetingSpec now = before;
        for (Spot spot : taken(before.places(out), (term, one) -> is(term, one.key(), one.name()), Spot::name)) {
            now = now.without(spot, out);
        }
        for (String term : put(now, before)) {
            now = now.with(known.place(term), out);
        }
        return now;
    }

    private TargetingSpec audiences(TargetingSpec before, Known known, boolean out) {
        TargetingSpec now = before;
        for (Entry entry : taken(before.audiences(out), (term, one) -> is(term, one.id(), one.name()), Entry::name)) {
            now = now.withoutAudience(entry.id(), out);
        }
        for (String term : put(now, before)) {
            Entry audience = known.audience(term);
            now = now.withAudience(audience.id(), audience.name(), out);
        }
        return now;
    }

    private TargetingSpec details(TargetingSpec before, Known known) {
        TargetingSpec now = before;
        // From the last group to the first: one that is left empty goes, and those behind it move up.
        for (int group = before.groups().size() - 1; group >= 0; group--) {
            List<Entry> gone = taken(before.groups().get(group), (term, one) -> is(term, one.id(), one.name()),
                    Entry::name);
            // What replaces something goes into the group that it was in, for groups narrow each other.
            for (String term : operation == Operation.REPLACE && !gone.isEmpty() ? with : List.<String>of()) {
                now = now.with(known.detail(term), group);
            }
            for (Entry entry : gone) {
                now = now.without(entry, group);
            }
        }
        for (String term : operation == Operation.REPLACE ? List.<String>of() : put(now, before)) {
            now = now.with(known.detail(term), 0);
        }
        return now;
    }

    /// What the operation takes out of a list.
    private <T> List<T> taken(List<T> there, BiPredicate<String, T> meant,
            java.util.function.Function<T, String> name) {
        return switch (operation) {
            case ADD -> List.of();
            case REMOVE, REPLACE -> there.stream().filter(one -> what.stream().anyMatch(term -> meant.test(term, one)))
                    .toList();
            case FIND_REMOVE -> there.stream().filter(one -> what.stream().anyMatch(
                    term -> name.apply(one).toLowerCase(Locale.ROOT).contains(term.toLowerCase(Locale.ROOT)))).toList();
            case REPLACE_ALL -> there;
        };
    }

    /// What the operation puts in; a replacement only where something was taken out.
    private List<String> put(TargetingSpec now, TargetingSpec before) {
        return switch (operation) {
            case ADD, REPLACE_ALL -> what;
            case REMOVE, FIND_REMOVE -> List.of();
            case REPLACE -> now.equals(before) ? List.of() : with;
        };
    }

    private static boolean is(String term, String id, String name) {
        return term.equalsIgnoreCase(id) || term.equalsIgnoreCase(name);
    }

    /// What can be put in without asking Facebook.
    public static final class Known {

        private static final int NAMED = 8;

        private final Map<String, Place> places = new LinkedHashMap<>();
        private final Map<String, Entry> audiences = new LinkedHashMap<>();
        private final Map<String, Detail> details = new LinkedHashMap<>();

        private Known() {
        }

        /// @param targetings those that are changed, and any others that were read
        /// @param audiences of the ad account
        public static Known of(Collection<String> targetings, Collection<CustomAudience> audiences) {
            Known known = new Known();
            audiences.forEach(one -> known.audience(new Entry("custom_audiences", one.id().value(), one.name())));
            for (String targeting : targetings) {
                TargetingSpec spec = TargetingSpec.of(targeting);
                for (boolean out : new boolean[]{false, true}) {
                    spec.places(out).forEach(known::place);
                    spec.audiences(out).forEach(known::audience);
                }
                spec.groups().forEach(group -> group.forEach(known::detail));
            }
            return known;
        }

        private void place(Spot spot) {
            Arrays.stream(Place.Kind.values()).filter(kind -> kind.list().equals(spot.list())).findFirst()
                    .ifPresent(kind -> {
                        Place place = new Place(kind, spot.key(), spot.name(), spot.region(),
                                kind == Place.Kind.COUNTRY ? spot.key() : "");
                        put(places, spot.key(), spot.name(), place);
                    });
        }

        private void audience(Entry entry) {
            put(audiences, entry.id(), entry.name(), entry);
        }

        private void detail(Entry entry) {
            put(details, entry.id(), entry.name(),
                    new Detail(entry.kind(), entry.id(), entry.name(), People.UNKNOWN, List.of()));
        }

        private static <T> void put(Map<String, T> into, String id, String name, T value) {
            into.putIfAbsent(id.toLowerCase(Locale.ROOT), value);
            into.putIfAbsent(name.toLowerCase(Locale.ROOT), value);
        }

        /// The names that can be put into a part, a few of them, for a hint.
        public List<String> names(Part part) {
            Collection<String> all = switch (part) {
                case PLACES, PLACES_OUT -> places.values().stream().map(Place::name).toList();
                case AUDIENCES, AUDIENCES_OUT -> audiences.values().stream().map(Entry::name).toList();
                case DETAILS -> details.values().stream().map(Detail::name).toList();
                case AGES, GENDER -> List.of();
            };
            return List.copyOf(new TreeSet<>(all)).stream().limit(NAMED).toList();
        }

        private Place place(String term) {
            Place known = places.get(term.toLowerCase(Locale.ROOT));
            return known != null ? known : country(term);
        }

        private static Place country(String term) {
            for (String code : Locale.getISOCountries()) {
                String name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
                if (is(term, code, name)) {
                    return new Place(Place.Kind.COUNTRY, code, name, "", code);
                }
            }
            throw new IllegalArgumentException("“" + term + "” is no country and no place that these ad sets have");
        }

        private Entry audience(String term) {
            return known(audiences, term, "is no audience of this account");
        }

        private Detail detail(String term) {
            return known(details, term, "is in none of these targetings; add it in one ad set first");
        }

        private static <T> T known(Map<String, T> all, String term, String problem) {
            @Nullable
            T found = all.get(term.toLowerCase(Locale.ROOT));
            if (found == null) {
                throw new IllegalArgumentException("“" + term + "” " + problem);
            }
            return Objects.requireNonNull(found);
        }
    }
}
