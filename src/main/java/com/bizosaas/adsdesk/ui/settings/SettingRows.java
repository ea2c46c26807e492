package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Permits;
import com.bizosaas.adsdesk.ui.common.SegmentedControl;
import com.bizosaas.adsdesk.ui.common.Switch;
import com.bizosaas.adsdesk.ui.settings.SettingsViewModel.Facts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.collections.MapChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;

/// Makes the rows whose control follows one setting and saves it: typed text with Enter or on leaving the field, choices
/// at once. Refused text stays as it was typed until it is corrected or Esc brings the saved value back.
final class SettingRows {

    private static final List<Duration> SCREEN_IDLE = List.of(Duration.ZERO, Duration.ofMinutes(5),
            Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofMinutes(60));
    private static final List<Duration> VAULT_IDLE = List.of(Duration.ZERO, Duration.ofMinutes(30),
            Duration.ofHours(1), Duration.ofHours(4), Duration.ofHours(12));

    private final SettingsViewModel model;
    private final Permits permits;

    SettingRows(SettingsViewModel model, Permits permits) {
        this.permits = permits;
        this.model = model;
    }

    <T> SettingRow text(TypedSetting<T> typed, String hint, TextField field, double width) {
        String name = typed.setting().field();
        field.setId("setting-" + name);
        field.setAccessibleText(typed.setting().title());
        SettingRow row = row(typed.setting(), hint, field, width);
        String[] stored = {""};
        follow(facts -> {
            String now = typed.format().apply(typed.setting().read().apply(facts.settings()));
            boolean untouched = field.getText().equals(stored[0]);
            if (untouched || !model.refusals().containsKey(name) && !field.isFocused()
                    || typed.matches(field.getText(), facts.settings())) {
                field.setText(now);
            }
            stored[0] = now;
            boolean fixed = facts.fixed().contains(name);
            field.setEditable(!fixed);
            field.getStyleClass().remove("locked");
            if (fixed) {
                field.getStyleClass().add("locked");
            }
            row.lock(fixed);
        });
        refusals(name, row);
        Runnable commit = () -> {
            if (!field.isEditable()) {
                return;
            }
            if (!field.getText().equals(stored[0])) {
                model.saveTyped(typed, field.getText());
            } else {
                model.forget(name);
            }
        };
        field.setOnAction(_ -> commit.run());
        field.focusedProperty().addListener((_, _, now) -> {
            if (!now) {
                commit.run();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !field.getText().equals(stored[0])) {
                field.setText(stored[0]);
                model.forget(name);
                event.consume();
            }
        });
        return row;
    }

    <T> SettingRow segments(Setting<T> setting, String hint, Map<T, String> choices, T first, double width) {
        SegmentedControl<T> control = new SegmentedControl<>(choices, first);
        control.setId("setting-" + setting.field());
        SettingRow row = row(setting, hint, control, width);
        boolean[] showing = {false};
        Runnable reset = showing(setting, showing, control.valueProperty()::set);
        control.valueProperty().addListener((_, _, now) -> {
            if (!showing[0]) {
                model.save(setting, now, reset);
            }
        });
        follow(_ -> reset.run());
        refusals(setting.field(), row);
        return row;
    }

    SettingRow onOff(Setting<Boolean> setting, String hint) {
        Switch control = new Switch(setting.title());
        control.setId("setting-" + setting.field());
        SettingRow row = row(setting, hint, control, 120);
        Runnable reset = showing(setting, new boolean[]{false}, control::setSelected);
        control.setOnAction(_ -> model.save(setting, control.isSelected(), reset));
        follow(_ -> reset.run());
        refusals(setting.field(), row);
        return row;
    }

    private SettingRow row(Setting<?> setting, String hint, Node control, double width) {
        Node shown = permits.needs(control, setting.needs());
        StackPane.setAlignment(control, Pos.CENTER_RIGHT);
        return new SettingRow(setting.title(), hint, shown, control, width);
    }

    /// @param id sets this row's control apart from the same setting in another section
    SettingRow idleLock(String id) {
        return idleTime(Setting.IDLE_LOCK, id,
                "Without a key press or click in this window; Ctrl+L locks it at once. Syncing goes on",
                SCREEN_IDLE);
    }

    SettingRow vaultLock(String id) {
        return idleTime(Setting.VAULT_LOCK, id,
                "Syncing stops and the keys leave the memory. A sleep of an hour locks it too",
                VAULT_IDLE);
    }

    private SettingRow idleTime(Setting<Duration> setting, String id, String hint, List<Duration> choices) {
        ComboBox<Duration> control = new ComboBox<>();
        control.setId(id);
        control.setMaxWidth(Double.MAX_VALUE);
        control.setAccessibleText(setting.title());
        control.setConverter(new StringConverter<>() {
            @Override
            public String toString(Duration idle) {
                return idle == null ? "" : words(idle);
            }

            @Override
            public Duration fromString(String text) {
                throw new UnsupportedOperationException("The list cannot be typed in");
            }
        });
        SettingRow row = row(setting, hint, control, 160);
        boolean[] showing = {false};
        Runnable reset = showing(setting, showing, idle -> {
            List<Duration> offered = new ArrayList<>(choices);
            if (!offered.contains(idle)) {
                offered.add(idle);
                offered.sort(null);
            }
            if (!control.getItems().equals(offered)) {
                control.getItems().setAll(offered);
            }
            control.setValue(idle);
        });
        control.valueProperty().addListener((_, _, now) -> {
            if (!showing[0] && now != null) {
                model.save(setting, now, reset);
            }
        });
        follow(_ -> reset.run());
        refusals(setting.field(), row);
        return row;
    }

    /// Calls back with the facts now, if they are known, and whenever they change.
    void follow(Consumer<Facts> shown) {
        model.factsProperty().addListener((_, _, now) -> {
            if (now != null) {
                shown.accept(now);
            }
        });
        Facts known = model.facts();
        if (known != null) {
            shown.accept(known);
        }
    }

    /// Shows in the row what is refused under a name.
    void refusals(String name, SettingRow row) {
        model.refusals().addListener((MapChangeListener<String, Problem>) change -> {
            if (change.getKey().equals(name)) {
                row.refuse(change.getMap().get(name));
            }
        });
    }

    static String words(Duration idle) {
        long minutes = idle.toMinutes();
        if (idle.isZero()) {
            return "Never";
        }
        if (minutes >= 60 && minutes % 60 == 0) {
            return minutes == 60 ? "1 hour" : minutes / 60 + " hours";
        }
        return minutes == 1 ? "1 minute" : minutes + " minutes";
    }

    private <T> Runnable showing(Setting<T> setting, boolean[] showing, Consumer<T> show) {
        return () -> {
            Facts known = model.facts();
            if (known != null) {
                showing[0] = true;
                try {
                    show.accept(Objects.requireNonNull(setting.read().apply(known.settings())));
                } finally {
                    showing[0] = false;
                }
            }
        };
    }
}
