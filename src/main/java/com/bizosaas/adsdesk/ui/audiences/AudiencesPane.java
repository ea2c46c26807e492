package com.bizosaas.adsdesk.ui.audiences;

import com.bizosaas.adsdesk.domain.AudienceState;
import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.service.SyncService.SyncState;
import com.bizosaas.adsdesk.ui.audiences.AudiencesViewModel.Audiences;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.DeskAction;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.FreshnessLabel;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.SearchField;
import com.bizosaas.adsdesk.ui.common.SegmentedControl;
import com.bizosaas.adsdesk.ui.common.StatePane;
import com.bizosaas.adsdesk.ui.common.StateSwitch;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import com.bizosaas.adsdesk.ui.workbench.WorkbenchDialogs;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The tab's view: search and types above, the tree of audiences with its totals, the detail beside it.
final class AudiencesPane extends BorderPane implements AudienceDetail.Actions {

    private static final double PANEL = 296;
    private static final double ROOMY = 1080;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /// A segment of the type filter.
    private enum Segment {
        ALL(null),
        WEBSITE(AudienceType.WEBSITE),
        LIST(AudienceType.LIST),
        LOOKALIKE(
                AudienceType.LOOKALIKE),
        ENGAGEMENT(
                AudienceType.ENGAGEMENT),
        APP(AudienceType.APP),
        OTHER(AudienceType.OTHER);

        private final @Nullable AudienceType type;

        Segment(@Nullable AudienceType type) {
            this.type = type;
        }

        private String label() {
            return type == null ? "All" : type.filterLabel();
        }

        private boolean optional() {
            return this == APP || this == OTHER;
        }
    }

    private final AudiencesViewModel model;
    private final AudienceDialogs dialogs;
    private final SearchField search = new SearchField("Name or ID", "Ctrl F");
    private final SegmentedControl<Segment> types = segments();
    private final AudienceTable table;
    private final AudienceDetail detail;
    private final FreshnessLabel freshness;
    private final Label counts = Labels.of("");
    private final Label expiring = Labels.of("", "caption", "warning-text");
    private final Label lost = Labels.of("", "caption", "danger-text");
    private final Label next = Labels.of("", "caption", "muted");
    private final StringProperty readOnly = new SimpleStringProperty("");
    private final StatePane states;
    private final StateSwitch stateSwitch;
    private String stateKey = "";

    AudiencesPane(AudiencesViewModel model, AudienceDialogs dialogs, AudienceText text, Formats formats, Locale locale,
            InstantSource clock, Runnable refresh, Runnable openSetup, WorkbenchDialogs workbench) {
        this.model = model;
        this.dialogs = dialogs;
        getStyleClass().add("audiences");
        getStylesheets().add(Objects.requireNonNull(AudiencesPane.class.getResource(
                "/com/bizosaas/adsdesk/ui/audiences.css")).toExternalForm());
        table = new AudienceTable(text, formats, clock, locale, model::select);
        detail = new AudienceDetail(text, formats, this);
        detail.setPrefWidth(PANEL);
        detail.setMinWidth(PANEL);
        freshness = new FreshnessLabel(formats, clock);
        VBox.setVgrow(table, Priority.ALWAYS);
        states = new StatePane(new VBox(table, createFooter()), clock);
        stateSwitch = new StateSwitch(states, "Reading audiences", refresh, openSetup);
        setTop(createToolbar());
        setCenter(states);
        setBottom(workbench.bar());
        workbench.keys(this,
                () -> Optional.ofNullable(model.audiences()).map(each -> each.tenant().id()).stream().toList());
        bind();
    }

    private static SegmentedControl<Segment> segments() {
        Map<Segment, String> labels = new LinkedHashMap<>();
        for (Segment segment : Segment.values()) {
            labels.put(segment, segment.label());
        }
        return new SegmentedControl<>(labels, Segment.ALL);
    }

    private HBox createToolbar() {
        search.setPrefWidth(216);
        search.setMinWidth(120);
        types.setMinWidth(USE_PREF_SIZE);
        Button website = Buttons.secondary("Website audience", Icons.GLOBE, dialogs::createWebsiteAudience);
        Button lookalike = Buttons.primary("Create lookalike", () -> dialogs.createLookalike(seed()));
        website.setMinWidth(USE_PREF_SIZE);
        lookalike.setMinWidth(USE_PREF_SIZE);
        HBox toolbar = new HBox(search, types, Labels.gap(), freshness, Tooltips.disabledBecause(website, readOnly),
                Tooltips.disabledBecause(lookalike, readOnly));
        toolbar.getStyleClass().add("toolbar");
        return toolbar;
    }

    private HBox createFooter() {
        expiring.setGraphic(Icons.CAUTION.node("i12", "warning"));
        lost.setGraphic(Icons.STOPPED.node("i12", "danger"));
        HBox footer = new HBox(16, counts, expiring, lost, Labels.gap(), next);
        footer.setAlignment(Pos.CENTER_LEFT);
        footer.getStyleClass().addAll("totals-row", "audience-footer");
        return footer;
    }

    private void bind() {
        search.textProperty().addListener((_, _, now) -> model.search(now));
        types.valueProperty().addListener((_, _, now) -> model.showType(now.type));
        model.shownProperty().addListener((_, _, _) -> update());
        model.audiencesProperty().addListener((_, _, _) -> update());
        model.failureProperty().addListener((_, _, _) -> update());
        model.syncProperty().addListener((_, _, _) -> update());
        model.selectedProperty().addListener((_, _, row) -> show(row));
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

    List<DeskAction> actions() {
        AudienceRow row = model.selectedProperty().get();
        List<DeskAction> actions = new ArrayList<>();
        if (row != null) {
            String name = row.audience().name();
            actions.add(DeskAction.of("Create lookalike from this", name, Icons.LOOKALIKE, "",
                    () -> createLookalike(row.audience())).unless(readOnly.get()));
            actions.add(DeskAction.of(row.draft() == null ? "Delete audience" : "Discard draft", name, Icons.DELETE, "",
                    () -> delete(row)).unless(readOnly.get()));
        }
        actions.add(DeskAction.of("New lookalike", "Adds to pending changes", Icons.LOOKALIKE, "",
                () -> dialogs.createLookalike(null)).unless(readOnly.get()));
        actions.add(DeskAction.of("New website audience", "Adds to pending changes", Icons.GLOBE, "",
                dialogs::createWebsiteAudience).unless(readOnly.get()));
        return actions;
    }

    void focusSearch() {
        search.requestFocus();
    }

    /// Says that nothing can be shown because no account is chosen.
    void showNoAccount() {
        stateSwitch.showOther("no account", () -> states.showEmpty(Icons.AUDIENCES, "No ad account to look at",
                "Connect the tenant and choose an ad account in Setup."));
    }

    @Override
    public void close() {
        model.select(null);
    }

    @Override
    public void select(AudienceRow row) {
        model.select(row);
    }

    @Override
    public void createLookalike(CustomAudience source) {
        dialogs.createLookalike(source);
    }

    @Override
    public void delete(AudienceRow row) {
        dialogs.delete(row);
    }

    private @Nullable CustomAudience seed() {
        AudienceRow row = model.selectedProperty().get();
        return row == null ? null : row.audience();
    }

    private void show(@Nullable AudienceRow row) {
        table.showSelected(row);
        Audiences audiences = model.audiences();
        if (row == null || audiences == null) {
            setRight(null);
            return;
        }
        CustomAudience source = row.source();
        AudienceRow sourceRow = source == null
                ? null
                : audiences.rows().stream().filter(one -> one.audience().id().equals(source.id())).findFirst()
                        .orElse(null);
        detail.show(row, sourceRow, audiences.rules().get(row.audience().id()), audiences.account().zone(),
                readOnly.get());
        setRight(detail);
    }

    private void update() {
        Audiences audiences = model.audiences();
        readOnly.set(model.readOnly());
        freshness.show(audiences == null ? null : audiences.asOf(), audiences != null && audiences.stale());
        for (Segment segment : Segment.values()) {
            int count = model.count(segment.type);
            boolean needed = !segment.optional() || count > 0 || types.getValue() == segment;
            types.offer(segment, segment.label() + " " + count, needed);
        }
        List<AudienceRow> shown = model.shownProperty().get();
        table.show(shown, model.selectedProperty().get());
        showFooter(audiences, shown);
        stateKey = audiences == null ? "" : audiences.tree().isEmpty() ? "none" : shown.isEmpty() ? "no match" : "";
        stateSwitch.show(audiences != null, audiences == null ? null : audiences.asOf(), model.syncProperty().get(),
                model.failureProperty().get(), stateKey, this::showCalm);
        show(model.selectedProperty().get());
    }

    private void showFooter(@Nullable Audiences audiences, List<AudienceRow> shown) {
        int all = audiences == null ? 0 : audiences.rows().size();
        int seen = model.count(model.type());
        String total = all == 1 ? "1 audience" : all + " audiences";
        counts.setText(seen == all ? total + " · all shown" : seen + " of " + total + " shown");
        show(expiring, audiences == null ? 0 : audiences.count(AudienceState.EXPIRING), "expiring");
        show(lost, audiences == null ? 0 : audiences.count(AudienceState.SOURCE_LOST), "without source");
        SyncState sync = model.syncProperty().get();
        Instant following = sync.nextRun();
        next.setText(sync.running()
                ? "Reading now"
                : following == null ? "" : "Next read " + TIME.format(following.atZone(ZoneId.systemDefault())));
    }

    private static void show(Label label, long count, String words) {
        label.setText(count + " " + words);
        label.setVisible(count > 0);
        label.setManaged(count > 0);
    }

    private void showCalm() {
        switch (stateKey) {
            case "none" -> states.showEmpty(Icons.AUDIENCES, "No audiences in this account yet",
                    "Audiences made here or in Ads Manager appear within an hour of being made.", writers());
            case "no match" -> states.showEmpty(Icons.SEARCH, "Nothing matches",
                    "No audience passes the search and the type above.",
                    Buttons.secondary("Show all", this::showAll));
            default -> states.showContent();
        }
    }

    private Button[] writers() {
        return model.canWrite()
                ? new Button[]{
                        Buttons.primary("Create website audience", dialogs::createWebsiteAudience)}
                : new Button[0];
    }

    private void showAll() {
        search.textProperty().set("");
        types.valueProperty().set(Segment.ALL);
    }
}
