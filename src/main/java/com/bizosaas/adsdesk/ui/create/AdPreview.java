package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.draft.NewCreative;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.SegmentedControl;
import com.bizosaas.adsdesk.ui.creatives.Placement;
import com.bizosaas.adsdesk.ui.creatives.PreviewBrowser;
import com.bizosaas.adsdesk.ui.creatives.PreviewPage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Shows the new ads one by one as people will see them: Facebook's own preview of a creative whose image it has, a drawing
/// of one whose image goes up after *Publish*. Facebook is asked once the typing pauses. FX thread only.
final class AdPreview extends VBox {

    private static final Duration PAUSE = Duration.millis(700);

    private final Launching launching;
    private final Plan plan;
    private final Function<String, String> pageName;
    private final DrawnAd drawn = new DrawnAd();
    private final PreviewBrowser browser;
    private final StackPane stage = new StackPane();
    private final Label place = Labels.whole("", "t12", "muted");
    private final Label source = Labels.wrapped("", "hint");
    private final SegmentedControl<Placement> placements;
    private final Button previous = Buttons.icon(Icons.PREVIOUS, "Previous ad", () -> step(-1));
    private final Button next = Buttons.icon(Icons.NEXT, "Next ad", () -> step(1));
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private List<NewCreative> ads = List.of();
    private int at;
    private @Nullable Wanted wanted;

    private record Wanted(String creative, Placement placement) {
    }

    /// @param pageName the name of a Page by its id
    AdPreview(Launching launching, Plan plan, Function<String, String> pageName) {
        super(10);
        this.launching = launching;
        this.plan = plan;
        this.pageName = pageName;
        getStyleClass().add("ad-preview");
        setId("ad-preview");
        Map<Placement, String> labels = new LinkedHashMap<>();
        for (Placement one : List.of(Placement.FEED, Placement.STORY, Placement.REEL)) {
            labels.put(one, one.label());
        }
        placements = new SegmentedControl<>(labels, Placement.FEED);
        placements.setId("preview-placement");
        placements.getStyleClass().add("small");
        placements.valueProperty().addListener((_, _, _) -> show());
        browser = new PreviewBrowser(launching.tasks(), this::draw);
        previous.getStyleClass().add("small");
        next.getStyleClass().add("small");
        HBox head = new HBox(4, Labels.whole("Preview", "weight-semibold"), Labels.gap(), previous, place, next);
        head.setAlignment(Pos.CENTER_LEFT);
        stage.getStyleClass().add("ad-preview-stage");
        stage.setId("preview-stage");
        source.setId("preview-source");
        getChildren().addAll(head, placements, stage, source);
        pause.setOnFinished(_ -> ask());
    }

    /// @param creatives of all new ads, in their order
    void show(List<NewCreative> creatives) {
        ads = List.copyOf(creatives);
        at = Math.clamp(at, 0, Math.max(0, ads.size() - 1));
        show();
    }

    private void step(int by) {
        at = Math.clamp(at + by, 0, Math.max(0, ads.size() - 1));
        show();
    }

    private void show() {
        place.setText(ads.isEmpty() ? "" : (at + 1) + " of " + ads.size());
        previous.setDisable(at <= 0);
        next.setDisable(at >= ads.size() - 1);
        NewCreative creative = ads.isEmpty() ? NewCreative.EMPTY : ads.get(at);
        Wanted now = new Wanted(creative.at(null).json(), placements.getValue());
        if (now.equals(wanted)) {
            return;
        }
        wanted = now;
        boolean theirs = !creative.image().isEmpty() && !NewCreative.isKept(creative.image())
                && !creative.page().isEmpty() && !creative.link().isEmpty();
        draw(theirs
                ? "Asking Meta for its own preview…"
                : creative.image().isEmpty()
                        ? "Drawn on this computer. Choose an image."
                        : "Drawn on this computer: the image goes up when you publish. Meta’s own preview follows then.");
        pause.stop();
        if (theirs) {
            pause.playFromStart();
        }
    }

    private void draw(String why) {
        NewCreative creative = ads.isEmpty() ? NewCreative.EMPTY : ads.get(at);
        browser.close();
        drawn.show(creative, pageName.apply(creative.page()), placements.getValue());
        launching.pictures().load(plan.tenant().id(), plan.accountId(), creative.image(), image -> {
            if (!ads.isEmpty() && ads.get(Math.min(at, ads.size() - 1)).image().equals(creative.image())) {
                drawn.picture(image);
            }
        });
        stage.getChildren().setAll(drawn);
        source.setText(why);
    }

    private void ask() {
        Wanted asked = wanted;
        if (asked == null) {
            return;
        }
        var tenant = plan.tenant().id();
        var account = plan.accountId();
        var services = launching.desk().services();
        launching.tasks().call(() -> PreviewPage.of(
                launching.service().preview(tenant, account, asked.creative, asked.placement.adFormat()),
                services.settings().dialogUrl(), services.settings().graphUrl())).onSuccess(page -> {
                    if (Objects.equals(asked, wanted)) {
                        stage.getChildren().setAll(browser);
                        source.setText("Meta’s own preview");
                        browser.open(page);
                    }
                }).onError(thrown -> {
                    if (Objects.equals(asked, wanted)) {
                        draw("Drawn on this computer. " + Problems.of(thrown).title() + ".");
                    }
                }).start();
    }

    /// The wizard goes: nothing of a page stays.
    void close() {
        pause.stop();
        wanted = null;
        browser.close();
    }
}
