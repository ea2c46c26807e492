package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.service.DeskException;
import com.bizosaas.adsdesk.service.DeskSettings;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.SettingsService;
import com.bizosaas.adsdesk.ui.common.Notifier;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/// The settings in force, and saving them one by one. A refusal stands under the field's name until the field is saved
/// or reset. FX thread only.
final class SettingsViewModel {

    static final String SECRET = "appSecret";

    /// All that the sections show of the settings service at one moment.
    ///
    /// @param fixed names of settings that come from outside
    record Facts(DeskSettings settings, Set<String> fixed, boolean secret, String graphUrl, String dialogUrl,
            String dataFolder) {

        /// What a sign-in still wants before it can work.
        int missing() {
            return (settings.appId().isBlank() ? 1 : 0) + (secret ? 0 : 1);
        }
    }

    private record Saved<T>(boolean changed, T before, Facts facts) {
    }

    private final ReadOnlyObjectWrapper<@Nullable Facts> facts = new ReadOnlyObjectWrapper<>(this, "facts", null);
    private final ReadOnlyObjectWrapper<@Nullable Problem> failure = new ReadOnlyObjectWrapper<>(this, "failure",
            null);
    private final ObservableMap<String, Problem> refusals = FXCollections.observableHashMap();
    private final SettingsService service;
    private final TaskRunner tasks;
    private final Notifier notifier;
    private final ReentrantLock saving = new ReentrantLock();
    private int readings;

    SettingsViewModel(SettingsService service, TaskRunner tasks, Notifier notifier) {
        this.service = service;
        this.tasks = tasks;
        this.notifier = notifier;
    }

    /// Null until they were read.
    ReadOnlyObjectProperty<@Nullable Facts> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    @Nullable
    Facts facts() {
        return facts.get();
    }

    /// Why the settings could not be read, null while they can.
    ReadOnlyObjectProperty<@Nullable Problem> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /// Refused input by the name of its field.
    ObservableMap<String, Problem> refusals() {
        return refusals;
    }

    void reload() {
        int mine = ++readings;
        tasks.call(this::read).onSuccess(read -> {
            if (mine == readings) {
                show(read);
            }
        }).onError(thrown -> failure.set(Problems.of(thrown))).start();
    }

    /// Saves what was typed, unless it cannot be read.
    <T> void saveTyped(TypedSetting<T> typed, String text) {
        T value;
        try {
            value = typed.parse().apply(text);
        } catch (DeskException e) {
            refusals.put(typed.setting().field(), e.problem());
            return;
        }
        save(typed.setting(), value, true, () -> {
        });
    }

    /// Saves one setting at once, and offers to take it back.
    ///
    /// @param refused puts the control back that showed the new value already
    <T> void save(Setting<T> setting, T value, Runnable refused) {
        save(setting, value, true, refused);
    }

    /// The typed input was taken back.
    void forget(String field) {
        refusals.remove(field);
    }

    /// Seals a new app secret; the characters are wiped.
    void saveSecret(char[] secret, Runnable done) {
        tasks.call(() -> {
            service.setAppSecret(secret);
            return read();
        }).onSuccess(read -> {
            refusals.remove(SECRET);
            shown(read);
            done.run();
            notifier.done("App secret sealed in the vault", null);
        }).onError(thrown -> refuse(SECRET, Problems.of(thrown))).start();
    }

    private <T> void save(Setting<T> setting, T value, boolean undoable, Runnable refused) {
        tasks.call(() -> put(setting, value)).onSuccess(saved -> {
            refusals.remove(setting.field());
            shown(saved.facts());
            if (saved.changed()) {
                notifier.done(undoable ? setting.title() + " saved" : setting.title() + " put back",
                        undoable ? () -> save(setting, saved.before(), false, refused) : null);
            }
        }).onError(thrown -> {
            refuse(setting.field(), Problems.of(thrown));
            refused.run();
        }).start();
    }

    private <T> Saved<T> put(Setting<T> setting, T value) {
        saving.lock();
        try {
            DeskSettings before = service.settings();
            T old = setting.read().apply(before);
            boolean changed = !old.equals(value);
            if (changed) {
                service.save(setting.write().apply(before, value));
            }
            return new Saved<>(changed, old, read());
        } finally {
            saving.unlock();
        }
    }

    private Facts read() {
        return new Facts(service.settings(), Set.copyOf(service.fixedFromOutside()), service.hasAppSecret(),
                service.graphUrl(), service.dialogUrl(), service.dataFolder());
    }

    private void shown(Facts read) {
        readings++;
        show(read);
    }

    private void show(Facts read) {
        failure.set(null);
        facts.set(read);
    }

    private void refuse(String field, Problem problem) {
        refusals.put(problem.field().isEmpty() ? field : problem.field(), problem);
        if (!problem.field().equals(field)) {
            notifier.failed(problem);
        }
    }
}
