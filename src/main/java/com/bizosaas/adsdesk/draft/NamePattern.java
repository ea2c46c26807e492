package com.bizosaas.adsdesk.draft;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A naming template: text with words in braces, as `{country}_{objective}_{date:yyMM}_{n:2}`.
///
/// A word may be followed by what is done with it: `{campaign:upper}`, `lower`, `title`, `first` with a count
/// (`{campaign:first 3}`), or `strip` for a file name without its ending. `{n}` counts the objects of one edit from 1.
public final class NamePattern {

    private static final Pattern WORD = Pattern.compile("\\{([^{}]*)}");
    /// The words that can be used, with what they stand for.
    public static final Map<String, String> WORDS = Map.ofEntries(Map.entry("name", "its present name"),
            Map.entry("account", "the ad account"), Map.entry("tenant", "the client"),
            Map.entry("campaign", "its campaign's name"), Map.entry("adset", "its ad set's name"),
            Map.entry("objective", "the campaign's objective"), Map.entry("goal", "the performance goal"),
            Map.entry("country", "the countries targeted"), Map.entry("age", "the ages targeted"),
            Map.entry("budget", "its budget in major units"), Map.entry("creative", "its creative's name"),
            Map.entry("image", "its image's file name, {image:strip} without the ending"),
            Map.entry("headline", "its headline"), Map.entry("status", "its status"), Map.entry("id", "its id"),
            Map.entry("date", "today in the account's zone, as yyyy-MM-dd or {date:pattern}"),
            Map.entry("n", "a running number, {n:3} with three digits"));

    private final String text;

    private NamePattern(String text) {
        this.text = text;
    }

    /// @throws IllegalArgumentException with a sentence that names the word that cannot be used
    public static NamePattern of(String text) {
        List<String> problems = problems(text);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.getFirst());
        }
        return new NamePattern(text);
    }

    private static List<String> problems(String text) {
        List<String> problems = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String[] parts = word.group(1).split(":", 2);
            if (!WORDS.containsKey(parts[0])) {
                problems.add("There is no word {" + parts[0] + "}. Use one of "
                        + String.join(", ", WORDS.keySet().stream().sorted().toList()) + ".");
            } else if (parts.length > 1 && !isUse(parts[0], parts[1])) {
                problems.add("{" + word.group(1) + "} cannot be read. After the colon stands upper, lower, title, "
                        + "strip, first and a count, a date's pattern or the number of digits.");
            }
        }
        if (WORD.matcher(text).replaceAll("").chars().anyMatch(c -> c == '{' || c == '}')) {
            problems.add("A brace is open. Write words as {campaign}.");
        }
        return problems;
    }

    private static boolean isUse(String word, String use) {
        return switch (word) {
            case "n" -> use.matches("[1-9]");
            case "date" -> isDatePattern(use);
            default -> Set.of("upper", "lower", "title", "strip").contains(use) || use.matches("first [1-9][0-9]?");
        };
    }

    private static boolean isDatePattern(String pattern) {
        try {
            return !DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                    .format(ZonedDateTime.now(ZoneOffset.UTC))
                    .isEmpty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    /// @param words values by word; one that is missing reads as nothing
    /// @param number the object's place in the edit, from 1
    /// @param now in the account's zone
    public String apply(Map<String, String> words, int number, ZonedDateTime now) {
        Matcher word = WORD.matcher(text);
        return word.replaceAll(match -> {
            String[] parts = match.group(1).split(":", 2);
            String use = parts.length > 1 ? parts[1] : "";
            return Matcher.quoteReplacement(switch (parts[0]) {
                case "n" -> String.format(Locale.ROOT, "%0" + (use.isEmpty() ? "1" : use) + "d", number);
                case "date" -> DateTimeFormatter.ofPattern(use.isEmpty() ? "yyyy-MM-dd" : use, Locale.ROOT).format(now);
                default -> used(words.getOrDefault(parts[0], ""), use);
            });
        }).strip();
    }

    /// What the names that it makes look like: each word stands for at least one character, numbers for digits, a date for
    /// the digits and letters of its pattern.
    Pattern shape() {
        StringBuilder shape = new StringBuilder();
        Matcher word = WORD.matcher(text);
        int from = 0;
        while (word.find()) {
            shape.append(quoted(text.substring(from, word.start())));
            String[] parts = word.group(1).split(":", 2);
            String use = parts.length > 1 ? parts[1] : "";
            shape.append(switch (parts[0]) {
                case "n" -> use.isEmpty() ? "[0-9]+" : "[0-9]{" + use + ",}";
                case "date" -> date(use.isEmpty() ? "yyyy-MM-dd" : use);
                default -> ".+";
            });
            from = word.end();
        }
        return Pattern.compile(shape.append(quoted(text.substring(from))).toString());
    }

    private static String date(String pattern) {
        String sample = sample(pattern, 28);
        boolean fixed = sample.length() == sample(pattern, 1).length();
        return Pattern.compile("\\d+|\\p{L}+|[^\\d\\p{L}]+").matcher(sample).replaceAll(part -> {
            char first = part.group().charAt(0);
            String shape = quoted(part.group());
            if (Character.isDigit(first)) {
                shape = fixed ? "[0-9]{" + part.group().length() + "}" : "[0-9]+";
            } else if (Character.isLetter(first)) {
                shape = "\\p{L}+";
            }
            return Matcher.quoteReplacement(shape);
        });
    }

    private static String sample(String pattern, int day) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .format(ZonedDateTime.of(2026, 1 + day / 3, day, Math.min(day, 22), day, day, 0, ZoneOffset.UTC));
    }

    private static String quoted(String plain) {
        return plain.isEmpty() ? "" : Pattern.quote(plain);
    }

    private static String used(String value, String use) {
        return switch (use) {
            case "" -> value;
            case "upper" -> value.toUpperCase(Locale.ROOT);
            case "lower" -> value.toLowerCase(Locale.ROOT);
            case "title" -> title(value);
            case "strip" -> value.replaceFirst("\\.[A-Za-z0-9]{2,5}$", "");
            default -> {
                int count = Integer.parseInt(use.substring("first ".length()));
                yield value.codePoints().limit(count)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
            }
        };
    }

    private static String title(String value) {
        return Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{N}'’]*").matcher(value).replaceAll(match -> {
            String each = match.group();
            return Matcher.quoteReplacement(each.substring(0, 1).toUpperCase(Locale.ROOT)
                    + each.substring(1).toLowerCase(Locale.ROOT));
        });
    }

    @Override
    public String toString() {
        return text;
    }
}
