package com.bizosaas.adsdesk.ui.campaigns;

/// Looks for a piece of text whatever its case, without making a copy of every name at every key.
final class TextSearch {

    private TextSearch() {
    }

    /// @param wanted in lower case
    static boolean contains(String text, String wanted) {
        int last = text.length() - wanted.length();
        for (int start = 0; start <= last; start++) {
            int at = 0;
            while (at < wanted.length() && same(text.charAt(start + at), wanted.charAt(at))) {
                at++;
            }
            if (at == wanted.length()) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(char one, char lower) {
        return one == lower || (one < 128
                ? one >= 'A' && one <= 'Z' && one + 32 == lower
                : Character.toLowerCase(one) == lower);
    }
}
