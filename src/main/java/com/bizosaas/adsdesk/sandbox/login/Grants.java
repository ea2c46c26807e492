package com.bizosaas.adsdesk.sandbox.login;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What each person has granted or declined to the app. Not thread-safe: [Sessions] guards it.
final class Grants {

    /// Permissions the app may ask for (graph-api chapter 01).
    static final List<String> KNOWN = List.of("public_profile", "email", "ads_read", "ads_management",
            "business_management", "pages_show_list", "pages_read_engagement", "pages_manage_ads", "read_insights",
            "leads_retrieval", "catalog_management", "instagram_basic");

    private final Map<String, Map<String, Boolean>> byUser = new LinkedHashMap<>();

    Map<String, Boolean> of(String userId) {
        return byUser.getOrDefault(userId, Map.of());
    }

    Map<String, Map<String, Boolean>> all() {
        return byUser;
    }

    Set<String> declined(String userId) {
        Set<String> declined = new LinkedHashSet<>();
        of(userId).forEach((permission, yes) -> {
            if (!yes) {
                declined.add(permission);
            }
        });
        return declined;
    }

    void set(String userId, String permission, boolean granted) {
        byUser.computeIfAbsent(userId, _ -> new LinkedHashMap<>()).put(permission, granted);
    }

    void forget(String userId) {
        byUser.remove(userId);
    }
}
