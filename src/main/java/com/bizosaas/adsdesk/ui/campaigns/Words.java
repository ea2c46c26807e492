package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.BidStrategy;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.domain.metrics.AgreedConversion;
import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import com.bizosaas.adsdesk.ui.common.AdWords;
import com.bizosaas.adsdesk.ui.common.Formats;
import java.util.List;
import java.util.Map;

/// Meta's constants in the words of Ads Manager. A constant that is newer than this release is shown as it is.
final class Words {

    static final Map<String, String> CATEGORIES = AdWords.CATEGORIES;

    static final List<BidStrategy> STRATEGIES = AdWords.STRATEGIES;

    private Words() {
    }

    static String objective(Objective objective) {
        return AdWords.objective(objective);
    }

    static String strategy(BidStrategy strategy) {
        return AdWords.strategy(strategy);
    }

    /// "Bid cap €4.00", or the strategy alone where it has no amount.
    static String bid(Formats formats, Bid bid) {
        BidStrategy strategy = bid.strategy();
        Money amount = bid.amount();
        if (bid.takesFloor() && bid.floor() != null) {
            return "ROAS goal " + formats.decimal(bid.floor(), 2);
        }
        String value = strategy == null ? "" : strategy.value();
        if (amount != null && (value.isEmpty() || value.equals("LOWEST_COST_WITH_BID_CAP"))) {
            return "Bid cap " + formats.money(amount);
        }
        if (amount != null && value.equals("COST_CAP")) {
            return "Goal " + formats.money(amount);
        }
        return strategy == null ? "" : strategy(strategy);
    }

    /// As a small caption below a total.
    static String caption(Conversion conversion) {
        return switch (conversion) {
            case ConversionFamily.PURCHASE -> "purch.";
            case ConversionFamily.LEAD -> "leads";
            case ConversionFamily.ADD_TO_CART -> "carts";
            case ConversionFamily.CHECKOUT -> "checkouts";
            case ConversionFamily.REGISTRATION -> "regist.";
            case AgreedConversion _ -> "conv.";
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
        return AdWords.sentence(constant);
    }
}
