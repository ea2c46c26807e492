package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.AuditService;
import com.bizosaas.adsdesk.service.AuditService.Filter;
import com.bizosaas.adsdesk.service.AuditService.Verification;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.TenantService;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The audit log, filtered by text, tenant, action and time, newest first, and the check of its chain. FX thread only.
final class AuditViewModel {

    static final int STEP = 500;

    /// What passed the filter.
    ///
    /// @param more whether older entries were left out
    record Log(List<AuditEntry> entries, List<Tenant> tenants, boolean more) {
    }

    /// How a check of the chain ended.
    record Check(Verification result, Instant at) {
    }

    private final ReadOnlyObjectWrapper<@Nullable Log> log = new ReadOnlyObjectWrapper<>(this, "log", null);
    private final ReadOnlyObjectWrapper<@Nullable Problem> failure = new ReadOnlyObjectWrapper<>(this, "failure",
            null);
    private final ReadOnlyObjectWrapper<@Nullable Check> check = new ReadOnlyObjectWrapper<>(this, "check", null);
    private final ReadOnlyObjectWrapper<Boolean> checking = new ReadOnlyObjectWrapper<>(this, "checking", false);
    private final AuditService service;
    private final TenantService tenants;
    private final TaskRunner tasks;
    private final InstantSource clock;
    private String text = "";
    private @Nullable TenantId tenant;
    private String action = "";
    private AuditSince since = AuditSince.ALWAYS;
    private int limit = STEP;
    private int readings;

    AuditViewModel(AuditService service, TenantService tenants, TaskRunner tasks, InstantSource clock) {
        this.service = service;
        this.tenants = tenants;
        this.tasks = tasks;
        this.clock = clock;
    }

    /// Null until it was read.
    ReadOnlyObjectProperty<@Nullable Log> logProperty() {
        return log.getReadOnlyProperty();
    }

    @Nullable
    Log log() {
        return log.get();
    }

    ReadOnlyObjectProperty<@Nullable Problem> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /// Null until the chain was checked.
    ReadOnlyObjectProperty<@Nullable Check> checkProperty() {
        return check.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Boolean> checkingProperty() {
        return checking.getReadOnlyProperty();
    }

    boolean filtered() {
        return !text.isEmpty() || tenant != null || !action.isEmpty() || since != AuditSince.ALWAYS;
    }

    void search(String typed) {
        if (!typed.strip().equals(text)) {
            text = typed.strip();
            limit = STEP;
            reload();
        }
    }

    /// @param chosen null for all tenants
    void showTenant(@Nullable TenantId chosen) {
        tenant = chosen;
        limit = STEP;
        reload();
    }

    /// @param chosen as the log writes it, empty for all
    void showAction(String chosen) {
        action = chosen;
        limit = STEP;
        reload();
    }

    void showSince(AuditSince chosen) {
        since = chosen;
        limit = STEP;
        reload();
    }

    /// Writes out what the filters let through.
    void export(Path file, LongConsumer done, Consumer<Problem> failed) {
        Filter asked = filter();
        tasks.call(() -> service.export(asked, file)).onSuccess(done::accept)
                .onError(thrown -> failed.accept(Problems.of(thrown))).start();
    }

    private Filter filter() {
        return new Filter(tenant, text, action, since.from(clock.instant(), ZoneId.systemDefault()));
    }

    void showMore() {
        limit += STEP;
        reload();
    }

    void reload() {
        int mine = ++readings;
        Filter asked = filter();
        int most = limit;
        tasks.call(() -> read(asked, most)).onSuccess(read -> {
            if (mine == readings) {
                failure.set(null);
                log.set(read);
            }
        }).onError(thrown -> {
            if (mine == readings) {
                failure.set(Problems.of(thrown));
            }
        }).start();
    }

    /// Walks the chain of the whole log.
    void verify() {
        if (checking.get()) {
            return;
        }
        checking.set(true);
        tasks.call(service::verify).onSuccess(result -> check.set(new Check(result, clock.instant())))
                .onError(thrown -> failure.set(Problems.of(thrown))).andFinally(() -> checking.set(false)).start();
    }

    /// Readable words are looked for too, though the log holds the stable ones.
    private Log read(Filter asked, int most) {
        Map<Long, AuditEntry> found = new TreeMap<>(Comparator.reverseOrder());
        service.entries(asked, most + 1).forEach(entry -> found.put(entry.number(), entry));
        if (!asked.text().isEmpty()) {
            for (String like : AuditWords.actionsLike(asked.text())) {
                if (asked.action().isEmpty() || asked.action().equals(like)) {
                    service.entries(new Filter(asked.tenant(), "", like, asked.since()), most + 1)
                            .forEach(entry -> found.put(entry.number(), entry));
                }
            }
        }
        List<AuditEntry> entries = new ArrayList<>(found.values());
        return new Log(List.copyOf(entries.subList(0, Math.min(most, entries.size()))), tenants.tenants(),
                entries.size() > most);
    }
}
