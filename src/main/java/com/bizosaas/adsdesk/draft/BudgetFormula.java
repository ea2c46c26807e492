package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.draft.BudgetChange.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what a person types to change an amount: `+10%`, `-20`, `*1.2`, `/2` or `=25`, and behind it, or alone, `round 5`,
/// `min 20` and `max 500`. Numbers are in major units, with a point or a comma before their decimals and no thousands sign.
public final class BudgetFormula {

    private static final Pattern HEAD = Pattern.compile("([-+*×/=])\\s*([0-9]+(?:[.,][0-9]{1,6})?)\\s*(%?)");
    private static final Pattern WORD = Pattern.compile("(round|min|max)\\s+([0-9]+(?:[.,][0-9]{1,6})?)");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String EXAMPLES = "Write +10%, -20, *1.2 or =25, and behind it round 5, min 20 or max 500.";

    private BudgetFormula() {
    }

    /// Whether a text is meant as a formula rather than an amount; `+` and `-` alone are both.
    public static boolean looksLike(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        return plain.matches("[*×/].*|=\\s*[0-9].*") || plain.matches("(?s).*(round|min|max).*");
    }

    /// @throws IllegalArgumentException with a sentence about what cannot be read
    public static BudgetChange of(String text) {
        String rest = text.strip().toLowerCase(Locale.ROOT).replace('−', '-');
        Kind kind = Kind.AMOUNT;
        BigDecimal by = BigDecimal.ZERO;
        Matcher head = HEAD.matcher(rest);
        boolean any = head.lookingAt();
        if (any) {
            BigDecimal number = number(head.group(2));
            boolean percent = !head.group(3).isEmpty();
            if (percent && !head.group(1).matches("[-+]")) {
                throw new IllegalArgumentException("Percent goes with + or - only. " + EXAMPLES);
            }
            kind = percent || head.group(1).matches("[*×/]")
                    ? Kind.PERCENT
                    : head.group(1).equals("=") ? Kind.TO_VALUE : Kind.AMOUNT;
            by = switch (head.group(1)) {
                case "-" -> number.negate();
                case "*", "×" -> number.subtract(BigDecimal.ONE).multiply(HUNDRED);
                case "/" -> divided(number);
                default -> number;
            };
            rest = rest.substring(head.end()).strip();
        }
        @Nullable
        BigDecimal round = null;
        @Nullable
        BigDecimal least = null;
        @Nullable
        BigDecimal most = null;
        Matcher word = WORD.matcher(rest);
        while (word.lookingAt()) {
            any = true;
            BigDecimal number = number(word.group(2));
            switch (word.group(1)) {
                case "round" -> round = number;
                case "min" -> least = number;
                default -> most = number;
            }
            rest = rest.substring(word.end()).strip();
            word = WORD.matcher(rest);
        }
        if (!any || !rest.isEmpty()) {
            throw new IllegalArgumentException("“" + (rest.isEmpty() ? text.strip() : rest) + "” cannot be read. "
                    + EXAMPLES);
        }
        return new BudgetChange(kind, by, round, least, most);
    }

    private static BigDecimal divided(BigDecimal number) {
        if (number.signum() == 0) {
            throw new IllegalArgumentException("Nothing can be divided by zero. " + EXAMPLES);
        }
        return BigDecimal.ONE.divide(number, MathContext.DECIMAL64).subtract(BigDecimal.ONE).multiply(HUNDRED);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace(',', '.'));
    }
}
