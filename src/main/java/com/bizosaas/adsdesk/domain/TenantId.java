package com.bizosaas.adsdesk.domain;

import java.util.regex.Pattern;

/// Names one client of the agency. No store, cache or request is made without it, so that tenants never mix.
///
/// @param value lower-case letters, digits and hyphens, 1 to 64 characters
public record TenantId(String value) implements Comparable<TenantId> {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

    public TenantId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A tenant id has 1 to 64 lower-case letters, digits or hyphens");
        }
    }

    @Override
    public int compareTo(TenantId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
