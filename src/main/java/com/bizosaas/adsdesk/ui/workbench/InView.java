package com.bizosaas.adsdesk.ui.workbench;

import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.service.DeskEvent;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.Subscription;
import com.bizosaas.adsdesk.ui.common.Scope;
import com.bizosaas.adsdesk.ui.common.ScopeModel;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;

/// Reads something of the tenants in view, off the FX thread: one reading at a time, once more where it was asked for
/// meanwhile, and anew when other tenants come into view or there is news. FX thread only.
///
/// @param <R> what is read
final class InView<R> {

    /// What to do about news on the FX thread before it is read anew; null where the news is of something else. Called on
    /// whatever thread the news comes.
    interface News {

        @Nullable
        Runnable of(DeskEvent event);
    }

    private final DeskServices services;
    private final TaskRunner tasks;
    private final ScopeModel scopes;
    private final News news;
    private final Supplier<Function<List<Tenant>, R>> reading;
    private final Consumer<R> read;
    private final Consumer<Throwable> failed;
    private final ChangeListener<@Nullable Object> moved = (_, _, _) -> again();
    private @Nullable Subscription subscription;
    private boolean busy;
    private boolean wanted;

    /// @param reading asked on the FX thread for what each reading does elsewhere
    InView(DeskServices services, TaskRunner tasks, ScopeModel scopes, News news,
            Supplier<Function<List<Tenant>, R>> reading, Consumer<R> read, Consumer<Throwable> failed) {
        this.services = services;
        this.tasks = tasks;
        this.scopes = scopes;
        this.news = news;
        this.reading = reading;
        this.read = read;
        this.failed = failed;
    }

    void activate() {
        if (subscription == null) {
            subscription = services.events().subscribe(event -> {
                Runnable first = news.of(event);
                if (first != null) {
                    tasks.onFxThread(() -> {
                        first.run();
                        again();
                    });
                }
            });
            scopes.scopeProperty().addListener(moved);
            scopes.allProperty().addListener(moved);
            again();
        }
    }

    void deactivate() {
        if (subscription != null) {
            subscription.end();
            subscription = null;
            scopes.scopeProperty().removeListener(moved);
            scopes.allProperty().removeListener(moved);
        }
    }

    void again() {
        wanted = true;
        work();
    }

    private void work() {
        if (busy || !wanted || subscription == null) {
            return;
        }
        wanted = false;
        busy = true;
        Scope scope = scopes.scope();
        boolean all = scopes.all() != null;
        Function<List<Tenant>, R> now = reading.get();
        tasks.call(() -> now.apply(all
                ? services.tenants().tenants()
                : scope == null ? List.of() : List.of(scope.tenant()))).onSuccess(read).onError(failed)
                .andFinally(() -> {
                    busy = false;
                    work();
                }).start();
    }
}
