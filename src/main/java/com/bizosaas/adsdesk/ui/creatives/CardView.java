package com.bizosaas.adsdesk.ui.creatives;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.Creative;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.ui.common.DeltaLabel;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Pill;
import com.bizosaas.adsdesk.ui.common.Sparkline;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.math.BigDecimal;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// One card of the grid; used again for another creative when the grid scrolls.
final class CardView extends VBox {

    static final double PICTURE = 160;
    private static final double ARC = 14;
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Formats formats;
    private final ThumbnailSource thumbnails;
    private final Picture picture = new Picture();
    private final FormatBadge format = new FormatBadge();
    private final Pill rejected = new Pill("Rejected", Icons.STOPPED, Pill.Tone.DANGER);
    private final Label roas = Labels.of("", "overlay-value");
    private final Label ctr = Labels.of("", "overlay-value");
    private final Label name = Labels.of("", "t12", "weight-medium");
    private final Tooltip nameTooltip = Tooltips.show(name, "");
    private final Label use = Labels.of("", "t11", "muted");
    private final Label spend = Labels.of("", "t11", "weight-semibold");
    private final DeltaLabel delta;
    private final Sparkline bars = new Sparkline();
    private @Nullable CreativeCard card;

    CardView(Formats formats, ThumbnailSource thumbnails, Consumer<CreativeCard> chosen) {
        this.formats = formats;
        this.thumbnails = thumbnails;
        delta = new DeltaLabel(formats);
        getStyleClass().add("creative-card");
        Tooltips.show(delta, "Change of ROAS against the days compared with");
        HBox overlay = new HBox(6, Labels.of("ROAS"), roas, Labels.of("CTR"), ctr);
        overlay.getStyleClass().add("overlay");
        overlay.setMaxHeight(USE_PREF_SIZE);
        StackPane top = new StackPane(picture, format, rejected, overlay);
        top.getStyleClass().add("card-picture");
        StackPane.setAlignment(format, Pos.TOP_LEFT);
        StackPane.setAlignment(rejected, Pos.TOP_RIGHT);
        StackPane.setAlignment(overlay, Pos.BOTTOM_LEFT);
        top.setMinHeight(PICTURE);
        top.setPrefHeight(PICTURE);
        Rectangle clip = new Rectangle();
        clip.setArcWidth(ARC);
        clip.setArcHeight(ARC);
        clip.widthProperty().bind(top.widthProperty());
        clip.heightProperty().bind(top.heightProperty().add(ARC));
        top.setClip(clip);
        name.setMinWidth(0);
        use.setMinWidth(0);
        use.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(use, Priority.ALWAYS);
        HBox second = new HBox(8, use, delta);
        second.setAlignment(Pos.CENTER_LEFT);
        HBox third = new HBox(4, spend, Labels.of("spent", "t11", "muted"), Labels.gap(), bars);
        third.setAlignment(Pos.CENTER_LEFT);
        VBox words = new VBox(name, second, third);
        words.getStyleClass().add("card-words");
        getChildren().addAll(top, words);
        setOnMouseClicked(event -> {
            if (card != null) {
                chosen.accept(card);
                event.consume();
            }
        });
    }

    /// @param shown null leaves the place empty
    void show(@Nullable CreativeCard shown, AdCurrency currency, boolean selected) {
        setVisible(shown != null);
        pseudoClassStateChanged(SELECTED, selected);
        if (shown == null) {
            picture.cancel();
            card = null;
            return;
        }
        boolean samePicture = card != null && card.creative().id().equals(shown.creative().id());
        card = shown;
        Creative creative = shown.creative();
        if (!samePicture) {
            picture.show(creative, thumbnails);
        }
        format.show(creative);
        rejected.setVisible(shown.rejected());
        roas.setText(formats.decimal(shown.value(Metric.ROAS), 2));
        BigDecimal clickRate = shown.value(Metric.CTR_LINK);
        ctr.setText(clickRate == null ? Formats.NONE : formats.decimal(clickRate, 2) + "%");
        String title = title(creative);
        name.setText(title);
        nameTooltip.setText(title);
        use.setText(use(shown));
        spend.setText(formats.moneyWhole(new Money(shown.totals().spend(), currency)));
        delta.show(shown.delta(Metric.ROAS));
        bars.show(shown.spendByDay().stream().map(BigDecimal::doubleValue).toList(), !shown.inUse(),
                "Spend, " + shown.spendByDay().size() + " days");
        setAccessibleText(title + ", " + FormatBadge.words(creative) + ", " + use.getText() + ", " + spend.getText()
                + " spent, ROAS " + roas.getText() + ", CTR " + ctr.getText()
                + (shown.rejected() ? ", rejected" : ""));
    }

    @Nullable
    CreativeCard card() {
        return card;
    }

    static String title(Creative creative) {
        return creative.name().isBlank() ? "Creative " + creative.id() : creative.name();
    }

    private static String use(CreativeCard shown) {
        if (!shown.inUse()) {
            return "Not in use";
        }
        String ads = shown.ads() == 1 ? "1 ad" : shown.ads() + " ads";
        String where = shown.campaigns().size() == 1
                ? shown.campaigns().getFirst()
                : shown.campaigns().size() + " campaigns";
        return where + " · " + ads;
    }
}
