package com.bizosaas.adsdesk.ui.common;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.metrics.Delta;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes figures, money and times in the operator's locale. What has no value is [#NONE], never zero.
public final class Formats {

    public static final String NONE = "—";

    private static final String MINUS = "−";

    /// Signs that an agency reads at a glance and that most locales spell out as codes.
    private static final Map<String, String> SIGNS = Map.ofEntries(Map.entry("JPY", "¥"), Map.entry("INR", "₹"),
            Map.entry("TRY", "₺"), Map.entry("KRW", "₩"), Map.entry("NOK", "kr\u202f"), Map.entry("SEK", "kr\u202f"),
            Map.entry("DKK", "kr\u202f"), Map.entry("PLN", "zł\u202f"), Map.entry("ZAR", "R\u202f"));

    private final Locale locale;

    public Formats(Locale locale) {
        this.locale = locale;
    }

    /// A whole count with grouping.
    public String count(@Nullable BigDecimal value) {
        return value == null ? NONE : decimal(value, value.scale() > 0 && hasFraction(value) ? 1 : 0);
    }

    /// A number with fixed decimals.
    public String decimal(@Nullable BigDecimal value, int decimals) {
        if (value == null) {
            return NONE;
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value).replace("-", MINUS);
    }

    /// A number with the operator's decimal sign and nothing else, as a spreadsheet reads it.
    public String plain(BigDecimal value) {
        return value.toPlainString().replace('.', DecimalFormatSymbols.getInstance(locale).getDecimalSeparator());
    }

    /// An amount with its currency's own decimals and symbol.
    public String money(@Nullable Money money) {
        return money == null ? NONE : symbol(money.currency()) + amount(money);
    }

    /// An amount with its symbol and no decimals, for tiles and totals.
    public String moneyWhole(@Nullable Money money) {
        return money == null ? NONE : symbol(money.currency()) + decimal(money.amount(), 0);
    }

    /// An amount without its symbol, for columns whose header or totals row names the currency.
    public String amount(@Nullable Money money) {
        return money == null ? NONE : decimal(money.amount(), money.currency().decimals());
    }

    /// The currency's sign in the operator's locale, its code followed by a narrow space where it has none.
    public String symbol(AdCurrency currency) {
        String known = SIGNS.get(currency.code());
        String sign = known != null ? known : sign(currency.code());
        return known == null && sign.length() > 2 ? sign + "\u202f" : sign;
    }

    /// Meta's table has a code that no standard knows (FBZ); it stands for itself.
    private String sign(String code) {
        return Currency.getAvailableCurrencies().stream().filter(known -> known.getCurrencyCode().equals(code))
                .findFirst().map(known -> known.getSymbol(locale)).orElse(code);
    }

    /// A metric's value by its unit: money in the given currency, percentages and ratios with two decimals.
    public String metric(Metric metric, @Nullable BigDecimal value, AdCurrency currency) {
        if (value == null) {
            return NONE;
        }
        return switch (metric.unit()) {
            case MONEY -> decimal(value, currency.decimals());
            case COUNT -> count(value);
            case PERCENT, RATIO -> decimal(value, 2);
        };
    }

    /// A change such as "↑ 6.7%"; "new" without a past, [#NONE] without a comparison.
    public String delta(Delta delta) {
        return switch (delta.kind()) {
            case NONE -> NONE;
            case NEW -> "new";
            case CHANGE -> {
                BigDecimal percent = delta.change().movePointRight(2).setScale(1, RoundingMode.HALF_UP);
                String arrow = percent.signum() == 0 ? "" : percent.signum() > 0 ? "↑ " : "↓ ";
                yield arrow + decimal(percent.abs(), 1) + "%";
            }
        };
    }

    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMM", locale).format(day);
    }

    public String dayAndYear(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMM yyyy", locale).format(day);
    }

    /// How long ago something was, in the largest unit that fits.
    public String ago(@Nullable Instant then, Instant now) {
        if (then == null) {
            return "never";
        }
        Duration age = Duration.between(then, now);
        if (age.toMinutes() < 1) {
            return "just now";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + " min ago";
        }
        return age.toDays() < 1 ? age.toHours() + " h ago" : age.toDays() + " d ago";
    }

    private static boolean hasFraction(BigDecimal value) {
        return value.stripTrailingZeros().scale() > 0;
    }
}
