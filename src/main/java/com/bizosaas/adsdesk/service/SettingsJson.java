package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Settings as they are stored. A missing or unknown value has its default, so that an older and a newer release read
/// each other's settings.
record SettingsJson(@Nullable String appId, @Nullable String apiVersion, @Nullable List<String> scopes,
        @Nullable String redirectUri, @Nullable Boolean polling, @Nullable Map<String, Long> lifetimeSeconds,
        @Nullable String theme, @Nullable Long idleLockSeconds, @Nullable Long vaultLockSeconds,
        @Nullable String operatorName) {

    static final DeskSettings DEFAULTS = new DeskSettings("", "v26.0",
            List.of("ads_management", "ads_read", "business_management"),
            "http://localhost:3002/api/brain/integrations/facebook-ads/oauth?action=callback", true,
            lifetimes(Map.of()), Theme.SYSTEM, Duration.ofMinutes(15), Duration.ofHours(4), "Operator");

    static SettingsJson of(DeskSettings settings) {
        Map<String, Long> seconds = new TreeMap<>();
        settings.lifetimes().forEach((topic, lifetime) -> seconds.put(topic.name(), lifetime.toSeconds()));
        return new SettingsJson(settings.appId(), settings.apiVersion(), settings.scopes(), settings.redirectUri(),
                settings.polling(), seconds, settings.theme().name(), settings.idleLock().toSeconds(),
                settings.vaultLock().toSeconds(),
                settings.operatorName());
    }

    DeskSettings settings() {
        Map<Topic, Duration> lifetimes = lifetimes(lifetimeSeconds == null ? Map.of() : lifetimeSeconds);
        return new DeskSettings(or(appId, DEFAULTS.appId()), or(apiVersion, DEFAULTS.apiVersion()),
                scopes == null || scopes.isEmpty() ? DEFAULTS.scopes() : scopes,
                or(redirectUri, DEFAULTS.redirectUri()),
                polling == null || polling, lifetimes, knownTheme(),
                idleLockSeconds == null ? DEFAULTS.idleLock() : Duration.ofSeconds(idleLockSeconds),
                vaultLockSeconds == null ? DEFAULTS.vaultLock() : Duration.ofSeconds(vaultLockSeconds),
                or(operatorName, DEFAULTS.operatorName()));
    }

    private Theme knownTheme() {
        for (Theme known : Theme.values()) {
            if (known.name().equals(theme)) {
                return known;
            }
        }
        return DEFAULTS.theme();
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }

    private static Map<Topic, Duration> lifetimes(Map<String, Long> seconds) {
        Map<Topic, Duration> lifetimes = new EnumMap<>(Topic.class);
        for (Topic topic : Topic.values()) {
            Long stored = seconds.get(topic.name());
            lifetimes.put(topic, stored == null ? topic.defaultLifetime() : Duration.ofSeconds(stored));
        }
        return lifetimes;
    }
}
