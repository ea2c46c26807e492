package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.MoneyEntry;
import com.bizosaas.adsdesk.domain.Objective;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What people write into cells, as values of the API. Every method throws IllegalArgumentException with a sentence that says
/// what to write instead; nothing that could mean two things is guessed.
final class CellWords {

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("uuuu-MM-dd['T'][' ']HH:mm[:ss]");
    /// As the table shows days.
    private static final DateTimeFormatter DAY = new DateTimeFormatterBuilder().parseCaseInsensitive()
            .appendPattern("d MMM uuuu").toFormatter(Locale.ENGLISH);
    private static final LocalTime LAST = LocalTime.of(23, 59);
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern AGES = Pattern.compile("([0-9]{2})\\s*(?:\\+|[-–]\\s*([0-9]{2})\\+?)");
    private static final Pattern WINDOW = Pattern.compile("([0-9]{1,2})[\\s-]*d(?:ays?)?[\\s-]*(click|view|engaged).*");
    private static final Map<String, String> STRATEGIES = Map.ofEntries(
            Map.entry("LOWEST_COST", "LOWEST_COST_WITHOUT_CAP"), Map.entry("HIGHEST_VOLUME", "LOWEST_COST_WITHOUT_CAP"),
            Map.entry("HIGHEST_VALUE", "LOWEST_COST_WITHOUT_CAP"),
            Map.entry("LOWEST_COST_WITHOUT_CAP", "LOWEST_COST_WITHOUT_CAP"), Map.entry("COST_CAP", "COST_CAP"),
            Map.entry("COST_GOAL", "COST_CAP"), Map.entry("COST_PER_RESULT_GOAL", "COST_CAP"),
            Map.entry("BID_CAP", "LOWEST_COST_WITH_BID_CAP"),
            Map.entry("LOWEST_COST_WITH_BID_CAP", "LOWEST_COST_WITH_BID_CAP"),
            Map.entry("ROAS_GOAL", "LOWEST_COST_WITH_MIN_ROAS"), Map.entry("ROAS_FLOOR", "LOWEST_COST_WITH_MIN_ROAS"),
            Map.entry("LOWEST_COST_WITH_MIN_ROAS", "LOWEST_COST_WITH_MIN_ROAS"));
    private static final Set<String> CATEGORIES = Set.of("HOUSING", "EMPLOYMENT", "CREDIT",
            "FINANCIAL_PRODUCTS_SERVICES", "ISSUES_ELECTIONS_POLITICS", "ONLINE_GAMBLING_AND_GAMING");
    private static final Map<String, String> OTHER_CATEGORIES = Map.of("FINANCIAL_PRODUCTS_AND_SERVICES",
            "FINANCIAL_PRODUCTS_SERVICES", "POLITICS", "ISSUES_ELECTIONS_POLITICS", "SOCIAL_ISSUES",
            "ISSUES_ELECTIONS_POLITICS", "GAMBLING", "ONLINE_GAMBLING_AND_GAMING");

    private CellWords() {
    }

    /// Minor units of an amount in the account's currency. Of `1.234` nobody knows what it means, so it is refused.
    static String amount(AdAccount account, String text) {
        if (isZero(text)) {
            return "0";
        }
        String code = account.currency().code();
        return switch (new MoneyEntry(account.currency(), Locale.ROOT, null, null).read(text)) {
            case MoneyEntry.Amount(Money money) -> Long.toString(money.minorUnits());
            case MoneyEntry.Refused(MoneyEntry.Reason reason) -> throw wrong("“" + text + "” is no amount in " + code
                    + switch (reason) {
                        case AMBIGUOUS -> ": it can be read in two ways. Write it without a sign for thousands";
                        case TOO_MANY_DECIMALS -> account.currency().decimals() == 0
                                ? ": " + code + " has no decimals"
                                : ": use at most " + account.currency().decimals() + " decimals";
                        case TOO_LARGE -> ": it is too large";
                        case NOT_POSITIVE -> ": it is below zero";
                        default -> "";
                    });
        };
    }

    private static boolean isZero(String text) {
        try {
            return new BigDecimal(text.replace(',', '.')).signum() == 0;
        } catch (NumberFormatException notPlain) {
            return false;
        }
    }

    /// A time with its offset: of the account's zone where the cell names none.
    ///
    /// @param end whether a day without a time means its last minute rather than its first
    static String time(String text, ZoneId zone, boolean end) {
        if (FieldValues.instant(text).isPresent() && text.length() > 10) {
            return text;
        }
        try {
            LocalDateTime at = text.length() > 12
                    ? LocalDateTime.parse(text, TYPED)
                    : day(text).atTime(end ? LAST : LocalTime.MIDNIGHT);
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("“" + text + "” is no date. Write 2026-04-12 or 2026-04-12 08:30", e);
        }
    }

    /// Whether a cell names a day and no time.
    static boolean isDay(String text) {
        return !text.contains(":");
    }

    private static LocalDate day(String text) {
        return Character.isDigit(text.charAt(0)) && text.length() == 10 && text.charAt(4) == '-'
                ? LocalDate.parse(text)
                : LocalDate.parse(text, DAY);
    }

    static String status(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "on", "active" -> "ACTIVE";
            case "off", "paused" -> "PAUSED";
            case "archived" -> "ARCHIVED";
            default -> throw wrong("“" + text + "” is no status. Write on, off or archived");
        };
    }

    static String flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true", "on", "1" -> "true";
            case "no", "false", "off", "0" -> "false";
            default -> throw wrong("“" + text + "” is no answer. Write yes or no");
        };
    }

    /// One of Facebook's words: `Landing page views` as `LANDING_PAGE_VIEWS`.
    static String word(String text) {
        String word = text.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s_-]+", "_");
        if (!word.matches("[A-Z0-9_]{1,80}")) {
            throw wrong("“" + text + "” is none of Facebook's words");
        }
        return word;
    }

    static String objective(String text) {
        String word = word(text);
        String value = word.startsWith("OUTCOME_") ? word : "OUTCOME_" + (word.equals("APP") ? "APP_PROMOTION" : word);
        if (!Objective.CREATABLE.contains(new Objective(value))) {
            throw wrong("“" + text + "” is no objective. Write Awareness, Traffic, Engagement, Leads, App promotion or "
                    + "Sales");
        }
        return value;
    }

    static String strategy(String text) {
        String value = STRATEGIES.get(word(text));
        if (value == null) {
            throw wrong("“" + text + "” is no bid strategy. Write Lowest cost, Cost cap, Bid cap or ROAS goal");
        }
        return value;
    }

    static String goal(String text) {
        String word = word(text);
        return word.equals("CONVERSIONS") ? "OFFSITE_CONVERSIONS" : word;
    }

    /// `none` is an answer, and an empty list.
    static String categories(String text) {
        List<String> words = split(text).stream().map(CellWords::word)
                .map(word -> OTHER_CATEGORIES.getOrDefault(word, word)).toList();
        if (words.equals(List.of("NONE"))) {
            return "[]";
        }
        words.stream().filter(word -> !CATEGORIES.contains(word)).findFirst().ifPresent(other -> {
            throw wrong("“" + other + "” is no special ad category. Write none, or Housing, Employment, Financial "
                    + "products and services, Politics or Gambling, separated by commas");
        });
        return FieldValues.list(words);
    }

    static List<String> countries(String text) {
        List<String> codes = split(text).stream().map(code -> code.toUpperCase(Locale.ROOT)).distinct().toList();
        codes.stream().filter(code -> !COUNTRIES.contains(code)).findFirst().ifPresent(other -> {
            throw wrong("“" + other + "” is no country. Write two letters each, such as DE, AT");
        });
        return codes;
    }

    /// A targeting with an age range: `25-54`, or `18+`.
    static TargetingSpec ages(TargetingSpec spec, String text) {
        Matcher ages = AGES.matcher(text.strip());
        if (!ages.matches()) {
            throw wrong("“" + text + "” is no age range. Write 25-54 or 18+");
        }
        int youngest = Integer.parseInt(ages.group(1));
        int oldest = ages.group(2) == null ? TargetingSpec.OLDEST : Integer.parseInt(ages.group(2));
        if (youngest < TargetingSpec.YOUNGEST || oldest > TargetingSpec.OLDEST || youngest > oldest) {
            throw wrong("“" + text + "” is no age range. Ages go from " + TargetingSpec.YOUNGEST + " to "
                    + TargetingSpec.OLDEST + ", the younger one first");
        }
        return spec.ages(youngest, oldest);
    }

    static TargetingSpec.Gender gender(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "all", "everybody" -> TargetingSpec.Gender.ALL;
            case "women", "female" -> TargetingSpec.Gender.WOMEN;
            case "men", "male" -> TargetingSpec.Gender.MEN;
            default -> throw wrong("“" + text + "” is no gender. Write all, women or men");
        };
    }

    /// Apps and networks: `automatic`, or names of platforms.
    static TargetingSpec placements(TargetingSpec spec, String text) {
        if (text.equalsIgnoreCase("automatic")) {
            return spec.automatically();
        }
        Set<Placement.Platform> chosen = split(text).stream().map(CellWords::platform).collect(Collectors.toSet());
        TargetingSpec placed = spec.byHand();
        for (Placement placement : Placement.ALL) {
            placed = placed.placed(placement, chosen.contains(placement.platform()));
        }
        return placed;
    }

    private static Placement.Platform platform(String name) {
        return Arrays.stream(Placement.Platform.values())
                .filter(one -> one.title().equalsIgnoreCase(name) || one.value().equalsIgnoreCase(word(name)))
                .findFirst()
                .orElseThrow(() -> wrong("“" + name + "” is no placement. Write automatic, or Facebook, Instagram, "
                        + "Audience network, Messenger or Threads, separated by commas"));
    }

    static String attribution(String text) {
        int[] days = new int[3];
        for (String part : split(text)) {
            Matcher window = WINDOW.matcher(part.toLowerCase(Locale.ROOT));
            if (!window.matches()) {
                throw wrong("“" + part + "” is no attribution. Write 7d click, 1d view");
            }
            days[List.of("click", "view", "engaged").indexOf(window.group(2))] = Integer.parseInt(window.group(1));
        }
        return new Attribution(days[0], days[1], days[2]).json();
    }

    /// `2` or `200%`.
    static String roasFloor(String text) {
        boolean percent = text.endsWith("%");
        try {
            BigDecimal floor = new BigDecimal(text.replace("%", "").strip().replace(',', '.'));
            return FieldValues.roasFloor(percent ? floor.movePointLeft(2) : floor);
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException("“" + text + "” is no return. Write 2 or 200%", e);
        }
    }

    static String json(String text) {
        if (!Trees.isContainer(text)) {
            throw wrong("It is no JSON. Write it as an export of pending changes has it");
        }
        return text;
    }

    static String id(String text, String what) {
        if (!text.matches("[0-9]{1,40}")) {
            throw wrong("“" + text + "” is no id of " + what + ": it has digits only");
        }
        return text;
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split("[,;]")).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    static IllegalArgumentException wrong(String sentence) {
        return new IllegalArgumentException(sentence);
    }
}
