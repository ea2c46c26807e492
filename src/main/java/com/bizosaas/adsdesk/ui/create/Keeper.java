package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.Review;
import com.bizosaas.adsdesk.service.DraftService;
import com.bizosaas.adsdesk.service.DraftService.NewObject;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Stores what is done in the wizard, one thing after the other and off the FX thread. Keystrokes that come while one is
/// being stored are stored together next; nothing waits longer than that. FX thread only.
final class Keeper {

    private final TenantId tenant;
    private final DraftService drafts;
    private final TaskRunner tasks;
    private final Supplier<Set<DraftKey>> tree;
    private final Deque<Work<?>> queue = new ArrayDeque<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private Map<DraftKey, Map<String, String>> typed = new LinkedHashMap<>();
    private Runnable saved = () -> {
    };
    private Consumer<Problem> refused = _ -> {
    };
    private Consumer<Review> reviewed = _ -> {
    };
    /// Counts up with each visit of a field: keystrokes of one are undone together.
    private final String wizard = UUID.randomUUID().toString();
    private long visit;
    private boolean busy;
    private boolean stale;

    private record Work<T>(Callable<T> work, Consumer<? super T> done) {
    }

    /// @param tree the objects whose review is wanted, asked for on the FX thread
    Keeper(TenantId tenant, DraftService drafts, TaskRunner tasks, Supplier<Set<DraftKey>> tree) {
        this.tenant = tenant;
        this.drafts = drafts;
        this.tasks = tasks;
        this.tree = tree;
    }

    /// @param stored called each time something was stored
    /// @param problem told why something could not be stored; it stays on the screen
    /// @param review told what the local checks say of the tree as it is stored
    void onNews(Runnable stored, Consumer<Problem> problem, Consumer<Review> review) {
        saved = stored;
        refused = problem;
        reviewed = review;
    }

    /// Stores values as the operator types.
    void edit(DraftKey key, Map<String, String> values) {
        typed.computeIfAbsent(key, _ -> new LinkedHashMap<>()).putAll(values);
        next();
    }

    /// The focus went to another field: what comes is undone by itself.
    void visited() {
        if (!typed.isEmpty()) {
            queue.add(storeTyped());
        }
        visit++;
        next();
    }

    void create(AdAccountId account, String label, List<NewObject> objects, Consumer<List<DraftKey>> made) {
        enqueue(new Work<>(() -> drafts.create(tenant, account, label, objects), made));
    }

    void discard(Collection<DraftKey> keys, Runnable done) {
        List<DraftKey> gone = List.copyOf(keys);
        keys.forEach(typed::remove);
        enqueue(new Work<>(() -> {
            drafts.discard(tenant, gone);
            return gone;
        }, _ -> done.run()));
    }

    /// Asks Facebook too (`validate_only`), once all is stored.
    void check(Consumer<Review> done, Consumer<Problem> failed) {
        whenStored(() -> {
            Set<DraftKey> keys = tree.get();
            tasks.call(() -> drafts.check(tenant, keys)).onSuccess(done)
                    .onError(thrown -> failed.accept(Problems.of(thrown))).start();
        });
    }

    /// Called once everything typed so far is stored and reviewed.
    void whenStored(Runnable action) {
        if (idle()) {
            action.run();
        } else {
            waiting.add(action);
        }
    }

    /// Asks for a review anew, as when the tree was just opened.
    void review() {
        stale = true;
        next();
    }

    private boolean idle() {
        return !busy && queue.isEmpty() && typed.isEmpty() && !stale;
    }

    private void enqueue(Work<?> work) {
        if (!typed.isEmpty()) {
            queue.add(storeTyped());
        }
        queue.add(work);
        next();
    }

    private Work<?> storeTyped() {
        Map<DraftKey, Map<String, String>> values = typed;
        typed = new LinkedHashMap<>();
        String where = wizard + "-" + visit;
        return new Work<>(() -> {
            drafts.edit(tenant, label(values), values, where);
            return values;
        }, _ -> {
        });
    }

    /// For “Undo …”.
    private static String label(Map<DraftKey, Map<String, String>> values) {
        DraftKey first = values.keySet().iterator().next();
        Set<String> fields = values.values().stream().flatMap(some -> some.keySet().stream())
                .collect(Collectors.toSet());
        String what = fields.size() == 1
                ? Fields.of(first.level(), fields.iterator().next()).label()
                : fields.size() + " fields";
        return what + (values.size() == 1
                ? " of a new " + word(first.level())
                : " of " + values.size() + " new objects");
    }

    private static String word(Level level) {
        return level == Level.AD_SET ? "ad set" : level == Level.AD ? "ad" : "campaign";
    }

    private void next() {
        if (busy) {
            return;
        }
        Work<?> work = queue.poll();
        if (work == null && !typed.isEmpty()) {
            work = storeTyped();
        }
        if (work != null) {
            run(work);
        } else if (stale) {
            look();
        } else {
            List<Runnable> ready = List.copyOf(waiting);
            waiting.clear();
            ready.forEach(Runnable::run);
        }
    }

    private <T> void run(Work<T> work) {
        busy = true;
        stale = true;
        tasks.call(work.work).onSuccess(result -> {
            work.done.accept(result);
            saved.run();
        }).onError(thrown -> refused.accept(Problems.of(thrown))).andFinally(this::free).start();
    }

    private void look() {
        busy = true;
        stale = false;
        Set<DraftKey> keys = tree.get();
        tasks.call(() -> drafts.review(tenant, keys)).onSuccess(review -> {
            if (!stale) {
                reviewed.accept(review);
            }
        })
                .onError(thrown -> refused.accept(Problems.of(thrown))).andFinally(this::free).start();
    }

    private void free() {
        busy = false;
        next();
    }
}
