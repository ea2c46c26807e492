package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.service.DeskSettings;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
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
            (all, name) -> new DeskSettings(all.appId(), all.apiVersion(), all.scopes(), all.redirectUri(),
                    all.polling(), all.lifetimes(), all.theme(), all.idleLock(), name));
    static final Setting<Theme> THEME = new Setting<>("theme", "Theme", DeskSettings::theme,
            (all, theme) -> new DeskSettings(all.appId(), all.apiVersion(), all.scopes(), all.redirectUri(),
                    all.polling(), all.lifetimes(), theme, all.idleLock(), all.operatorName()));
    static final Setting<Duration> IDLE_LOCK = new Setting<>("idleLock", "Lock after", DeskSettings::idleLock,
            (all, idle) -> new DeskSettings(all.appId(), all.apiVersion(), all.scopes(), all.redirectUri(),
                    all.polling(), all.lifetimes(), all.theme(), idle, all.operatorName()));
    static final Setting<String> APP_ID = new Setting<>("appId", "App id", DeskSettings::appId,
            (all, id) -> new DeskSettings(id, all.apiVersion(), all.scopes(), all.redirectUri(), all.polling(),
                    all.lifetimes(), all.theme(), all.idleLock(), all.operatorName()));
    static final Setting<String> API_VERSION = new Setting<>("apiVersion", "API version", DeskSettings::apiVersion,
            (all, version) -> new DeskSettings(all.appId(), version, all.scopes(), all.redirectUri(), all.polling(),
                    all.lifetimes(), all.theme(), all.idleLock(), all.operatorName()));
    static final Setting<List<String>> SCOPES = new Setting<>("scopes", "Permissions asked for", DeskSettings::scopes,
            (all, scopes) -> new DeskSettings(all.appId(), all.apiVersion(), scopes, all.redirectUri(), all.polling(),
                    all.lifetimes(), all.theme(), all.idleLock(), all.operatorName()));
    static final Setting<String> REDIRECT_URI = new Setting<>("redirectUri", "Redirect address",
            DeskSettings::redirectUri,
            (all, uri) -> new DeskSettings(all.appId(), all.apiVersion(), all.scopes(), uri, all.polling(),
                    all.lifetimes(), all.theme(), all.idleLock(), all.operatorName()));
    static final Setting<Boolean> POLLING = new Setting<>("polling", "Background reading", DeskSettings::polling,
            (all, polling) -> new DeskSettings(all.appId(), all.apiVersion(), all.scopes(), all.redirectUri(), polling,
                    all.lifetimes(), all.theme(), all.idleLock(), all.operatorName()));

    static Setting<Duration> lifetime(Topic topic) {
        return new Setting<>("lifetimes." + topic.name(), TopicWords.title(topic),
                all -> all.lifetimes().getOrDefault(topic, topic.defaultLifetime()), (all, lifetime) -> {
                    Map<Topic, Duration> lifetimes = new EnumMap<>(Topic.class);
                    lifetimes.putAll(all.lifetimes());
                    lifetimes.put(topic, lifetime);
                    return new DeskSettings(all.appId(), all.apiVersion(), all.scopes(), all.redirectUri(),
                            all.polling(), lifetimes, all.theme(), all.idleLock(), all.operatorName());
                });
    }
}
