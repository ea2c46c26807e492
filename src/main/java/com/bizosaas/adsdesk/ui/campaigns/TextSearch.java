package com.bizosaas.adsdesk.ui.campaigns;

/// Looks for a piece of text whatever its case, without making a copy of every text at every key.
final class TextSearch {

    private TextSearch() {
    }

    /// The same text, letter by letter in lower case.
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        fold(text, folded);
        return folded.toString();
    }

    static void fold(String text, StringBuilder onto) {
        for (int i = 0; i < text.length(); i++) {
            onto.append(Character.toLowerCase(text.charAt(i)));
        }
    }

    /// @param folded what is looked for
    static boolean contains(String text, String folded) {
        int last = text.length() - folded.length();
        for (int start = 0; start <= last; start++) {
            int at = 0;
            while (at < folded.length() && same(text.charAt(start + at), folded.charAt(at))) {
                at++;
            }
            if (at == folded.length()) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(char one, char folded) {
        return one == folded || (one < 128
                ? one >= 'A' && one <= 'Z' && one + 32 == folded
                : Character.toLowerCase(one) == folded);
    }
}
