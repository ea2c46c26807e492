package com.bizosaas.adsdesk.sandbox.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What a fleet's resource file says. Everything it leaves out is made from the seed.
record FleetFile(String agency, List<Tenant> tenants) {

    record Tenant(String name, String site, String vertical, @Nullable String voice, @Nullable List<Account> accounts) {
    }

    record Account(String name, String currency, String zone, String voice, List<String> countries, int campaigns,
            @Nullable Integer capUsed, @Nullable Integer status, @Nullable Integer disableReason,
            @Nullable List<Anomaly> anomalies) {
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static FleetFile read(String fleet) {
        return JSON.readValue(bytes(fleet + ".json"), FleetFile.class);
    }

    static Map<String, Voice> voices() {
        return JSON.readValue(bytes("voices.json"), new TypeReference<>() {
        });
    }

    private static byte[] bytes(String name) {
        try (InputStream in = FleetFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
