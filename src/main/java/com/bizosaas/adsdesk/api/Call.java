package com.bizosaas.adsdesk.api;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.ApiKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One request whose inputs were found to be what their route declares.
///
/// @param key who asks
/// @param address the API's own address, `http://127.0.0.1:PORT`
/// @param path the path without its base
/// @param query the raw query, empty without one
/// @param page whether a browser asks, which wants a page to read
/// @param values inputs by their names, of the types of [Inputs]
record Call(ApiKey key, String address, String path, String query, boolean page, Map<String, Object> values) {

    boolean has(String name) {
        return values.containsKey(name);
    }

    TenantId tenant() {
        return need("tenant_id", TenantId.class);
    }

    Optional<AdAccountId> account() {
        return find("account_id", AdAccountId.class);
    }

    GraphId id() {
        return need("id", GraphId.class);
    }

    String text(String name) {
        return need(name, String.class);
    }

    Optional<String> findText(String name) {
        return find(name, String.class);
    }

    boolean flag(String name) {
        return find(name, Boolean.class).orElse(false);
    }

    List<String> texts(String name) {
        return list(name, String.class);
    }

    <T> List<T> list(String name, Class<T> type) {
        return find(name, List.class).map(found -> ((List<?>) found).stream().map(type::cast).toList())
                .orElse(List.of());
    }

    <T> Optional<T> find(String name, Class<T> type) {
        return Optional.ofNullable(values.get(name)).map(type::cast);
    }

    <T> T need(String name, Class<T> type) {
        return find(name, type).orElseThrow(() -> new IllegalStateException(name + " was not declared as needed"));
    }
}
