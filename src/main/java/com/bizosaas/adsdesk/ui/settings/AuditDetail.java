package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.service.AuditChanges;
import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.service.AuditService.Verification;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Notifier;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Below the table: the selected entry with its fields, old → new, and whether the log is whole.
final class AuditDetail extends HBox {

    private static final double MOST = 132;

    private final Times times;
    private final Consumer<String> copy;
    private final Notifier notifier;
    private final NumberFormat figures;
    private final VBox entryBox = new VBox(8);
    private final VBox wholeBox = new VBox(4);

    AuditDetail(Times times, Locale locale, Consumer<String> copy, Notifier notifier) {
        this.times = times;
        this.copy = copy;
        this.notifier = notifier;
        figures = NumberFormat.getIntegerInstance(locale);
        getStyleClass().add("audit-detail");
        entryBox.getStyleClass().add("audit-entry");
        wholeBox.getStyleClass().add("audit-whole");
        wholeBox.setMinWidth(260);
        wholeBox.setPrefWidth(300);
        entryBox.setMinWidth(0);
        HBox.setHgrow(entryBox, Priority.ALWAYS);
        getChildren().addAll(entryBox, wholeBox);
        show((AuditEntry) null);
        show(null, false);
    }

    void show(@Nullable AuditEntry entry) {
        if (entry == null) {
            entryBox.getChildren().setAll(
                    Labels.wrapped("Select an entry to see its fields before and after.", "hint"));
            return;
        }
        Label title = Labels.whole(AuditWords.action(entry.action()), "t12", "weight-semibold");
        Label about = Labels.of("entry " + figures.format(entry.number()) + " · " + times.whole(entry.at()) + " · "
                + AuditWords.outcome(entry.outcome()).toLowerCase(Locale.ROOT), "caption");
        HBox head = new HBox(8, title, about);
        head.setAlignment(Pos.BASELINE_LEFT);
        entryBox.getChildren().setAll(head, fields(entry), foot(entry));
    }

    /// @param check null before the first
    void show(AuditViewModel.@Nullable Check check, boolean checking) {
        if (checking) {
            wholeBox.getChildren().setAll(head(Icons.SYNC.node("i16"), "Checking the log"),
                    Labels.wrapped("Every entry carries the hash of the one before.", "hint"));
        } else if (check == null) {
            wholeBox.getChildren().setAll(head(Icons.SHIELD.node("i16"), "Not checked yet"), Labels.wrapped(
                    "Every entry carries the hash of the one before. “Check log” walks through all of them.", "hint"));
        } else {
            show(check.result(), times.time(check.at()));
        }
    }

    private void show(Verification result, String at) {
        if (result.whole()) {
            wholeBox.getChildren().setAll(head(Icons.WHOLE.node("i16", "good"), "Log is whole"),
                    Labels.wrapped("Every entry carries the hash of the one before. All " + figures.format(
                            result.checked()) + " entries checked at " + at + ".", "hint"));
        } else {
            wholeBox.getChildren().setAll(head(Icons.STOPPED.node("i16", "danger"),
                    "Log is broken at entry " + figures.format(result.brokenAt())),
                    Labels.wrapped(result.reason() + " Entries before it hold. Checked at " + at
                            + "; the log was changed outside Ads Desk, or its file is damaged.", "hint"));
        }
    }

    private static HBox head(Node icon, String words) {
        HBox head = new HBox(8, icon, Labels.of(words, "t12", "weight-semibold"));
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node fields(AuditEntry entry) {
        List<AuditChanges.Change> changes = AuditChanges.of(entry);
        if (changes.isEmpty()) {
            return Labels.wrapped("No field was changed.", "hint");
        }
        VBox lines = new VBox();
        lines.getStyleClass().add("audit-fields");
        for (AuditChanges.Change change : changes) {
            Label name = Labels.of(change.field(), "t12", "muted");
            HBox line = new HBox(8, name, Labels.gap());
            line.getStyleClass().add("audit-field");
            if (!change.before().isEmpty()) {
                line.getChildren().addAll(Labels.of(change.before(), "t12", "old-value"),
                        Labels.whole("→", "t12", "subtle"));
            }
            line.getChildren().add(change.after().isEmpty()
                    ? Labels.whole("removed", "t12", "subtle")
                    : Labels.of(change.after(), "t12", "weight-semibold"));
            lines.getChildren().add(line);
        }
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST);
        scroll.setMinHeight(USE_PREF_SIZE);
        return scroll;
    }

    private HBox foot(AuditEntry entry) {
        Button json = Buttons.secondary("Copy as JSON", Icons.COPY, () -> {
            copy.accept(AuditChanges.json(entry));
            notifier.done("Entry copied as JSON", null);
        });
        json.setId("copy-json");
        json.getStyleClass().add("small");
        HBox foot = new HBox(12, json);
        foot.setAlignment(Pos.CENTER_LEFT);
        if (!entry.object().isEmpty()) {
            foot.getChildren().add(Labels.of("ID " + entry.object(), "mono", "subtle"));
        }
        if (!entry.traceId().isEmpty()) {
            foot.getChildren().add(Labels.of("Trace " + entry.traceId(), "mono", "subtle"));
        }
        return foot;
    }
}
