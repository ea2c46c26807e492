package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.profile.Naming;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What a client's profile asks of the names of a level: the shape of a naming template, or a regular expression.
public final class NameRule {

    private final Pattern shape;

    private NameRule(Pattern shape) {
        this.shape = shape;
    }

    /// @param rule as [Naming] writes it, empty for any name
    /// @throws IllegalArgumentException with a sentence that says what cannot be read
    public static NameRule of(String rule) {
        if (rule.isEmpty()) {
            return new NameRule(Pattern.compile(".*", Pattern.DOTALL));
        }
        if (!Naming.isExpression(rule)) {
            return new NameRule(NamePattern.of(rule).shape());
        }
        try {
            return new NameRule(Pattern.compile(rule.substring(1, rule.length() - 1)));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("The regular expression cannot be read: " + e.getDescription() + ".", e);
        }
    }

    /// Whether the whole name is of this shape; one that takes too long to be told is not.
    public boolean fits(String name) {
        try {
            return shape.matcher(LimitedText.of(name)).matches();
        } catch (IllegalArgumentException tooLong) {
            return false;
        }
    }
}
