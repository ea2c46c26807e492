package com.bizosaas.adsdesk.graph.wire;

import com.bizosaas.adsdesk.domain.AccountStatus;
import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An ad account (graph-api chapter 03).
public final class AccountJson {

    public static final String FIELDS = "id,account_id,name,account_status,disable_reason,currency,timezone_name,"
            + "timezone_offset_hours_utc,amount_spent,balance,spend_cap,min_daily_budget,business{id,name},user_tasks";
    /// Needs the task MANAGE and fails the whole read without it, so it is asked for apart.
    public static final String FUNDING = "funding_source_details";

    private AccountJson() {
    }

    /// Null without a usable id or with a currency that Meta's table does not hold: no amount of it could be read.
    public static @Nullable AdAccount read(WireObject wire) {
        AdAccountId id = id(wire);
        AdCurrency currency = currency(wire);
        if (id == null || currency == null) {
            return null;
        }
        WireObject business = wire.object("business");
        Money cap = wire.minor("spend_cap", currency);
        return new AdAccount(id, wire.text("name"), AccountStatus.ofCode(wire.integer("account_status", -1)),
                wire.integer("disable_reason", 0), currency, zone(wire), orZero(wire.minor("amount_spent", currency),
                        currency),
                orZero(wire.minor("balance", currency), currency), cap == null || cap.isZero() ? null : cap,
                wire.minor("min_daily_budget", currency), business.textOrNull("id"), business.textOrNull("name"),
                new LinkedHashSet<>(wire.texts("user_tasks")), null);
    }

    public static @Nullable AdAccountId id(WireObject wire) {
        String text = wire.has("account_id") ? wire.text("account_id") : wire.text("id");
        String digits = text.startsWith("act_") ? text.substring(4) : text;
        return WireObject.isDigits(digits) && digits.length() <= 30 ? AdAccountId.of(digits) : null;
    }

    public static @Nullable AdCurrency currency(WireObject wire) {
        try {
            return AdCurrency.of(wire.text("currency"));
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    public static AdAccount withFunding(AdAccount account, WireObject wire) {
        String funding = wire.object(FUNDING).textOrNull("display_string");
        return account.withFundingSource(funding);
    }

    private static ZoneId zone(WireObject wire) {
        try {
            return ZoneId.of(wire.text("timezone_name"));
        } catch (DateTimeException unknown) {
            BigDecimal hours = Objects.requireNonNullElse(wire.decimal("timezone_offset_hours_utc"), BigDecimal.ZERO);
            BigDecimal seconds = hours.multiply(BigDecimal.valueOf(3600));
            boolean possible = seconds.abs().compareTo(BigDecimal.valueOf(18 * 3600)) <= 0;
            return possible ? ZoneOffset.ofTotalSeconds(seconds.intValue()) : ZoneOffset.UTC;
        }
    }

    private static Money orZero(@Nullable Money amount, AdCurrency currency) {
        return amount == null ? Money.zero(currency) : amount;
    }
}
