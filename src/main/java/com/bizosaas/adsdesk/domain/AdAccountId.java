package com.bizosaas.adsdesk.domain;

import java.util.regex.Pattern;

/// An ad account's id in the form that paths want: `act_` and digits. The bare number is refused by the Graph API with
/// 100/33 (graph-api chapter 03).
public record AdAccountId(String value) implements Comparable<AdAccountId> {

    private static final Pattern SHAPE = Pattern.compile("act_[0-9]{1,30}");

    public AdAccountId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("An ad account id is act_ followed by digits");
        }
    }

    /// Takes the id with or without its prefix.
    public static AdAccountId of(String text) {
        return new AdAccountId(text.startsWith("act_") ? text : "act_" + text);
    }

    /// The id without its prefix, as `account_id` has it.
    public String number() {
        return value.substring(4);
    }

    @Override
    public int compareTo(AdAccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
