package com.bizosaas.adsdesk.ui.audiences;

import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Pill;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One audience in full, with what can be done with it.
final class AudienceDetail extends VBox {

    /// What the detail asks of its pane.
    interface Actions {
        void close();

        void select(AudienceRow row);

        void createLookalike(CustomAudience source);

        void delete(AudienceRow row);
    }

    private final AudienceText text;
    private final Formats formats;
    private final Actions actions;
    private final Label name = Labels.of("", "weight-semibold");
    private final Tooltip nameTooltip = Tooltips.show(name, "");
    private final Pill pill = new Pill();
    private final Label kind = Labels.of("", "t11", "muted");
    private final Label reason = Labels.wrapped("", "t11", "muted");
    private final Label size = Labels.of("", "t20", "weight-semibold");
    private final VBox facts = new VBox();
    private final Button away = Buttons.danger("Delete…", this::delete);
    private final StringProperty seedObstacle = new SimpleStringProperty("");
    private final StringProperty writeObstacle = new SimpleStringProperty("");
    private @Nullable AudienceRow row;

    AudienceDetail(AudienceText text, Formats formats, Actions actions) {
        this.text = text;
        this.formats = formats;
        this.actions = actions;
        getStyleClass().addAll("side-panel", "audience-detail");
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Button close = Buttons.icon(Icons.CLOSE, "Close (Esc)", actions::close);
        close.getStyleClass().add("small");
        HBox head = new HBox(8, name, close);
        head.getStyleClass().add("side-head");
        HBox state = new HBox(8, pill, kind);
        state.setAlignment(Pos.CENTER_LEFT);
        VBox top = new VBox(6, state, reason);
        top.getStyleClass().add("side-section");
        VBox sizes = new VBox(2, Labels.of("People", "t11", "muted"), size,
                Labels.wrapped("Meta tells a range, never the exact number.", "t11", "subtle"));
        sizes.getStyleClass().add("side-section");
        facts.getStyleClass().add("side-section");
        Button lookalike = Buttons.secondary("Create lookalike from this", Icons.LOOKALIKE, this::lookalike);
        VBox buttons = new VBox(8, Tooltips.disabledBecause(lookalike, seedObstacle),
                Tooltips.disabledBecause(away, writeObstacle));
        buttons.getStyleClass().add("side-section");
        lookalike.setMaxWidth(Double.MAX_VALUE);
        away.setMaxWidth(Double.MAX_VALUE);
        ScrollPane scroll = new ScrollPane(new VBox(top, sizes, facts, buttons));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
    }

    /// @param source the row of the seed, null where there is none in this account
    /// @param rule the rule in words, null where there is none
    /// @param readOnly why this sign-in may not write here, empty where it may
    void show(AudienceRow shown, @Nullable AudienceRow source, @Nullable String rule, ZoneId zone, String readOnly) {
        row = shown;
        CustomAudience audience = shown.audience();
        name.setText(audience.name());
        nameTooltip.setText(audience.name());
        AudienceLooks.show(pill, shown);
        kind.setText(shown.type().label());
        reason.setText(shown.draft() == null ? AudienceText.reason(audience) : pill.getAccessibleText());
        away.setText(shown.draft() == null ? "Delete…" : "Discard draft");
        size.setText(text.size(audience));
        facts.getChildren().clear();
        if (rule != null) {
            wide("Rule", Labels.wrapped(rule, "t12"));
        }
        if (!audience.description().isBlank()) {
            wide("Description", Labels.wrapped(audience.description(), "t12"));
        }
        CustomAudience.Lookalike lookalike = audience.lookalike();
        if (lookalike != null) {
            fact("Resembles", source(source, lookalike));
            fact("Share", text.ratio(lookalike.ratio()) + " of the people");
            wide("Countries", Labels.wrapped(
                    lookalike.countries().stream().map(text::country).collect(Collectors.joining(", ")), "t12"));
        } else {
            fact("Keeps people", text.keeps(audience).replace(" d", " days"));
        }
        if (!shown.children().isEmpty()) {
            fact("Lookalikes of this", String.valueOf(shown.children().size()));
        }
        fact(shown.isNew() ? "Drafted" : "Created", day(audience.createdAt(), zone));
        fact("Edited", day(audience.updatedAt(), zone));
        fact("People changed", day(audience.contentUpdatedAt(), zone));
        if (!shown.isNew()) {
            fact("ID", id(audience.id().value()));
        }
        writeObstacle.set(readOnly);
        seedObstacle.set(!readOnly.isEmpty()
                ? readOnly
                : shown.isNew()
                        ? "It is not at Meta yet: publish it first."
                        : lookalike != null
                                ? "A lookalike cannot be the source of another."
                                : LookalikeDraft.canSeed(audience)
                                        ? ""
                                        : "Meta takes it as a source once it is ready.");
    }

    private Node source(@Nullable AudienceRow source, CustomAudience.Lookalike lookalike) {
        if (source != null) {
            Button link = Buttons.link(source.audience().name(), () -> actions.select(source));
            link.setMinWidth(0);
            link.setMaxWidth(170);
            return link;
        }
        return Labels.of(lookalike.originId() == null ? "a source that is gone" : "audience " + lookalike.originId(),
                "t12");
    }

    private void fact(String label, String value) {
        fact(label, Labels.of(value, "t12"));
    }

    private void fact(String label, Node value) {
        Label words = Labels.of(label, "t12", "muted");
        words.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(12, words, Labels.gap(), value);
        line.getStyleClass().add("side-fact");
        facts.getChildren().add(line);
    }

    private void wide(String label, Label value) {
        VBox box = new VBox(Labels.of(label, "t12", "muted"), value);
        box.getStyleClass().add("side-wide");
        facts.getChildren().add(box);
    }

    private String day(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? Formats.NONE : formats.dayAndYear(LocalDate.ofInstant(instant, zone));
    }

    private static Node id(String id) {
        Button copy = Buttons.icon(Icons.COPY, "Copy id", () -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(id);
            Clipboard.getSystemClipboard().setContent(content);
        });
        copy.getStyleClass().add("small");
        HBox box = new HBox(4, Labels.of(id, "mono"), copy);
        box.setAlignment(Pos.CENTER_RIGHT);
        return box;
    }

    private void lookalike() {
        if (row != null) {
            actions.createLookalike(row.audience());
        }
    }

    private void delete() {
        if (row != null) {
            actions.delete(row);
        }
    }
}
