package com.bizosaas.adsdesk.ui.shell;

import javafx.beans.property.ReadOnlyIntegerProperty;
import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.SyncService.Budget;
import com.bizosaas.adsdesk.service.SyncService.Running;
import com.bizosaas.adsdesk.service.SyncService.Usage;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.LimitWords;
import com.bizosaas.adsdesk.ui.common.LongLived;
import com.bizosaas.adsdesk.ui.common.Meter;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The line at the bottom: network, last sync, what is read now, the lock, who is at the desk, which version.
final class StatusBar extends HBox {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM HH:mm");

    /// Percent left below which the meter is amber.
    private static final double LOW = 20;

    private final ShellModel model;
    private final SyncModel sync;
    private final InstantSource clock;
    private final Label online = Labels.whole("Online");
    private final Tooltip network = new Tooltip();
    private final Label last = Labels.whole("");
    private final HBox task = new HBox(6);
    private final Label taskWords = Labels.of("");
    private final Label taskCount = Labels.whole("");
    private final Meter taskMeter = new Meter(72);
    private final Label limit = Labels.whole("");
    private final Button lock = new Button();
    private final Button changes = new Button();
    private final Label user = Labels.whole("");
    private boolean compact;
    private @Nullable Duration lockIn;

    StatusBar(ShellModel model, SyncModel sync, InstantSource clock, String version, Runnable lockNow,
            ObservableValue<? extends @Nullable Duration> untilLock, ReadOnlyIntegerProperty pending, Runnable review) {
        this.model = model;
        this.sync = sync;
        this.clock = clock;
        getStyleClass().add("status-bar");
        task.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        task.getChildren().addAll(Icons.SYNC.node("i12"), taskWords, taskMeter, taskCount);
        taskCount.setId("status-job");
        lock.getStyleClass().setAll("status-button");
        lock.setGraphic(Icons.UNLOCKED.node("i12"));
        lock.setId("status-lock");
        lock.setOnAction(_ -> lockNow.run());
        Tooltips.show(lock, "The vault is open. After this time without a key press or click the screen locks; "
                + "syncing goes on. Press to lock now.");
        changes.getStyleClass().setAll("status-button", "status-pending");
        changes.setGraphic(Icons.EDIT.node("i12"));
        changes.setId("status-pending");
        changes.setOnAction(_ -> review.run());
        Tooltips.show(changes, "Drafted and not published yet. Press to review them.");
        HBox changesGroup = group(changes);
        changesGroup.visibleProperty().bind(pending.greaterThan(0));
        changesGroup.managedProperty().bind(changesGroup.visibleProperty());
        HBox lockGroup = group(lock);
        LongLived.whileInScene(this, pending).subscribe(count -> {
            showPending(count);
            lockGroup.getStyleClass().remove("first");
            if (pending.get() == 0) {
                first(lockGroup);
            }
        });
        HBox reached = first(group(online));
        Tooltip.install(online, network);
        HBox taskGroup = group(task);
        taskGroup.visibleProperty().bind(task.visibleProperty());
        taskGroup.managedProperty().bind(task.visibleProperty());
        HBox limitGroup = group(limit);
        limit.setId("status-limit");
        limitGroup.visibleProperty().bind(limit.textProperty().isNotEmpty());
        limitGroup.managedProperty().bind(limitGroup.visibleProperty());
        getChildren().addAll(reached, group(last), limitGroup, taskGroup, Labels.gap(), first(changesGroup), lockGroup,
                group(user),
                group(Labels.whole("v" + version)));
        sync.accountSyncProperty().addListener((_, _, _) -> refresh());
        sync.budgetProperty().addListener((_, _, _) -> showLimit());
        sync.running().addListener((ListChangeListener<Running>) _ -> showTask());
        LongLived.whileInScene(this, untilLock).subscribe(this::showLock);
        refresh();
        showLimit();
        showTask();
    }

    void showUser(String name) {
        user.setText(name);
        user.getParent().setVisible(!name.isBlank());
    }

    void setCompact(boolean on) {
        compact = on;
        refresh();
        showLimit();
        showLock(lockIn);
    }

    void refresh() {
        SyncSummary state = sync.accountSyncProperty().get();
        online.setText(
                state.wantsSignIn() ? "Sign in to this network" : state.unreachable() ? "Offline" : "Online");
        online.setGraphic(state.wantsSignIn()
                ? Icons.NETWORK.node("i12", "warning")
                : state.unreachable() ? Icons.OFFLINE.node("i12") : Icons.ONLINE.node("i12", "good"));
        Problem problem = state.problem();
        network.setText(problem == null ? "Facebook can be reached" : problem.title() + ". " + problem.remedy());
        Instant newest = state.newest();
        last.setText(newest == null ? "Not synced yet" : (compact ? "" : "Last sync ") + time(newest));
    }

    private String time(Instant instant) {
        boolean recent = Duration.between(instant, clock.instant()).toHours() < 20;
        return (recent ? TIME : DAY).format(instant.atZone(ZoneId.systemDefault()));
    }

    /// Says what the limits leave once they begin to matter.
    private void showLimit() {
        Usage usage = sync.usageProperty().get();
        Budget budget = sync.budgetProperty().get();
        boolean closed = budget != null && budget.blockedUntil() != null;
        boolean low = usage != null && usage.left() < LOW;
        if (budget == null || !closed && !low) {
            limit.setText("");
            limit.setGraphic(null);
            return;
        }
        String words = LimitWords.left(budget, clock);
        limit.setText(closed && !compact ? "Facebook's limit: " + words.toLowerCase(Locale.ROOT) : words);
        limit.setGraphic(Icons.CAUTION.node("i12", closed ? "danger" : "warning"));
    }

    private void showTask() {
        List<Running> running = sync.running();
        task.setVisible(!running.isEmpty());
        if (running.isEmpty()) {
            return;
        }
        Running first = running.getFirst();
        String account = model.accounts().stream().filter(each -> each.id().equals(first.account()))
                .map(AdAccount::name).findFirst().orElseGet(
                        () -> model.row(first.tenant()).map(row -> row.tenant().name())
                                .orElse(first.account().value()));
        String more = running.size() > 1 ? " +" + (running.size() - 1) : "";
        taskWords.setText("Reading " + SyncSummary.words(first.topic()) + (compact ? "" : " of " + account) + more);
        boolean known = first.total() > 0;
        taskMeter.setVisible(known);
        taskMeter.setManaged(known);
        taskMeter.show(known ? (double) first.done() / first.total() : 0, Meter.Tone.ACCENT);
        String count = known ? first.done() + " of " + first.total() : first.done() == 0 ? "" : first.done() + " read";
        Duration takes = first.takes();
        String job = takes != null && LimitWords.isLong(takes) ? LimitWords.job(takes) : "";
        taskCount.setText(count.isEmpty() || job.isEmpty() ? count + job : count + " \u00b7 " + job);
    }

    private void showPending(@Nullable Number count) {
        int changed = count == null ? 0 : count.intValue();
        changes.setText(changed == 1 ? "1 pending change" : changed + " pending changes");
    }

    private void showLock(@Nullable Duration left) {
        lockIn = left;
        if (left == null) {
            lock.setText(compact ? "Open" : "Vault open");
        } else {
            long minutes = Math.max(1, (left.toSeconds() + 59) / 60);
            lock.setText((compact ? "" : "Locks in ") + minutes + " min");
        }
    }

    private static HBox first(HBox group) {
        group.getStyleClass().add("first");
        return group;
    }

    private static HBox group(Node... nodes) {
        HBox group = new HBox(6, nodes);
        group.getStyleClass().add("status-group");
        return group;
    }
}
