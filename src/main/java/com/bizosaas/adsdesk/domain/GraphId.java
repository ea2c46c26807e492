package com.bizosaas.adsdesk.domain;

import java.util.regex.Pattern;

/// The id of a campaign, ad set, ad, creative, custom audience, page or pixel. Always text: these numbers exceed 2^53 and
/// lose digits as doubles.
public record GraphId(String value) implements Comparable<GraphId> {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{1,40}");

    public GraphId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A Graph id is digits only");
        }
    }

    @Override
    public int compareTo(GraphId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
