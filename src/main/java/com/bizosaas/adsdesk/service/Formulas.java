package com.bizosaas.adsdesk.service;

/// Texts that a spreadsheet would run as a formula, made harmless and restored (robustness "Isolation, audit, privacy,
/// exports", rule 5). An apostrophe in front shows as text; a text that begins with such an apostrophe itself gets one more,
/// so that each comes back as it was.
public final class Formulas {

    /// What begins a formula, full-width forms included, or hides one.
    private static final String DANGEROUS = "=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20";

    private Formulas() {
    }

    /// As it can stand in a cell.
    public static String defused(String text) {
        return isMarked(text) ? "'" + text : text;
    }

    /// As it was before; digits lose the apostrophe that kept them a text.
    static String armed(String text) {
        boolean marked = text.length() > 1 && text.charAt(0) == '\''
                && (isMarked(text.substring(1)) || isDigits(text.substring(1)));
        return marked ? text.substring(1) : text;
    }

    private static boolean isMarked(String text) {
        int bare = 0;
        while (bare < text.length() && text.charAt(bare) == '\'') {
            bare++;
        }
        return bare < text.length() && (DANGEROUS.indexOf(text.charAt(bare)) >= 0
                || bare > 0 && isDigits(text.substring(bare)));
    }

    static boolean isDigits(String text) {
        return text.chars().allMatch(sign -> sign >= '0' && sign <= '9');
    }
}
