package com.bizosaas.adsdesk.domain.profile;

import com.bizosaas.adsdesk.domain.Level;
import java.util.Optional;

/// How a client's objects are named, by level. A rule is a naming template such as `{country}_{objective}_{date:yyMM}`, or
/// between slashes a regular expression such as `/[A-Z]{2}_.*/`; an empty one lets any name pass.
public record Naming(String campaign, String adSet, String ad) {

    public static final Naming NONE = new Naming("", "", "");

    /// The rule of a level, empty for none.
    public String of(Level level) {
        return switch (level) {
            case CAMPAIGN -> campaign;
            case AD_SET -> adSet;
            case AD -> ad;
            case ACCOUNT, AUDIENCE -> "";
        };
    }

    /// The rule of a level where it is a template, from which a name can be made.
    public Optional<String> template(Level level) {
        return Optional.of(of(level)).filter(rule -> !rule.isEmpty() && !isExpression(rule));
    }

    /// Whether the rule is a regular expression.
    public static boolean isExpression(String rule) {
        return rule.length() > 2 && rule.startsWith("/") && rule.endsWith("/");
    }

    /// The rule that is this regular expression.
    public static String expression(String regex) {
        return regex.isEmpty() ? "" : "/" + regex + "/";
    }
}
