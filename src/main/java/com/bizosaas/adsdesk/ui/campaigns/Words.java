package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.BidStrategy;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import com.bizosaas.adsdesk.ui.common.Formats;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Meta's constants in the words of Ads Manager. A constant that is newer than this release is shown as it is.
final class Words {

    /// Special ad categories that can be declared (graph-api chapter 04, "Campaign"), by their name for people.
    static final Map<String, String> CATEGORIES = categories();

    static final List<BidStrategy> STRATEGIES = List.of(BidStrategy.LOWEST_COST_WITHOUT_CAP, BidStrategy.COST_CAP,
            BidStrategy.LOWEST_COST_WITH_BID_CAP, BidStrategy.LOWEST_COST_WITH_MIN_ROAS);

    private Words() {
    }

    static String objective(Objective objective) {
        String value = objective.modern().value();
        return switch (value) {
            case "OUTCOME_AWARENESS" -> "Awareness";
            case "OUTCOME_TRAFFIC" -> "Traffic";
            case "OUTCOME_ENGAGEMENT" -> "Engagement";
            case "OUTCOME_LEADS" -> "Leads";
            case "OUTCOME_APP_PROMOTION" -> "App";
            case "OUTCOME_SALES" -> "Sales";
            default -> sentence(value);
        };
    }

    static String strategy(BidStrategy strategy) {
        return switch (strategy.value()) {
            case "LOWEST_COST_WITHOUT_CAP" -> "Highest volume";
            case "LOWEST_COST_WITH_BID_CAP" -> "Bid cap";
            case "COST_CAP" -> "Cost goal";
            case "LOWEST_COST_WITH_MIN_ROAS" -> "ROAS goal";
            default -> sentence(strategy.value());
        };
    }

    /// "Bid cap €4.00", or the strategy alone where it has no amount.
    static String bid(Formats formats, @Nullable BidStrategy strategy, @Nullable Money amount) {
        String value = strategy == null ? "" : strategy.value();
        if (amount != null && (value.isEmpty() || value.equals("LOWEST_COST_WITH_BID_CAP"))) {
            return "Bid cap " + formats.money(amount);
        }
        if (amount != null && value.equals("COST_CAP")) {
            return "Goal " + formats.money(amount);
        }
        return strategy == null ? "" : strategy(strategy);
    }

    static String results(ConversionFamily family) {
        return switch (family) {
            case PURCHASE -> "Purchases";
            case LEAD -> "Leads";
            case ADD_TO_CART -> "Adds to cart";
            case CHECKOUT -> "Checkouts";
            case REGISTRATION -> "Registrations";
        };
    }

    static String result(ConversionFamily family) {
        return switch (family) {
            case PURCHASE -> "purchase";
            case LEAD -> "lead";
            case ADD_TO_CART -> "add to cart";
            case CHECKOUT -> "checkout";
            case REGISTRATION -> "registration";
        };
    }

    static String level(Level level, int count) {
        String one = switch (level) {
            case ACCOUNT -> "account";
            case AUDIENCE -> "audience";
            case CAMPAIGN -> "campaign";
            case AD_SET -> "ad set";
            case AD -> "ad";
        };
        return count == 1 ? one : one + "s";
    }

    /// A count with its noun, such as "19 ad sets".
    static String counted(Level level, int count) {
        return count + " " + level(level, count);
    }

    /// `LANDING_PAGE_VIEWS` as "Landing page views".
    static String sentence(String constant) {
        if (constant.isEmpty()) {
            return constant;
        }
        String words = constant.replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static Map<String, String> categories() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("HOUSING", "Housing");
        names.put("EMPLOYMENT", "Employment");
        names.put("CREDIT", "Credit");
        names.put("FINANCIAL_PRODUCTS_SERVICES", "Financial products and services");
        names.put("ISSUES_ELECTIONS_POLITICS", "Social issues, elections or politics");
        names.put("ONLINE_GAMBLING_AND_GAMING", "Online gambling and gaming");
        return java.util.Collections.unmodifiableMap(names);
    }
}
