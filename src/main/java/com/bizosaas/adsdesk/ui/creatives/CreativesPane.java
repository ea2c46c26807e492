package com.bizosaas.adsdesk.ui.creatives;

import com.bizosaas.adsdesk.domain.Creative;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.FreshnessLabel;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.SearchField;
import com.bizosaas.adsdesk.ui.common.SegmentedControl;
import com.bizosaas.adsdesk.ui.common.StatePane;
import com.bizosaas.adsdesk.ui.common.StateSwitch;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import com.bizosaas.adsdesk.ui.creatives.CreativesViewModel.Library;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The tab's view: search and filters above, the cards, and the preview of the selected one beside them.
final class CreativesPane extends BorderPane {

    private static final double PANEL = 320;
    private static final double ROOMY = 1000;

    /// A segment of the format filter.
    private enum Segment {
        ALL("All", null),
        IMAGE("Image", Creative.Format.IMAGE),
        VIDEO("Video", Creative.Format.VIDEO),
        CAROUSEL(
                "Carousel", Creative.Format.CAROUSEL),
        OTHER("Other", Creative.Format.OTHER);

        private final String label;
        private final Creative.@Nullable Format format;

        Segment(String label, Creative.@Nullable Format format) {
            this.label = label;
            this.format = format;
        }
    }

    private final CreativesViewModel model;
    private final SearchField search = new SearchField("Name, text or ID", "Ctrl F");
    private final SegmentedControl<Segment> formats = segments();
    private final ToggleButton inUse = new ToggleButton("In use");
    private final ComboBox<CreativeQuery.Sort> sort = new ComboBox<>();
    private final FreshnessLabel freshness;
    private final CardGrid grid;
    private final PreviewPanel preview;
    private final StatePane states;
    private final StateSwitch stateSwitch;
    private final Runnable openCampaigns;
    private String stateKey = "";

    CreativesPane(CreativesViewModel model, PreviewViewModel previews, ThumbnailSource thumbnails, Formats figures,
            TaskRunner tasks, InstantSource clock, Runnable refresh, Runnable openSetup, Runnable openCampaigns) {
        this.model = model;
        this.openCampaigns = openCampaigns;
        getStyleClass().add("creatives");
        getStylesheets().add(Objects.requireNonNull(CreativesPane.class.getResource(
                "/com/bizosaas/adsdesk/ui/creatives.css")).toExternalForm());
        freshness = new FreshnessLabel(figures, clock);
        grid = new CardGrid(figures, thumbnails, model::select);
        preview = new PreviewPanel(previews, figures, tasks, () -> model.select(null));
        preview.setPrefWidth(PANEL);
        preview.setMinWidth(PANEL);
        states = new StatePane(grid, clock);
        stateSwitch = new StateSwitch(states, "Reading creatives", refresh, openSetup);
        setTop(createToolbar());
        setCenter(states);
        bind();
    }

    private static SegmentedControl<Segment> segments() {
        Map<Segment, String> labels = new LinkedHashMap<>();
        for (Segment segment : Segment.values()) {
            labels.put(segment, segment.label);
        }
        return new SegmentedControl<>(labels, Segment.ALL);
    }

    private VBox createToolbar() {
        search.setPrefWidth(200);
        search.setMinWidth(140);
        inUse.getStyleClass().add("chip");
        inUse.setAccessibleHelp("Leaves out creatives that no ad uses");
        sort.getItems().setAll(CreativeQuery.Sort.values());
        sort.setValue(CreativeQuery.Sort.SPEND);
        sort.setAccessibleText("Sort by");
        sort.setPrefWidth(104);
        HBox toolbar = new HBox(search, formats, inUse, Labels.gap(), freshness, Labels.of("Sort", "t12", "muted"),
                sort);
        toolbar.getStyleClass().add("toolbar");
        formats.setMinWidth(USE_PREF_SIZE);
        inUse.setMinWidth(USE_PREF_SIZE);
        sort.setMinWidth(USE_PREF_SIZE);
        return new VBox(toolbar);
    }

    private void bind() {
        search.textProperty().addListener((_, _, now) -> model.ask(model.query().withText(now)));
        formats.valueProperty().addListener((_, _, now) -> model.ask(model.query().withFormat(now.format)));
        inUse.selectedProperty().addListener((_, _, now) -> {
            inUse.getStyleClass().remove("on");
            if (now) {
                inUse.getStyleClass().add("on");
            }
            model.ask(model.query().withInUse(now));
        });
        sort.setOnAction(_ -> model.ask(model.query().withSort(sort.getValue())));
        model.shown().addListener((ListChangeListener<CreativeCard>) _ -> update());
        model.libraryProperty().addListener((_, _, _) -> update());
        model.failureProperty().addListener((_, _, _) -> update());
        model.syncProperty().addListener((_, _, _) -> update());
        model.selectedProperty().addListener((_, _, card) -> select(card));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && model.selectedProperty().get() != null
                    && !search.field().isFocused()) {
                model.select(null);
                event.consume();
            }
        });
        widthProperty().addListener((_, _, now) -> {
            boolean roomy = now.doubleValue() >= ROOMY;
            freshness.setVisible(roomy);
            freshness.setManaged(roomy);
        });
        update();
    }

    void focusSearch() {
        search.requestFocus();
    }

    /// Says that nothing can be shown because no account is chosen.
    void showNoAccount() {
        stateSwitch.showOther("no account", () -> states.showEmpty(Icons.CREATIVES, "No ad account to look at",
                "Connect the tenant and choose an ad account in Setup."));
    }

    void leave() {
        preview.clear();
    }

    private void select(@Nullable CreativeCard card) {
        grid.showSelected(card);
        Library library = model.library();
        if (card == null || library == null) {
            preview.clear();
            setRight(null);
        } else {
            preview.show(card, library.account().currency());
            setRight(preview);
        }
    }

    private void update() {
        Library library = model.library();
        freshness.show(library == null ? null : library.asOf(), library != null && library.stale());
        for (Segment segment : Segment.values()) {
            int count = model.count(segment.format);
            boolean needed = segment != Segment.OTHER || count > 0 || formats.getValue() == Segment.OTHER;
            formats.offer(segment, segment.label + " " + count, needed);
        }
        stateKey = library == null
                ? ""
                : library.cards().isEmpty() ? "none" : model.shown().isEmpty() ? "no match" : "";
        stateSwitch.show(library != null, library == null ? null : library.asOf(), model.syncProperty().get(),
                model.failureProperty().get(), stateKey, this::showCalm);
        if (library != null) {
            grid.show(model.shown(), library.account().currency());
        }
    }

    private void showCalm() {
        switch (stateKey) {
            case "none" -> states.showEmpty(Icons.CREATIVES, "No creatives in this account yet",
                    "Creatives come with the first ad; they appear here within 30 minutes.",
                    Buttons.primary("Go to Campaigns", openCampaigns));
            case "no match" -> states.showEmpty(Icons.SEARCH, "Nothing matches",
                    "No creative passes the search and the filters above.",
                    Buttons.secondary("Show all", this::showAll));
            default -> states.showContent();
        }
    }

    private void showAll() {
        search.textProperty().set("");
        inUse.setSelected(false);
        formats.valueProperty().set(Segment.ALL);
    }
}
