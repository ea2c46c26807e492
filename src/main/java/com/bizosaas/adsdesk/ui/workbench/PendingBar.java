package com.bizosaas.adsdesk.ui.workbench;

import com.bizosaas.adsdesk.draft.Finding.Severity;
import com.bizosaas.adsdesk.draft.Drift;
import com.bizosaas.adsdesk.draft.Review;
import com.bizosaas.adsdesk.service.DraftService;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import com.bizosaas.adsdesk.ui.common.Permits;
import com.bizosaas.adsdesk.ui.workbench.DriftModel.Changed;
import com.bizosaas.adsdesk.ui.workbench.PendingModel.Pending;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The bar below the table: how much is pending and what it costs a day, and below it what is being published.
public final class PendingBar extends VBox {

    /// Below this width the bar says less, so that its buttons stay in reach.
    private static final double NARROW = 1040;
    private static final int CURRENCIES = 3;

    private final Formats formats;
    private final Permits permits;
    private final Consumer<Pending> review;
    private final Consumer<Pending> discard;
    private final PublishDock dock;
    private final Consumer<Changed> drift;
    private final Runnable conflicts;
    private List<Pending> shown = List.of();
    private List<Changed> changed = List.of();

    public PendingBar(Formats formats, Permits permits, PublishDock dock, Consumer<Pending> review,
            Consumer<Pending> discard, Consumer<Changed> drift, Runnable conflicts) {
        this.conflicts = conflicts;
        this.formats = formats;
        this.permits = permits;
        this.dock = dock;
        this.review = review;
        this.discard = discard;
        this.drift = drift;
        getStyleClass().add("pending");
        setId("pending-bar");
        setMinWidth(0);
        widthProperty().addListener((_, before, now) -> {
            if (before.doubleValue() < NARROW != now.doubleValue() < NARROW) {
                fill();
            }
        });
    }

    private boolean isNarrow() {
        return getWidth() > 0 && getWidth() < NARROW;
    }

    public void show(List<Pending> pending) {
        shown = pending;
        fill();
    }

    /// What was changed from outside since it was published.
    public void showDrift(List<Changed> outside) {
        changed = outside;
        fill();
    }

    private void fill() {
        getChildren().clear();
        changed.forEach(one -> getChildren().add(line(one)));
        List<Pending> pending = shown;
        pending.stream().filter(one -> one.batch() != null).forEach(one -> getChildren().add(dock.line(one)));
        List<Pending> drafted = pending.stream().filter(one -> one.count() > 0).toList();
        if (!drafted.isEmpty()) {
            getChildren().add(line(drafted));
        }
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }

    private Node line(Changed outside) {
        int count = outside.drifts().size();
        String who = outside.drifts().stream().map(Drift::actor).filter(actor -> !actor.isEmpty()).distinct().limit(3)
                .collect(Collectors.joining(", "));
        HBox line = new HBox(12, Icons.CAUTION.node("warning"),
                Labels.whole(count == 1 ? "1 change from outside" : count + " changes from outside", "pending-count"),
                Labels.of(Labels.isolated(outside.tenant().name()) + (who.isEmpty() ? "" : " · by " + who), "caption"),
                Labels.gap());
        Button look = Buttons.secondary(count == 1 ? "Look at it…" : "Look at them…", () -> drift.accept(outside));
        look.setId("drift-open");
        line.getChildren().add(look);
        line.getStyleClass().addAll("pending-line", "drift-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /// Opens the review of the one tenant that has drafts, or the list of those that have.
    public void reviewOnly() {
        List<Pending> drafted = shown.stream().filter(one -> one.count() > 0).toList();
        if (drafted.size() == 1) {
            review.accept(drafted.getFirst());
        } else if (lookup("#review-publish") instanceof MenuButton several) {
            several.show();
        }
    }

    private Node line(List<Pending> drafted) {
        int count = drafted.stream().mapToInt(Pending::count).sum();
        HBox line = new HBox(12, Icons.EDIT.node("accent"),
                Labels.whole(count == 1 ? "1 pending change" : count + " pending changes", "pending-count"));
        line.getStyleClass().add("pending-line");
        line.setAlignment(Pos.CENTER_LEFT);
        if (drafted.size() == 1) {
            Review of = drafted.getFirst().review();
            of.impacts().stream().filter(impact -> impact.perDay().amount().signum() != 0)
                    .limit(isNarrow() ? 1 : CURRENCIES).map(this::impact).forEach(line.getChildren()::add);
        } else {
            line.getChildren().add(Labels.of("of " + drafted.size() + " tenants", "caption"));
        }
        List<Review.Item> items = drafted.stream().flatMap(one -> one.review().items().stream()).toList();
        count(line, items.stream().filter(item -> item.severity() == Severity.YELLOW).count(), "warning",
                Icons.CAUTION, "pending-warning");
        count(line, items.stream().filter(item -> !item.publishable() && !item.conflicts()).count(), "to mend",
                Icons.REFUSED, "pending-stopped");
        long fields = items.stream().flatMap(item -> item.rows().stream()).filter(row -> row.theirs() != null).count();
        if (fields > 0) {
            Button look = Buttons.link(fields == 1 ? "1 conflict" : fields + " conflicts", conflicts);
            look.setId("pending-conflicts");
            look.setGraphic(Icons.ISSUE.node());
            look.getStyleClass().add("pending-stopped");
            look.setMinWidth(USE_PREF_SIZE);
            line.getChildren().add(look);
        }
        line.getChildren().add(Labels.gap());
        if (!isNarrow()) {
            line.getChildren().add(Labels.whole("Saved on this computer", "caption"));
        }
        if (drafted.size() == 1) {
            Pending one = drafted.getFirst();
            Button away = Buttons.secondary("Discard…", () -> discard.accept(one));
            Button open = Buttons.primary("Review & publish", () -> review.accept(one));
            if (!isNarrow()) {
                Buttons.withKey(open, "Ctrl Enter");
            }
            open.setId("review-publish");
            line.getChildren().addAll(permits.needs(away, DraftService.class, "discard"), open);
        } else {
            MenuButton open = new MenuButton("Review & publish");
            open.setId("review-publish");
            for (Pending one : drafted) {
                MenuItem item = new MenuItem(one.tenant().name() + " (" + one.count() + ")");
                item.setMnemonicParsing(false);
                item.setOnAction(_ -> review.accept(one));
                open.getItems().add(item);
            }
            line.getChildren().add(open);
        }
        return line;
    }

    private Node impact(Review.Impact impact) {
        String sign = impact.perDay().amount().signum() > 0 ? "+" : "";
        Label after = Labels.whole(formats.money(impact.perDayAfter()) + "  " + sign + formats.money(impact.perDay()),
                "pending-after");
        HBox box = isNarrow()
                ? new HBox(6, Labels.whole("per day", "caption"),
                        Labels.whole(sign + formats.money(impact.perDay()), "pending-after"))
                : new HBox(6, Labels.whole("Budget per day", "caption"),
                        Labels.whole(formats.money(impact.perDayBefore()) + " →", "caption"), after);
        box.setAlignment(Pos.CENTER_LEFT);
        Tooltips.show(box, ReviewImpact.MEANING);
        return box;
    }

    private static void count(HBox line, long count, String what, Icons icon, String style) {
        if (count > 0) {
            String words = what.equals("to mend") ? count + " to mend" : count + " " + what + (count == 1 ? "" : "s");
            Label label = Labels.whole(words, style);
            label.setGraphic(icon.node());
            line.getChildren().add(label);
        }
    }
}
