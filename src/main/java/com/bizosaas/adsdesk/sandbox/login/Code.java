package com.bizosaas.adsdesk.sandbox.login;

import java.time.Instant;
import java.util.Set;

/// A code on its way from the dialog to the token call.
record Code(String value, String userId, String redirectUri, Set<String> scopes, Instant expires, boolean used) {

    Code {
        scopes = Set.copyOf(scopes);
    }

    Code spent() {
        return new Code(value, userId, redirectUri, scopes, expires, true);
    }

    @Override
    public String toString() {
        return "code for " + userId;
    }
}
