package com.bizosaas.adsdesk.domain;

/// The id of a campaign, ad set, ad, creative, custom audience, page or pixel. Always text: these numbers exceed 2^53 and
/// lose digits as doubles.
public record GraphId(String value) implements Comparable<GraphId> {

    private static final int LONGEST = 40;

    public GraphId {
        if (!isDigits(value)) {
            throw new IllegalArgumentException("A Graph id is digits only");
        }
    }

    /// By hand, for a table makes hundreds of thousands of them at once.
    private static boolean isDigits(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return !value.isEmpty() && value.length() <= LONGEST;
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
