package com.bizosaas.adsdesk.draft;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which destinations, performance goals and bills go together (graph-api chapter 04, "Goals by objective"), the usual
/// choice first.
public final class Goals {

    /// What a goal needs to be told in `promoted_object`.
    public enum Need {
        NOTHING, PAGE, APP, PIXEL
    }

    private static final List<String> WEBSITE = List.of("LANDING_PAGE_VIEWS", "LINK_CLICKS", "IMPRESSIONS", "REACH");
    private static final List<String> MESSENGERS = List.of("MESSENGER", "WHATSAPP", "INSTAGRAM_DIRECT");

    private static final Map<String, List<String>> BY_OBJECTIVE = Map.of("OUTCOME_AWARENESS",
            List.of("REACH", "IMPRESSIONS", "AD_RECALL_LIFT", "THRUPLAY"), "OUTCOME_TRAFFIC",
            List.of("LANDING_PAGE_VIEWS", "LINK_CLICKS", "IMPRESSIONS", "REACH", "CONVERSATIONS", "QUALITY_CALL",
                    "PROFILE_VISIT", "VISIT_INSTAGRAM_PROFILE"),
            "OUTCOME_ENGAGEMENT",
            List.of("POST_ENGAGEMENT", "OFFSITE_CONVERSIONS", "LANDING_PAGE_VIEWS", "LINK_CLICKS", "PAGE_LIKES",
                    "EVENT_RESPONSES", "CONVERSATIONS", "IMPRESSIONS", "REACH", "THRUPLAY",
                    "PROFILE_AND_PAGE_ENGAGEMENT", "REMINDERS_SET"),
            "OUTCOME_LEADS",
            List.of("LEAD_GENERATION", "QUALITY_LEAD", "QUALITY_CALL", "OFFSITE_CONVERSIONS", "CONVERSATIONS",
                    "LANDING_PAGE_VIEWS", "LINK_CLICKS", "IMPRESSIONS", "REACH"),
            "OUTCOME_SALES",
            List.of("OFFSITE_CONVERSIONS", "VALUE", "CONVERSATIONS", "LANDING_PAGE_VIEWS", "LINK_CLICKS",
                    "IMPRESSIONS", "REACH"),
            "OUTCOME_APP_PROMOTION", List.of("APP_INSTALLS", "APP_INSTALLS_AND_OFFSITE_CONVERSIONS", "VALUE",
                    "OFFSITE_CONVERSIONS", "LINK_CLICKS"));

    private static final Map<String, List<String>> DESTINATIONS = Map.of("OUTCOME_AWARENESS", List.of(),
            "OUTCOME_TRAFFIC", List.of("WEBSITE", "MESSENGER", "WHATSAPP", "INSTAGRAM_DIRECT", "INSTAGRAM_PROFILE"),
            "OUTCOME_ENGAGEMENT",
            List.of("ON_POST", "ON_VIDEO", "ON_PAGE", "ON_EVENT", "WEBSITE", "MESSENGER", "WHATSAPP",
                    "INSTAGRAM_DIRECT"),
            "OUTCOME_LEADS", List.of("WEBSITE", "ON_AD", "MESSENGER", "WHATSAPP", "INSTAGRAM_DIRECT"),
            "OUTCOME_SALES", List.of("WEBSITE", "MESSENGER", "WHATSAPP", "INSTAGRAM_DIRECT"),
            "OUTCOME_APP_PROMOTION", List.of("APP"));

    /// Places on Facebook itself, and the only objective that goes there.
    private static final Map<String, String> OBJECTIVE_OF = Map.of("ON_AD", "OUTCOME_LEADS", "ON_POST",
            "OUTCOME_ENGAGEMENT", "ON_VIDEO", "OUTCOME_ENGAGEMENT", "ON_PAGE", "OUTCOME_ENGAGEMENT", "ON_EVENT",
            "OUTCOME_ENGAGEMENT");

    private static final Map<String, List<String>> BILLED = Map.of("LINK_CLICKS",
            List.of("IMPRESSIONS", "LINK_CLICKS"), "THRUPLAY", List.of("IMPRESSIONS", "THRUPLAY"), "PAGE_LIKES",
            List.of("IMPRESSIONS", "PAGE_LIKES"), "POST_ENGAGEMENT", List.of("IMPRESSIONS", "POST_ENGAGEMENT"),
            "APP_INSTALLS", List.of("IMPRESSIONS", "APP_INSTALLS"));

    private static final Set<String> CONVERSIONS = Set.of("OFFSITE_CONVERSIONS", "VALUE");
    private static final Set<String> OF_A_PAGE = Set.of("LEAD_GENERATION", "QUALITY_LEAD", "PAGE_LIKES",
            "CONVERSATIONS", "QUALITY_CALL");
    private static final Set<String> OF_AN_APP = Set.of("APP_INSTALLS", "APP_INSTALLS_AND_OFFSITE_CONVERSIONS");

    private Goals() {
    }

    /// Goals that an objective allows; empty for one that is not known.
    public static List<String> of(String objective) {
        return BY_OBJECTIVE.getOrDefault(objective, List.of());
    }

    /// Where ads of an objective can lead; empty where it is not asked.
    public static List<String> destinations(String objective) {
        return DESTINATIONS.getOrDefault(objective, List.of());
    }

    /// Goals that make sense at a destination.
    ///
    /// @param destination empty for none
    public static List<String> of(String objective, String destination) {
        List<String> all = of(objective);
        List<String> fitting = switch (destination) {
            case "WEBSITE" ->
                all.stream().filter(goal -> CONVERSIONS.contains(goal) || WEBSITE.contains(goal)).toList();
            case "ON_AD" -> all.stream().filter(Set.of("LEAD_GENERATION", "QUALITY_LEAD")::contains).toList();
            case "ON_POST" -> all.stream().filter(Set.of("POST_ENGAGEMENT", "IMPRESSIONS", "REACH")::contains).toList();
            case "ON_VIDEO" -> all.stream().filter("THRUPLAY"::equals).toList();
            case "ON_PAGE" -> all.stream().filter("PAGE_LIKES"::equals).toList();
            case "ON_EVENT" ->
                all.stream().filter(Set.of("EVENT_RESPONSES", "IMPRESSIONS", "REACH")::contains).toList();
            case "INSTAGRAM_PROFILE" -> all.stream().filter("VISIT_INSTAGRAM_PROFILE"::equals).toList();
            default -> MESSENGERS.contains(destination)
                    ? all.stream().filter("CONVERSATIONS"::equals).toList()
                    : all;
        };
        return fitting.isEmpty() ? all : fitting;
    }

    /// Whether an objective can lead there at all.
    static boolean leads(String objective, String destination) {
        return OBJECTIVE_OF.getOrDefault(destination, objective).equals(objective);
    }

    /// What can be billed for a goal, the usual one first.
    public static List<String> billed(String goal) {
        return BILLED.getOrDefault(goal, List.of("IMPRESSIONS"));
    }

    /// What a goal needs in `promoted_object`.
    public static Need need(String objective, String destination, String goal) {
        if (OF_AN_APP.contains(goal) || objective.equals("OUTCOME_APP_PROMOTION")) {
            return Need.APP;
        }
        if (CONVERSIONS.contains(goal)) {
            return Need.PIXEL;
        }
        return OF_A_PAGE.contains(goal) || destination.equals("ON_POST") && goal.equals("POST_ENGAGEMENT")
                ? Need.PAGE
                : Need.NOTHING;
    }

    /// Whether results come after the click, so that it matters for how long they are counted.
    public static boolean attributes(String goal) {
        return CONVERSIONS.contains(goal) || goal.equals("APP_INSTALLS_AND_OFFSITE_CONVERSIONS")
                || goal.equals("APP_INSTALLS");
    }
}
