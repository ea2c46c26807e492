package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Connection.Broken;
import com.bizosaas.adsdesk.graph.GraphException;
import com.bizosaas.adsdesk.service.Problem.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/// Sentences for what the Graph API answers, by code and subcode (graph-api chapter 11), never by Meta's English texts,
/// which change without notice.
final class GraphProblems {

    /// Names of the API's fields and of the desk's inputs that fill them.
    private static final Map<String, String> INPUTS = Map.ofEntries(Map.entry("daily_budget", "budget"),
            Map.entry("lifetime_budget", "budget"), Map.entry("bid_strategy", "bidStrategy"),
            Map.entry("special_ad_categories", "specialAdCategories"),
            Map.entry("special_ad_category_country", "specialAdCategoryCountries"),
            Map.entry("is_adset_budget_sharing_enabled", "adSetBudgetSharing"),
            Map.entry("lookalike_spec", "ratio"), Map.entry("origin_audience_id", "originId"),
            Map.entry("retention_days", "retentionDays"));

    private static final Set<Integer> AUDIENCE_TERMS = Set.of(1870034, 1870090, 1870092, 1713092);
    private static final Set<Integer> BUDGET_TOO_LOW = Set.of(1487901, 1885272, 1885650);

    private GraphProblems() {
    }

    /// Why the token is dead, null if it is not (code 190 and 102).
    static @Nullable Broken broken(GraphException e) {
        if (e.kind() != GraphException.Kind.TOKEN) {
            return null;
        }
        return switch (e.subcode()) {
            case 458 -> Broken.APP_REMOVED;
            case 459, 464 -> Broken.CHECKPOINT;
            case 460 -> Broken.PASSWORD_CHANGED;
            case 463 -> Broken.EXPIRED;
            case 467 -> Broken.LOGGED_OUT;
            default -> Broken.INVALID;
        };
    }

    static Problem of(GraphException e) {
        return switch (e.kind()) {
            case NOT_SENT -> isForeign(e)
                    ? elsewhere(e)
                    : plain(Kind.OFFLINE, "Facebook cannot be reached",
                            "Check the internet connection. What was read before stays on screen, and reading goes on by "
                                    + "itself.",
                            e);
            case ELSEWHERE -> elsewhere(e);
            case TRANSIENT -> plain(Kind.FAILED, "Facebook did not answer as it should",
                    "What was read before stays on screen. It is tried again by itself; F5 tries at once.", e);
            case UNKNOWN_EFFECT -> plain(Kind.UNCERTAIN, "The answer was lost, so the change may have been made",
                    "Refresh and look before doing it again.", e);
            case LIMIT -> limit(e);
            case TOKEN -> token(e);
            case PERMISSION -> permission(e);
            case BLOCKED -> plain(Kind.REFUSED, "Facebook blocked this for policy reasons",
                    "Open Account Quality at Facebook to see why. Nothing here can lift the block.", e);
            case REFUSED -> refused(e);
            case VERSION -> plain(Kind.REFUSED, "This version of the Graph API has ended",
                    "Choose a newer API version in Settings, or update Ads Desk.", e);
            case CANCELLED -> plain(Kind.CANCELLED, "Cancelled", "Nothing was changed by it.", e);
        };
    }

    private static Problem elsewhere(GraphException e) {
        return plain(Kind.NETWORK_SIGN_IN, "Something in this network answers in Facebook's place",
                "The network may want a sign-in of its own: open any page in the browser, follow it, and reading goes on by itself.",
                e);
    }

    /// A captive portal cannot show Facebook's certificate.
    private static boolean isForeign(GraphException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLHandshakeException || cause instanceof SSLPeerUnverifiedException) {
                return true;
            }
        }
        return false;
    }

    private static Problem token(GraphException e) {
        String again = "Sign in again in Setup; all settings are kept. Ads keep running at Facebook, but nothing can be read or"
                + " changed here until then.";
        return switch (e.subcode()) {
            case 458 -> plain(Kind.SIGN_IN_NEEDED, "The app was removed from this person's Facebook account", again, e);
            case 459 -> plain(Kind.SIGN_IN_NEEDED, "Facebook wants to check this person's account first",
                    "Open facebook.com as that person and follow the steps there. The sign-in works again afterwards.",
                    e);
            case 460 -> plain(Kind.SIGN_IN_NEEDED, "This person's Facebook password was changed", again, e);
            case 463 -> plain(Kind.SIGN_IN_NEEDED, "The sign-in has expired", again, e);
            case 464 -> plain(Kind.SIGN_IN_NEEDED, "This person's Facebook account is not verified",
                    "Open facebook.com as that person and verify the account. The sign-in works again afterwards.", e);
            case 467 -> plain(Kind.SIGN_IN_NEEDED, "This person has signed out of the app", again, e);
            default -> plain(Kind.SIGN_IN_NEEDED, "Facebook no longer accepts the sign-in", again, e);
        };
    }

    private static Problem limit(GraphException e) {
        String wait = "Reading goes on by itself at the time shown. What is on screen stays usable.";
        if (e.code() == 613 && e.subcode() == 1487632) {
            return limited("The budget of this ad set was changed four times within an hour",
                    "Facebook allows no more. Change it again when the hour is over.", e);
        }
        if (e.code() == 17 && e.subcode() == 1885172) {
            return limited("The spending limit was changed ten times today",
                    "Facebook allows no more. Change it tomorrow.", e);
        }
        if (e.code() == 4) {
            return limited("Facebook's limit for the whole app is used up", wait, e);
        }
        // What the desk itself holds back says why.
        return limited(text(e.code() == 0 ? e.userTitle() : "", "Facebook's limit for this ad account is used up"),
                wait,
                e);
    }

    private static Problem permission(GraphException e) {
        if (AUDIENCE_TERMS.contains(e.subcode())) {
            return plain(Kind.NO_PERMISSION, "The terms for custom audiences are not accepted yet",
                    "Someone of the business must accept them at Facebook, under Audiences.", e);
        }
        if (e.code() == 270) {
            return plain(Kind.NO_PERMISSION, "The app's access tier does not cover this ad account",
                    "Ask Meta for full access to the Marketing API, or use an account of the app's own business.", e);
        }
        if (e.code() == 3) {
            return plain(Kind.NO_PERMISSION, "The app is not allowed to do this",
                    "Ask Meta for the capability in the app's dashboard.", e);
        }
        return plain(Kind.NO_PERMISSION, "This sign-in may not do this",
                "Ask the account's owner for the task it needs, or sign in again in Setup and allow every permission.",
                e);
    }

    private static Problem refused(GraphException e) {
        String field = field(e.field());
        if (BUDGET_TOO_LOW.contains(e.subcode()) || BUDGET_TOO_LOW.contains(e.code())) {
            return new Problem(Kind.REFUSED, "The budget is too low",
                    text(e.userMessage(), "Raise it to what Facebook accepts for this account."),
                    field.isEmpty() ? "budget" : field, null, details(e));
        }
        if (e.subcode() == 1885621) {
            return new Problem(Kind.REFUSED, "A budget is already set on the other level",
                    "A campaign either has a budget of its own or leaves budgets to its ad sets.",
                    field.isEmpty() ? "budget" : field, null, details(e));
        }
        if (e.subcode() == 33) {
            return plain(Kind.REFUSED, "Facebook does not know this object any more",
                    "It was deleted, or this sign-in has lost its access. Refresh to see what is there.", e);
        }
        return new Problem(Kind.REFUSED, sentence(text(e.userTitle(), "Facebook refused this")),
                text(e.userMessage(), "Facebook gave no reason for people; see Details for its own words."), field,
                null, details(e));
    }

    private static Problem plain(Kind kind, String title, String remedy, GraphException e) {
        return new Problem(kind, title, remedy, "", null, details(e));
    }

    private static Problem limited(String title, String remedy, GraphException e) {
        return new Problem(Kind.RATE_LIMITED, title, remedy, "", e.until(), details(e));
    }

    private static String field(List<String> path) {
        if (path.isEmpty()) {
            return "";
        }
        return INPUTS.getOrDefault(path.getFirst(), path.getLast());
    }

    private static String text(String given, String otherwise) {
        return given.isBlank() ? otherwise : given.strip();
    }

    private static String sentence(String title) {
        return title.endsWith(".") ? title.substring(0, title.length() - 1) : title;
    }

    /// Codes and trace id first: they are what Meta's support asks for.
    static String details(GraphException e) {
        StringBuilder text = new StringBuilder();
        if (e.code() != 0) {
            text.append("Code ").append(e.code());
            if (e.subcode() != 0) {
                text.append(", subcode ").append(e.subcode());
            }
        }
        if (!e.traceId().isEmpty()) {
            text.append(text.isEmpty() ? "Trace " : ", trace ").append(e.traceId());
        }
        if (e.getMessage() != null && !e.getMessage().isBlank()) {
            text.append(text.isEmpty() ? "" : "\n").append(e.getMessage());
        }
        return text.toString();
    }
}
