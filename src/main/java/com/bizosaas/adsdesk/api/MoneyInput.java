package com.bizosaas.adsdesk.api;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.Money;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Money as it is sent: `amount` in the major unit, as text, for a JSON number may have been a double once. `currency` and
/// `minor` may stand beside it, as in an answer; then they must agree.
record MoneyInput(Param param, BigDecimal amount, @Nullable String currency, @Nullable Long minor) {

    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,13}(\\.[0-9]{1,6})?");
    private static final Set<String> MEMBERS = Set.of("amount", "currency", "minor");
    private static final String SHAPE = "an object such as {\"amount\":\"12.34\"}, with the amount as text";

    static MoneyInput of(Param param, JsonNode node) {
        JsonNode amount = node.path("amount");
        JsonNode currency = node.path("currency");
        JsonNode minor = node.path("minor");
        if (!node.isObject() || !MEMBERS.containsAll(node.propertyNames()) || !amount.isString()
                || !AMOUNT.matcher(amount.stringValue()).matches()
                || !currency.isMissingNode() && !currency.isString()
                || !minor.isMissingNode() && !(minor.isIntegralNumber() && minor.canConvertToLong())) {
            throw Inputs.wrong(param, SHAPE);
        }
        return new MoneyInput(param, new BigDecimal(amount.stringValue()),
                currency.isMissingNode() ? null : currency.stringValue(),
                minor.isMissingNode() ? null : minor.longValue());
    }

    /// The amount in an ad account's currency. Never a conversion.
    Money in(AdCurrency account) {
        if (currency != null && !currency.equals(account.code())) {
            throw Inputs.wrong(param, "in the ad account's currency, " + account.code());
        }
        if (amount.stripTrailingZeros().scale() > account.decimals()) {
            throw Inputs.wrong(param, account.decimals() == 0
                    ? account.code() + ", which is counted in whole units"
                    : "an amount with at most two decimals");
        }
        Money money = new Money(amount.setScale(account.decimals()), account);
        if (minor != null && minor != money.minorUnits()) {
            throw Inputs.wrong(param, "one amount: minor does not agree with amount");
        }
        return money;
    }
}
