package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.SettingsService;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Changes the vault's passphrase. Whatever happens, the characters handed in are wiped. FX thread only.
final class PassphraseChange {

    static final String OLD = "old";
    static final String FRESH = "fresh";
    static final String AGAIN = "again";

    private final SettingsService service;
    private final TaskRunner tasks;

    PassphraseChange(SettingsService service, TaskRunner tasks) {
        this.service = service;
        this.tasks = tasks;
    }

    /// Slow by design: the key is stretched twice.
    ///
    /// @param refused gets a problem whose field is one of the three names here, or empty
    void change(char[] old, char[] fresh, char[] again, Runnable done, Consumer<Problem> refused) {
        Problem problem = obstacle(old, fresh, again);
        Arrays.fill(again, '\0');
        if (problem != null) {
            wipe(old, fresh);
            refused.accept(problem);
            return;
        }
        tasks.run(() -> service.changePassphrase(old, fresh)).onSuccess(_ -> done.run())
                .onError(thrown -> refused.accept(Problems.of(thrown))).andFinally(() -> wipe(old, fresh)).start();
    }

    private static @Nullable Problem obstacle(char[] old, char[] fresh, char[] again) {
        if (old.length == 0) {
            return Problem.invalid(OLD, "The present passphrase is missing", "Type it to show that it is you.");
        }
        if (fresh.length == 0) {
            return Problem.invalid(FRESH, "The new passphrase is missing", "A few words that nobody would guess.");
        }
        if (!Arrays.equals(fresh, again)) {
            return Problem.invalid(AGAIN, "The two new passphrases differ", "Type the new one here once more.");
        }
        return null;
    }

    private static void wipe(char[] old, char[] fresh) {
        Arrays.fill(old, '\0');
        Arrays.fill(fresh, '\0');
    }
}
