package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.service.DeskException;
import com.bizosaas.adsdesk.service.DeskSettings;
import com.bizosaas.adsdesk.service.Problem;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// A setting that is typed.
///
/// @param parse throws [DeskException] for what cannot be read; whether a value is allowed is the service's to say
record TypedSetting<T>(Setting<T> setting, Function<T, String> format, Function<String, T> parse) {

    static final TypedSetting<List<String>> SCOPES = new TypedSetting<>(Setting.SCOPES,
            scopes -> String.join(", ", scopes),
            typed -> Arrays.stream(typed.split("[,\\s]+")).filter(word -> !word.isEmpty()).distinct().toList());

    static TypedSetting<String> text(Setting<String> setting) {
        return new TypedSetting<>(setting, value -> value, String::strip);
    }

    /// A length in whole minutes.
    static TypedSetting<Duration> minutes(Topic topic) {
        Setting<Duration> setting = Setting.lifetime(topic);
        return new TypedSetting<>(setting, lifetime -> String.valueOf(lifetime.toMinutes()), typed -> {
            String digits = typed.strip();
            if (!digits.matches("[0-9]{1,6}")) {
                throw new DeskException(Problem.invalid(setting.field(), "Type whole minutes",
                        "From 1 to 10080, which is 7 days."));
            }
            return Duration.ofMinutes(Long.parseLong(digits));
        });
    }

    /// Whether a text says what is saved already.
    boolean matches(String text, DeskSettings saved) {
        try {
            return parse.apply(text).equals(setting.read().apply(saved));
        } catch (DeskException e) {
            return false;
        }
    }
}
