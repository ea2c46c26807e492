package com.bizosaas.adsdesk.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads an amount as a person types it: `480`, `1,200.50`, `+10%`, `-20`, `=previous`, in the operator's decimal sign.
///
/// A text that could mean two amounts is refused and never guessed: a misread sign spends a thousand times too much.
/// Amounts stay within what Meta's table of the currency can count (graph-api chapter 03).
///
/// @param previous what `+`, `-` and `=previous` start from, null where there is nothing before
/// @param minimum the least that is accepted, null where it is not known
public record MoneyEntry(AdCurrency currency, Locale locale, @Nullable Money previous, @Nullable Money minimum) {

    /// What came of a text.
    public sealed interface Reading {
    }

    /// A usable amount.
    public record Amount(Money money) implements Reading {
    }

    /// @param reason for the sentence beside the field
    public record Refused(Reason reason) implements Reading {
    }

    /// Why a text is no amount.
    public enum Reason {
        EMPTY, NOT_A_NUMBER,
        /// Two amounts could be meant, such as 4 and 4000.
        AMBIGUOUS, TOO_MANY_DECIMALS,
        /// A relative change without anything to start from.
        NO_PREVIOUS, NOT_POSITIVE, BELOW_MINIMUM, TOO_LARGE
    }

    private static final Pattern RELATIVE = Pattern.compile("([+-])([^%]+)(%?)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]*(?:[.,][0-9]*)*");
    private static final Pattern GROUPED = Pattern.compile("[1-9][0-9]{0,2}(?:_[0-9]{3})+|[1-9][0-9]?(?:_[0-9]{2})*_[0-9]{3}");
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000L);

    public MoneyEntry {
        if (previous != null && !previous.currency().equals(currency)
                || minimum != null && !minimum.currency().equals(currency)) {
            throw new IllegalArgumentException("Previous amount and minimum are in the currency that is typed");
        }
    }

    public Reading read(String typed) {
        String text = plain(typed);
        if (text.isEmpty()) {
            return new Refused(Reason.EMPTY);
        }
        if (text.equalsIgnoreCase("=previous")) {
            return previous == null ? new Refused(Reason.NO_PREVIOUS) : checked(previous.amount());
        }
        Matcher relative = RELATIVE.matcher(text);
        if (relative.matches()) {
            return changed(relative.group(1).equals("+"), relative.group(2), !relative.group(3).isEmpty());
        }
        return switch (number(text, currency.decimals())) {
            case Plain(BigDecimal value) -> checked(value);
            case Bad(Reason reason) -> new Refused(reason);
        };
    }

    private Reading changed(boolean up, String text, boolean percent) {
        return switch (number(text, percent ? 2 : currency.decimals())) {
            case Bad(Reason reason) -> new Refused(reason);
            case Plain(BigDecimal value) -> {
                if (previous == null) {
                    yield new Refused(Reason.NO_PREVIOUS);
                }
                BigDecimal step = percent ? previous.amount().multiply(value).movePointLeft(2) : value;
                BigDecimal sum = up ? previous.amount().add(step) : previous.amount().subtract(step);
                yield checked(sum.setScale(currency.decimals(), RoundingMode.HALF_UP));
            }
        };
    }

    private Reading checked(BigDecimal amount) {
        if (amount.signum() <= 0) {
            return new Refused(Reason.NOT_POSITIVE);
        }
        if (amount.compareTo(LARGEST) > 0) {
            return new Refused(Reason.TOO_LARGE);
        }
        Money money = new Money(amount, currency).rounded();
        if (minimum != null && money.compareTo(minimum) < 0) {
            return new Refused(Reason.BELOW_MINIMUM);
        }
        return new Amount(money);
    }

    private sealed interface Number {
    }

    private record Plain(BigDecimal value) implements Number {
    }

    private record Bad(Reason reason) implements Number {
    }

    private Number number(String text, int decimals) {
        if (!NUMBER.matcher(text).matches() || text.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return new Bad(Reason.NOT_A_NUMBER);
        }
        int comma = text.lastIndexOf(',');
        int dot = text.lastIndexOf('.');
        if (comma < 0 && dot < 0) {
            return new Plain(new BigDecimal(text));
        }
        char last = comma > dot ? ',' : '.';
        if (comma >= 0 && dot >= 0) {
            return split(text, last, last == ',' ? '.' : ',', decimals);
        }
        return single(text, last, decimals);
    }

    /// Both signs are there: the last one is the decimal sign, once, and the other one groups.
    private static Number split(String text, char decimal, char group, int decimals) {
        int at = text.lastIndexOf(decimal);
        String whole = text.substring(0, at);
        if (whole.indexOf(decimal) >= 0 || !grouped(whole, group)) {
            return new Bad(Reason.NOT_A_NUMBER);
        }
        return decimal(whole.replace(String.valueOf(group), ""), text.substring(at + 1), decimals);
    }

    /// One kind of sign: the operator's own decimal sign, or grouping, or the other people's decimal sign.
    private Number single(String text, char sign, int decimals) {
        boolean own = decimalSign() == sign;
        int at = text.indexOf(sign);
        boolean once = at == text.lastIndexOf(sign);
        boolean looksGrouped = grouped(text, sign);
        if (!once) {
            return looksGrouped ? new Plain(new BigDecimal(text.replace(String.valueOf(sign), "")))
                    : new Bad(Reason.NOT_A_NUMBER);
        }
        String fraction = text.substring(at + 1);
        if (own && looksGrouped) {
            return new Bad(Reason.AMBIGUOUS);
        }
        if (!own && looksGrouped) {
            return groupingSign() == sign ? new Plain(new BigDecimal(text.replace(String.valueOf(sign), "")))
                    : new Bad(Reason.AMBIGUOUS);
        }
        return decimal(text.substring(0, at), fraction, decimals);
    }

    private static Number decimal(String whole, String fraction, int decimals) {
        if (fraction.length() > decimals) {
            return new Bad(Reason.TOO_MANY_DECIMALS);
        }
        return new Plain(new BigDecimal((whole.isEmpty() ? "0" : whole) + (fraction.isEmpty() ? "" : "." + fraction)));
    }

    private static boolean grouped(String text, char group) {
        return text.indexOf(group) < 0 ? !text.isEmpty() : GROUPED.matcher(text.replace(group, '_')).matches();
    }

    private char decimalSign() {
        return ascii(DecimalFormatSymbols.getInstance(locale).getDecimalSeparator());
    }

    private char groupingSign() {
        return ascii(DecimalFormatSymbols.getInstance(locale).getGroupingSeparator());
    }

    private static char ascii(char sign) {
        return switch (sign) {
            case '\u066b' -> ',';
            case '\u066c' -> '.';
            default -> sign;
        };
    }

    /// Without blanks, apostrophes between groups, the currency's own signs, and with digits of any script as 0 to 9.
    private String plain(String typed) {
        String text = typed.strip();
        text = without(without(text, currency.code()), symbol());
        StringBuilder plain = new StringBuilder();
        text.codePoints().filter(c -> !Character.isSpaceChar(c) && !Character.isWhitespace(c) && c != '\'' && c != '’'
                && Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.CURRENCY_SYMBOL)
                .forEach(c -> plain.appendCodePoint(letter(c)));
        return plain.toString();
    }

    /// Meta's table holds a code (FBZ) and may hold others that Java does not know.
    private String symbol() {
        return Currency.getAvailableCurrencies().stream().filter(known -> known.getCurrencyCode().equals(currency.code()))
                .findFirst().map(known -> known.getSymbol(locale)).orElse(currency.code());
    }

    private static String without(String text, String sign) {
        if (text.regionMatches(true, 0, sign, 0, sign.length())) {
            return text.substring(sign.length()).strip();
        }
        if (text.regionMatches(true, text.length() - sign.length(), sign, 0, sign.length())) {
            return text.substring(0, text.length() - sign.length()).strip();
        }
        return text;
    }

    private static int letter(int c) {
        if (Character.isDigit(c)) {
            return '0' + Character.digit(c, 10);
        }
        return switch (c) {
            case '−', '–', '－' -> '-';
            case '＋' -> '+';
            case '٪', '％' -> '%';
            case '\u066b' -> ',';
            case '\u066c' -> '.';
            default -> c;
        };
    }
}
