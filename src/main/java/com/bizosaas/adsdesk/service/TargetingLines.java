package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.targeting.Detail;
import com.bizosaas.adsdesk.domain.targeting.Place;
import com.bizosaas.adsdesk.service.TargetingService.Resolved;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lines of a pasted list, and which of the places found is meant by one.
final class TargetingLines {

    private static final Pattern POSTCODE = Pattern.compile("([A-Za-z]{2}):\\s*(\\S.*)");
    private static final Pattern IN_COUNTRY = Pattern.compile("(.+),\\s*([^,]+)");
    private static final Set<String> CODES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final Map<String, String> NAMES = names();

    private TargetingLines() {
    }

    /// What to ask for.
    ///
    /// @param country two-letter code, empty for anywhere
    /// @param key a key that the place must have, empty for none
    record Asked(String text, String country, String key) {
    }

    private static Map<String, String> names() {
        Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String code : CODES) {
            names.put(Locale.of("", code).getDisplayCountry(Locale.ENGLISH), code);
        }
        return names;
    }

    static Asked asked(String line) {
        String text = line.strip();
        Matcher postcode = POSTCODE.matcher(text);
        if (postcode.matches()) {
            String country = postcode.group(1).toUpperCase(Locale.ROOT);
            return new Asked(postcode.group(2), country, country + ":" + postcode.group(2));
        }
        if (CODES.contains(text.toUpperCase(Locale.ROOT)) && text.length() == 2) {
            String code = text.toUpperCase(Locale.ROOT);
            return new Asked(Locale.of("", code).getDisplayCountry(Locale.ENGLISH), "", code);
        }
        Matcher within = IN_COUNTRY.matcher(text);
        if (within.matches()) {
            String country = code(within.group(2).strip());
            if (!country.isEmpty()) {
                return new Asked(within.group(1).strip(), country, "");
            }
        }
        return new Asked(text, "", "");
    }

    private static String code(String country) {
        String upper = country.toUpperCase(Locale.ROOT);
        return CODES.contains(upper) ? upper : NAMES.getOrDefault(country, "");
    }

    /// The one that is meant: by its key, else by its whole name, the larger before the smaller.
    static Resolved<Place> place(String line, Asked asked, List<Place> found) {
        List<Place> meant = found.stream().filter(place -> asked.key().isEmpty()
                ? place.name().equalsIgnoreCase(asked.text())
                        || place.kind() == Place.Kind.POSTCODE && place.key().endsWith(":" + asked.text())
                : place.key().equalsIgnoreCase(asked.key())).toList();
        Optional<Place.Kind> largest = meant.stream().map(Place::kind).min(Enum::compareTo);
        List<Place> best = meant.stream().filter(place -> largest.filter(place.kind()::equals).isPresent()).toList();
        if (best.isEmpty()) {
            return new Resolved<>(line, null, found.isEmpty()
                    ? "Facebook knows no such place"
                    : "No place has exactly this name; Facebook offers “" + found.getFirst().name() + "”");
        }
        return best.size() == 1
                ? new Resolved<>(line, best.getFirst(), "")
                : new Resolved<>(line, null,
                        best.size() + " places have this name; write the country behind it, as in “" + asked.text()
                                + ", " + best.getFirst().country() + "”, or choose from the list");
    }

    static Resolved<Detail> detail(String line, List<Detail> found) {
        return found.stream().filter(detail -> detail.name().equalsIgnoreCase(line.strip())).findFirst()
                .map(detail -> new Resolved<>(line, detail, ""))
                .orElseGet(() -> new Resolved<>(line, null, "Facebook knows no interest of this name"));
    }
}
