package com.bizosaas.adsdesk.draft;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Finds and replaces in texts, plainly or by regular expression.
///
/// A pattern is asked for half a second at most per text: some expressions would never end.
public final class FindReplace {

    private final Pattern pattern;
    private final String replacement;

    private FindReplace(Pattern pattern, String replacement) {
        this.pattern = pattern;
        this.replacement = replacement;
    }

    /// @param regex whether `find` is a regular expression, and `replace` may use `$1`
    /// @throws IllegalArgumentException with a sentence about what is wrong with the expression
    public static FindReplace of(String find, String replace, boolean regex, boolean matchCase) {
        if (find.isEmpty()) {
            throw new IllegalArgumentException("Type what is to be found.");
        }
        int flags = (matchCase ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE) | (regex ? 0 : Pattern.LITERAL);
        try {
            Pattern pattern = Pattern.compile(find, flags);
            String replacement = regex ? replace : Matcher.quoteReplacement(replace);
            checkGroups(pattern, replacement);
            return new FindReplace(pattern, replacement);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("The expression cannot be read: " + e.getDescription() + ".", e);
        }
    }

    private static void checkGroups(Pattern pattern, String replacement) {
        int groups = pattern.matcher("").groupCount();
        for (int i = 0; i < replacement.length(); i++) {
            if (replacement.charAt(i) == '\\') {
                i++;
                if (i == replacement.length()) {
                    throw new IllegalArgumentException("Write \\\\ for a backslash in the replacement.");
                }
            } else if (replacement.charAt(i) == '$') {
                char next = i + 1 < replacement.length() ? replacement.charAt(i + 1) : ' ';
                if (next != '{' && (!Character.isDigit(next) || next - '0' > groups)) {
                    throw new IllegalArgumentException("The replacement names a group that the expression lacks. "
                            + "Write \\$ for a dollar sign.");
                }
            }
        }
    }

    /// The text with every match replaced.
    ///
    /// @throws IllegalArgumentException if the expression takes too long on this text, or names an unknown group
    public String apply(String text) {
        try {
            return pattern.matcher(LimitedText.of(text)).replaceAll(replacement);
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("The replacement names a group that the expression lacks.", e);
        }
    }
}
