package com.bizosaas.adsdesk.domain;

import java.time.Instant;

/// A client of the agency.
///
/// @param colour index of the avatar's colour pair, 0 to 7
public record Tenant(TenantId id, String name, int colour, Instant createdAt) {

    public static final int COLOURS = 8;

    public Tenant {
        name = name.strip();
        if (name.isEmpty() || name.length() > 120) {
            throw new IllegalArgumentException("A tenant's name has 1 to 120 characters");
        }
        if (colour < 0 || colour >= COLOURS) {
            throw new IllegalArgumentException("A tenant's colour is 0 to 7");
        }
    }
}
