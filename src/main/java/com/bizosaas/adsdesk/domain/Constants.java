package com.bizosaas.adsdesk.domain;

import java.util.Locale;

/// Facebook's constants, said in plain words.
public final class Constants {

    private Constants() {
    }

    /// `LANDING_PAGE_VIEWS` as "Landing page views".
    public static String sentence(String constant) {
        if (constant.isEmpty()) {
            return constant;
        }
        String words = constant.replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
