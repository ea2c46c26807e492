package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.service.DeskSettings;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/// One of the settings: how it is read from and put into all of them. Saving one leaves what others saved meanwhile.
///
/// @param field its name in a [com.bizosaas.adsdesk.service.Problem] and among those fixed from outside
/// @param title its name on screen
record Setting<T>(String field, String title, Function<DeskSettings, T> read,
        BiFunction<DeskSettings, T, DeskSettings> write) {

    static final Setting<String> OPERATOR = new Setting<>("operatorName", "Operator name", DeskSettings::operatorName,
            DeskSettings::withOperatorName);
    static final Setting<Theme> THEME = new Setting<>("theme", "Theme", DeskSettings::theme, DeskSettings::withTheme);
    static final Setting<Duration> IDLE_LOCK = new Setting<>("idleLock", "Lock the screen after",
            DeskSettings::idleLock, DeskSettings::withIdleLock);
    static final Setting<Duration> VAULT_LOCK = new Setting<>("vaultLock", "Lock the vault after",
            DeskSettings::vaultLock, DeskSettings::withVaultLock);
    static final Setting<String> APP_ID = new Setting<>("appId", "App id", DeskSettings::appId,
            DeskSettings::withAppId);
    static final Setting<String> API_VERSION = new Setting<>("apiVersion", "API version", DeskSettings::apiVersion,
            DeskSettings::withApiVersion);
    static final Setting<List<String>> SCOPES = new Setting<>("scopes", "Permissions asked for", DeskSettings::scopes,
            DeskSettings::withScopes);
    static final Setting<String> REDIRECT_URI = new Setting<>("redirectUri", "Redirect address",
            DeskSettings::redirectUri, DeskSettings::withRedirectUri);
    static final Setting<Boolean> POLLING = new Setting<>("polling", "Background reading", DeskSettings::polling,
            DeskSettings::withPolling);

    /// How it looks to them and what they are called is everybody's own; the rest is the desk's.
    Role needs() {
        return field.equals(OPERATOR.field) || field.equals(THEME.field) ? Role.VIEWER : Role.ADMINISTRATOR;
    }

    static Setting<Duration> lifetime(Topic topic) {
        return new Setting<>("lifetimes." + topic.name(), TopicWords.title(topic),
                all -> all.lifetimes().getOrDefault(topic, topic.defaultLifetime()), (all, lifetime) -> {
                    Map<Topic, Duration> lifetimes = new EnumMap<>(Topic.class);
                    lifetimes.putAll(all.lifetimes());
                    lifetimes.put(topic, lifetime);
                    return all.withLifetimes(lifetimes);
                });
    }
}
