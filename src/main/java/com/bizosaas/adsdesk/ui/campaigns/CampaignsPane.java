package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.service.SheetService;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Finding.Severity;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.DeskAction;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.StatePane;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import com.bizosaas.adsdesk.ui.grid.Grid;
import com.bizosaas.adsdesk.ui.workbench.FilePicker;
import com.bizosaas.adsdesk.ui.workbench.PendingModel.Pending;
import com.bizosaas.adsdesk.ui.workbench.SheetDialogs;
import com.bizosaas.adsdesk.ui.workbench.WorkbenchDialogs;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.Interpolator;
import javafx.animation.TranslateTransition;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The Campaigns tab as it is seen: bar, table, totals and the side panel, in one of the shared states.
final class CampaignsPane extends BorderPane {

    /// Below this height toolbar and filter row are one.
    private static final double LOW = 636;
    /// Dialogs lie outside the pane and bring it along themselves.
    static final String SHEET = Objects.requireNonNull(
            CampaignsPane.class.getResource("/com/bizosaas/adsdesk/ui/campaigns.css"), "campaigns.css")
            .toExternalForm();

    private static final Duration SLIDE = Duration.millis(160);

    private final CampaignsViewModel model;
    private final WorkbenchDialogs workbench;
    private final SavedViews views;
    private final SheetDialogs sheets;
    private final TaskRunner tasks;
    private final Formats formats;
    private final Commands commands;
    private final Runnable setup;
    private final CampaignsBar bar;
    private final CampaignsTable table;
    private final Inspector inspector;
    private final StatePane states;
    private final StackPane content = new StackPane();
    private final Label noRows = Labels.wrapped("", "caption");
    private boolean inspectorWanted = true;
    private boolean narrow;

    CampaignsPane(CampaignsViewModel model, Commands commands, Runnable setup, Formats formats, InstantSource clock,
            WorkbenchDialogs workbench, Dialogs dialogs, SavedViews views, DeskContext context) {
        this.views = views;
        this.tasks = context.tasks();
        this.sheets = new SheetDialogs(context, FilePicker.over(this), this::sheet);
        this.formats = formats;
        this.workbench = workbench;
        this.model = model;
        this.commands = commands;
        this.setup = setup;
        getStyleClass().add("campaigns-pane");
        getStylesheets().add(SHEET);
        bar = new CampaignsBar(formats, clock, commands, this::toggleInspector, model::show, dialogs,
                views.menu(), sheets, this::clearTicks, this::paste);
        table = new CampaignsTable(formats, commands, placeholder());
        table.onSort(model::show);
        table.onOpen(model::lookBelow);
        table.onLayout(layout -> model.show(model.viewProperty().get().laidOut(layout)));
        inspector = new Inspector(formats, commands, this::toggleInspector);
        content.getChildren().addAll(table, inspector);
        StackPane.setAlignment(inspector, Pos.CENTER_RIGHT);
        states = new StatePane(content, clock);
        setTop(bar);
        setCenter(states);
        setBottom(workbench.bar());
        bind();
        arrange();
        model.afterPainting(this::afterPainting);
    }

    /// Goes through painting a table for the first time, unseen; not where one is looked at.
    ///
    /// @param done told when it is over
    void rehearse(TableContent first, Runnable done) {
        CampaignsTable unseen = new CampaignsTable(formats, commands, new Region());
        unseen.show(first, View.FIRST, true);
        TableRehearsal.of(unseen, getStylesheets(), tasks, model::isLookedAt, done);
    }

    /// What is not on the screen must not hold up what is.
    private void afterPainting(Runnable work) {
        Scene scene = getScene();
        if (scene == null || scene.getWindow() == null || !scene.getWindow().isShowing()) {
            work.run();
            return;
        }
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                Platform.runLater(work);
            }
        });
        Platform.requestNextPulse();
    }

    private void bind() {
        model.viewProperty().addListener((_, before, now) -> {
            bar.show(now);
            // What is ticked on a level that is not shown any more would be changed unseen.
            if (now.shape() != before.shape()) {
                table.clearSelection();
            }
            if (!now.layout().equals(before.layout())) {
                table.show(model.contentProperty().get(), now, model.showsAllTenants());
            }
        });
        model.details().detailProperty().addListener((_, _, now) -> showDetail(now));
        bar.show(model.viewProperty().get());
        model.contentProperty().addListener((_, _, now) -> showContent(now));
        model.stateProperty().addListener((_, _, now) -> showState(now));
        // Another account may allow other things while the state stays the same.
        model.frameProperty().addListener((_, _, _) -> {
            showState(model.stateProperty().get());
            views.load();
        });
        showState(model.stateProperty().get());
        table.focusedRowProperty().addListener((_, _, now) -> model.details().show(now));
        table.pickedProperty().addListener((_, _, now) -> bar.selected(now));
        workbench.pendingProperty().addListener((_, _, now) -> table.checked(checks(now)));
        widthProperty().addListener((_, _, _) -> arrange());
        heightProperty().addListener((_, _, _) -> arrange());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            int digit = event.isAltDown() && !event.isShortcutDown() ? digit(event.getCode()) : 0;
            if (digit > 0) {
                commands.showView(digit);
                event.consume();
            } else if (event.isShortcutDown() && event.isShiftDown() && event.getCode() == KeyCode.F) {
                bar.addFilter();
                event.consume();
            } else if (plain(event, KeyCode.I)) {
                toggleInspector();
                event.consume();
            } else if (plain(event, KeyCode.E)) {
                sheets.exportTable();
                event.consume();
            } else if (!(event.getTarget() instanceof TextInputControl) && table.takes(event)) {
                event.consume();
            } else if (plain(event, KeyCode.N)) {
                if (commands.locked().isEmpty()) {
                    commands.create();
                }
                event.consume();
            }
        });
        workbench.keys(this, this::tenants);
    }

    /// Ctrl and the key alone: with Shift it is the key of something else.
    private static boolean plain(KeyEvent event, KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN).match(event);
    }

    /// 1 to 9, or 0 for another key.
    private static int digit(KeyCode code) {
        int digit = code.ordinal() - KeyCode.DIGIT1.ordinal() + 1;
        return digit >= 1 && digit <= 9 ? digit : 0;
    }

    private static Map<DraftKey, Severity> checks(List<Pending> pending) {
        Map<DraftKey, Severity> checks = new HashMap<>();
        pending.forEach(one -> one.review().items().forEach(item -> checks.put(item.key(), item.severity())));
        return checks;
    }

    /// Whose edits *Undo* takes back: the one tenant in view, or all of them.
    private List<TenantId> tenants() {
        Frame frame = model.frameProperty().get();
        TableContent shown = model.contentProperty().get();
        return frame != null
                ? List.of(frame.tenant().id())
                : shown == null
                        ? List.of()
                        : shown.sheet().parts().stream().map(part -> part.frame().tenant().id()).distinct().toList();
    }

    List<DeskAction> actions() {
        Frame frame = model.frameProperty().get();
        return new CampaignActions(commands, workbench).of(table.focusedRowProperty().get(),
                table.pickedProperty().get(), tenants(), frame == null ? null : frame.tenant(),
                sheets.actions());
    }

    SheetDialogs sheets() {
        return sheets;
    }

    /// What is shown, for a spreadsheet: its rows, its columns and their order.
    private SheetDialogs.@Nullable Table sheet() {
        TableContent shown = model.contentProperty().get();
        if (shown == null) {
            return null;
        }
        SheetText text = new SheetText(formats, model.showsAllTenants());
        List<Column> columns = text.columns(model.viewProperty().get());
        List<SheetService.Source> sources = shown.sheet().parts().stream().map(Part::frame)
                .map(each -> new SheetService.Source(each.tenant(), each.account())).toList();
        String days = shown.sheet().parts().stream().map(part -> part.frame().range())
                .map(range -> range.since() + " to " + range.until()).distinct().sorted()
                .collect(java.util.stream.Collectors.joining(", "));
        return new SheetDialogs.Table(sources, "Campaigns", days, text.heads(columns), shown.shown(),
                () -> shown.rows().stream().map(row -> text.cells(row, columns)).toList());
    }

    void review() {
        workbench.review();
    }

    /// Shows what has this name or id, whatever was filtered before.
    void find(String text) {
        model.show(model.viewProperty().get().text(text).quick(View.Quick.ALL).filtered(Filter.NONE));
    }

    private void paste() {
        table.paste();
    }

    private void clearTicks() {
        table.clearSelection();
    }

    private VBox placeholder() {
        VBox box = new VBox(8, noRows, Buttons.link("Show all campaigns", () -> model.show(
                model.viewProperty().get().text("").quick(View.Quick.ALL).filtered(Filter.NONE))));
        box.setAlignment(Pos.CENTER);
        return box;
    }

    Grid<CampaignRow> grid() {
        return table.grid();
    }

    void focusSearch() {
        bar.focusSearch();
    }

    private void showContent(@Nullable TableContent now) {
        View view = model.viewProperty().get();
        noRows.setText(view.narrows() ? "Nothing here matches the search and filter." : "Everything here is archived.");
        table.show(now, view, model.showsAllTenants());
        bar.show(now);
        bar.selected(table.pickedProperty().get());
    }

    private void showDetail(@Nullable Detail now) {
        inspector.show(now, now == null ? null : now.row().frame().account().zone());
    }

    private void showState(PaneState now) {
        Frame frame = model.frameProperty().get();
        bar.show(now, commands.locked());
        Problem problem = now.problem();
        table.getStyleClass().remove("dimmed");
        switch (now.kind()) {
            case NO_TENANT -> states.showEmpty(Icons.TENANT, "Pick a tenant",
                    "The campaigns of one tenant appear here.");
            case NO_ACCOUNT -> states.showEmpty(Icons.CAMPAIGNS, "No ad account to show", model.showsAllTenants()
                    ? "No tenant is signed in with an ad account yet."
                    : "Sign this tenant in and choose its ad accounts in Setup.",
                    Buttons.primary("Go to Setup", setup));
            case LOADING -> states.showLoading(
                    model.showsAllTenants() ? "Reading campaigns from the store" : "Reading campaigns from Meta");
            case EMPTY -> states.showEmpty(
                    frame == null ? "No campaigns of any tenant yet" : "No campaigns in " + account(frame) + " yet",
                    "Campaigns made here or in Ads Manager appear within 5 minutes.", "New campaign",
                    commands::create);
            case BLOCKED -> blocked(Objects.requireNonNull(problem, "a blocked pane has a problem"));
            case CONTENT -> {
                if (problem == null) {
                    states.showContent();
                } else {
                    table.getStyleClass().add("dimmed");
                    states.showProblem(problem, now.asOf(), forSetup(problem) ? setup : model::refresh);
                }
            }
        }
    }

    private void blocked(Problem problem) {
        if (forSetup(problem)) {
            states.showBlocked(problem, problem.kind() == Problem.Kind.SIGN_IN_NEEDED ? "Reconnect" : "Go to Setup",
                    setup);
        } else {
            states.showBlocked(problem, "Try now", model::refresh);
        }
    }

    private static boolean forSetup(Problem problem) {
        return problem.kind() == Problem.Kind.SIGN_IN_NEEDED || problem.kind() == Problem.Kind.NO_PERMISSION;
    }

    private static String account(@Nullable Frame frame) {
        return frame == null ? "" : Labels.isolated(frame.account().name());
    }

    private void toggleInspector() {
        inspectorWanted = !inspectorWanted;
        arrange();
        if (inspectorWanted && narrow && !Platform.getPreferences().isReducedMotion()) {
            TranslateTransition slide = new TranslateTransition(SLIDE, inspector);
            slide.setFromX(Inspector.WIDTH);
            slide.setToX(0);
            slide.setInterpolator(Interpolator.EASE_OUT);
            slide.play();
        }
    }

    /// Wide: the panel beside the table. Narrow: over it, and closed until it is asked for.
    private void arrange() {
        boolean nowNarrow = getWidth() < ColumnFit.NARROW;
        if (nowNarrow != narrow) {
            narrow = nowNarrow;
            inspectorWanted = !narrow;
        }
        inspector.setVisible(inspectorWanted);
        inspector.setManaged(inspectorWanted);
        inspector.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("over"), narrow);
        StackPane.setMargin(table, new Insets(0, inspectorWanted && !narrow ? Inspector.WIDTH : 0, 0, 0));
        table.narrow(narrow);
        bar.compact(narrow || getHeight() < LOW);
    }
}
