package com.bizosaas.adsdesk.ui.campaigns;

import javafx.scene.control.Tooltip;
import com.bizosaas.adsdesk.ui.campaigns.View.Quick;
import com.bizosaas.adsdesk.ui.campaigns.View.Shape;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.FreshnessLabel;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.SearchField;
import com.bizosaas.adsdesk.ui.common.SegmentedControl;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import com.bizosaas.adsdesk.ui.edit.BulkEdit;
import com.bizosaas.adsdesk.ui.workbench.SheetDialogs;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Quick filters, search, level, freshness and what can be done: two rows, or one where the window is small.
final class CampaignsBar extends VBox {

    private final Map<Quick, ToggleButton> quicks = new EnumMap<>(Quick.class);
    private final Map<Quick, Label> counts = new EnumMap<>(Quick.class);
    private final ToggleGroup quickGroup = new ToggleGroup();
    private final MenuButton quickMenu = new MenuButton();
    private final MenuButton shapeMenu = new MenuButton();
    private final MenuButton more = new MenuButton();
    private final SearchField search = new SearchField("Name or ID", "Ctrl F");
    private final SegmentedControl<Shape> shape;
    private final Label shown = Labels.of("", "caption");
    private final FreshnessLabel freshness;
    private final StringProperty obstacle = new SimpleStringProperty(this, "obstacle", "");
    private final StringProperty switchObstacle = new SimpleStringProperty(this, "switchObstacle", "");
    private final StringProperty campaignObstacle = new SimpleStringProperty(this, "campaignObstacle", "");
    private final StringProperty archiveObstacle = new SimpleStringProperty(this, "archiveObstacle", "");
    private final StringProperty deleteObstacle = new SimpleStringProperty(this, "deleteObstacle", "");
    private final StringProperty anyObstacle = new SimpleStringProperty(this, "anyObstacle", "");
    private final Button pause;
    private final Button archiving;
    private final Button deleting;
    private final Runnable paste;
    private final List<Node> actions;
    private final Button published;
    private final Button sidePanel;
    private final Button fresh;
    private final Label freshKey = Labels.keyCap("Ctrl N");
    private final Node freshHolder;
    private final Label ticked = Labels.whole("", "bulk-count");
    private final Tooltip tickedTip = new Tooltip();
    private final HBox bulk = new HBox(8);
    private final HBox first = new HBox();
    private final HBox second = new HBox();
    private final MenuButton views;
    private final SheetDialogs sheetItems;
    private final MenuButton sheets;
    private final FilterChips chips;
    private final ColumnChooser columns;
    private final LevelLayouts layouts = new LevelLayouts();
    /// In place of the chips where there is no room for them.
    private final Button filters = Buttons.secondary("", this::clearFilters);
    private final Formats formats;
    private final Commands commands;
    private final Consumer<View> viewed;
    private Picked selected = Picked.NONE;
    private View view = View.FIRST;
    private boolean compact;
    /// How many rows there are before search and filter.
    private int all;

    CampaignsBar(Formats formats, InstantSource clock, Commands commands, Runnable toggleInspector,
            Consumer<View> viewed, Dialogs dialogs, MenuButton views, SheetDialogs sheets,
            Runnable clear, Runnable paste) {
        this.paste = paste;
        this.views = views;
        this.sheetItems = sheets;
        this.sheets = sheets.menu();
        chips = new FilterChips(dialogs, filter -> ask(view.filtered(filter)));
        columns = new ColumnChooser(layout -> ask(view.laidOut(layout)));
        this.formats = formats;
        this.commands = commands;
        this.viewed = viewed;
        freshness = new FreshnessLabel(formats, clock);
        Map<Shape, String> shapes = new LinkedHashMap<>();
        for (Shape each : Shape.values()) {
            shapes.put(each, each.label());
            MenuItem item = new MenuItem(each.label());
            item.setOnAction(_ -> shape(each));
            shapeMenu.getItems().add(item);
        }
        shape = new SegmentedControl<>(shapes, Shape.TREE);
        shape.getStyleClass().add("small");
        shape.valueProperty().addListener((_, _, now) -> shape(now));
        search.setId("campaign-search");
        search.textProperty().addListener((_, _, now) -> ask(view.text(now)));
        for (Quick quick : Quick.values()) {
            addQuick(quick);
        }
        showCommented(false);
        pause = Buttons.flat("Pause", Icons.PAUSE, () -> {
            CampaignRow head = selected.first();
            if (head != null) {
                commands.switchTo(selected.rows(), !head.isOn());
            }
        });
        Button edit = Buttons.flat("Edit…", Icons.EDIT, () -> only(commands::edit));
        Button archive = Buttons.flat("Archive…", Icons.ARCHIVE, () -> only(commands::archive));
        Button delete = Buttons.flat("Delete…", Icons.DELETE, () -> only(commands::delete));
        delete.getStyleClass().add("flat-danger");
        archiving = archive;
        deleting = delete;
        archive.disableProperty().bind(archiveObstacle.isNotEmpty());
        delete.disableProperty().bind(deleteObstacle.isNotEmpty());
        Button change = changes("change");
        change.getStyleClass().add("flat");
        actions = List.of(Tooltips.disabledBecause(pause, switchObstacle),
                Tooltips.disabledBecause(edit, campaignObstacle), Tooltips.disabledBecause(change, anyObstacle));
        Button budget = Buttons.secondary("Budget…", () -> commands.change(BulkEdit.BUDGETS, selected));
        budget.setId("bulk-budget");
        Button duplicate = Buttons.secondary("Duplicate…", () -> commands.change(BulkEdit.DUPLICATE, selected));
        duplicate.setId("bulk-duplicate");
        bulk.getChildren().addAll(ticked, Buttons.secondary("Turn on", Icons.PLAY, () -> switchTicked(true)),
                Buttons.secondary("Pause", Icons.PAUSE, () -> switchTicked(false)), budget, duplicate,
                changes("bulk-change"),
                Buttons.secondary("Copy rows", Icons.COPY, () -> commands.copyRows(selected)), Labels.gap(),
                Buttons.withKey(Buttons.flat("Clear", null, clear), "Esc"));
        bulk.getStyleClass().addAll("toolbar", "sub", "bulk-bar");
        bulk.setId("bulk-bar");
        ticked.setId("bulk-count");
        published = Buttons.icon(Icons.UNDO, "Published changes", commands::published);
        published.setId("published-changes");
        published.getStyleClass().add("small");
        sidePanel = Buttons.icon(Icons.FOLD, "Details (Ctrl I)", toggleInspector);
        sidePanel.getStyleClass().add("small");
        fresh = Buttons.primary("New campaign", commands::create);
        fresh.setId("new-campaign");
        fresh.setGraphic(freshKey);
        fresh.setContentDisplay(ContentDisplay.RIGHT);
        freshHolder = Tooltips.disabledBecause(fresh, obstacle);
        fillMore(pause, edit, archive, delete);
        first.getStyleClass().add("toolbar");
        second.getStyleClass().addAll("toolbar", "sub");
        shown.setMinWidth(USE_PREF_SIZE);
        selected(Picked.NONE);
        arrange();
    }

    /// Opens the menu of what can be done to the rows that are picked.
    private Button changes(String id) {
        Button button = Buttons.secondary("Change", () -> {
        });
        button.setId(id);
        button.setGraphic(Icons.OPEN.node("i12"));
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setOnAction(_ -> {
            ContextMenu menu = new ContextMenu();
            menu.getItems().addAll(EditMenu.items(selected, commands, paste));
            if (!selected.ticked()) {
                menu.getItems().addAll(new SeparatorMenuItem(), item(archiving), item(deleting));
            }
            menu.show(button, Side.BOTTOM, 0, 4);
        });
        return button;
    }

    private static MenuItem item(Button button) {
        MenuItem item = new MenuItem(button.getText());
        item.setMnemonicParsing(false);
        item.setDisable(button.isDisabled());
        item.setOnAction(_ -> button.fire());
        return item;
    }

    private void switchTicked(boolean on) {
        commands.switchTo(selected.rows(), on);
    }

    private void only(Consumer<CampaignRow> command) {
        CampaignRow one = selected.only();
        if (one != null) {
            command.accept(one);
        }
    }

    private void addQuick(Quick quick) {
        Label count = Labels.of("", "view-count");
        ToggleButton button = new ToggleButton(quick.label());
        // Without a number there is no room for one either.
        button.graphicProperty().bind(Bindings.when(count.textProperty().isEmpty()).then((Node) null).otherwise(count));
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setMnemonicParsing(false);
        button.getStyleClass().add("view-button");
        button.setId("quick-" + quick.name().toLowerCase(java.util.Locale.ROOT));
        button.setToggleGroup(quickGroup);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> {
            ask(view.quick(quick));
            button.setSelected(true);
        });
        quicks.put(quick, button);
        counts.put(quick, count);
        RadioMenuItem item = new RadioMenuItem(quick.label());
        item.setOnAction(_ -> ask(view.quick(quick)));
        quickMenu.getItems().add(item);
    }

    private void fillMore(Button... buttons) {
        more.setGraphic(Icons.MORE.node());
        more.getStyleClass().add("more-button");
        more.setAccessibleText("More actions");
        more.setOnShowing(_ -> {
            more.getItems().clear();
            for (Button button : buttons) {
                more.getItems().add(item(button));
            }
            more.getItems().add(new SeparatorMenuItem());
            List<MenuItem> edits = EditMenu.items(selected, commands, paste);
            // This menu would take its keys for the whole window.
            edits.forEach(item -> item.setAccelerator(null));
            more.getItems().addAll(edits);
            more.getItems().addAll(new SeparatorMenuItem(), publishedItem());
            more.getItems().addAll(sheetItems.items());
        });
        more.getItems().add(new MenuItem("Pause"));
    }

    private void clearFilters() {
        ask(view.filtered(Filter.NONE));
    }

    private MenuItem publishedItem() {
        MenuItem item = new MenuItem("Published changes…");
        item.setOnAction(_ -> commands.published());
        return item;
    }

    private void shape(Shape wanted) {
        if (wanted != view.shape()) {
            ask(layouts.shaped(view, wanted));
        }
    }

    private void ask(View wanted) {
        if (!wanted.equals(view)) {
            viewed.accept(wanted);
        }
    }

    void show(View now) {
        view = now;
        shape.valueProperty().set(now.shape());
        shapeMenu.setText(now.shape().label());
        quicks.forEach((quick, button) -> button.setSelected(quick == now.quick()));
        if (!search.textProperty().get().strip().equals(now.text())) {
            search.textProperty().set(now.text());
        }
        chips.show(now.filter());
        int conditions = now.filter().groups().stream().mapToInt(List::size).sum();
        filters.setText((conditions == 1 ? "1 filter" : conditions + " filters") + "  ×");
        filters.setAccessibleText("Remove all filters");
        filters.setVisible(conditions > 0);
        filters.setManaged(conditions > 0);
        columns.show(now.layout(), now.shape().top());
        quickMenu.setText(now.quick().label());
        for (Quick quick : Quick.values()) {
            ((RadioMenuItem) quickMenu.getItems().get(quick.ordinal())).setSelected(quick == now.quick());
        }
    }

    /// @param content null while nothing was read
    void show(@Nullable TableContent content) {
        if (content == null) {
            counts.values().forEach(label -> label.setText(""));
            quickMenu.setText(view.quick().label());
            shown.setText("");
            return;
        }
        Map<Quick, Integer> found = content.counts();
        all = content.all();
        quickMenu.setText(view.quick().label() + " " + counted(found.getOrDefault(view.quick(), 0)));
        counts.forEach((quick, label) -> label.setText(found.containsKey(quick)
                ? counted(found.getOrDefault(quick, 0))
                : ""));
        showCommented(found.getOrDefault(Quick.COMMENTED, 0) > 0 || view.quick() == Quick.COMMENTED);
        shown.setText(content.shown() == content.all()
                ? "All " + counted(content.all()) + " shown"
                : counted(content.shown()) + " of " + counted(content.all()) + " shown");
    }

    /// Room is scarce: without a comment nobody looks for one.
    private void showCommented(boolean any) {
        ToggleButton button = quicks.get(Quick.COMMENTED);
        if (button != null) {
            button.setVisible(any);
            button.setManaged(any);
        }
    }

    private String counted(int count) {
        return formats.count(java.math.BigDecimal.valueOf(count));
    }

    void show(PaneState state, String locked) {
        freshness.show(state.asOf(), state.stale());
        boolean ready = state.kind() == PaneState.Kind.CONTENT || state.kind() == PaneState.Kind.EMPTY;
        obstacle.set(locked.isEmpty() && !ready ? "Campaigns are not read yet." : locked);
        quicks.values().forEach(quick -> quick.setDisable(!ready));
        quickMenu.setDisable(!ready);
        freshness.setVisible(state.asOf() != null);
        shown.setVisible(state.kind() == PaneState.Kind.CONTENT);
    }

    void selected(Picked picked) {
        boolean other = picked.ticked() != selected.ticked();
        selected = picked;
        if (picked.ticked()) {
            PickedSum sum = picked.sum();
            ticked.setText(sum.words(formats, all));
            tickedTip.setText(sum.told(formats));
            ticked.setTooltip(tickedTip.getText().isEmpty() ? null : tickedTip);
        }
        if (other) {
            arrange();
        }
        CampaignRow head = picked.first();
        boolean on = head == null || head.isOn();
        String many = picked.count() > 1 ? " " + picked.count() : "";
        pause.setText((on ? "Pause" : "Switch on") + many);
        pause.setGraphic((on ? Icons.PAUSE : Icons.PLAY).node());
        String none = "Select a row first.";
        if (head == null) {
            switchObstacle.set(none);
            anyObstacle.set(none);
            campaignObstacle.set(none);
            archiveObstacle.set(none);
            deleteObstacle.set(none);
            return;
        }
        switchObstacle.set(picked.count() > 1 || head.canSwitch() ? "" : head.switchLocked());
        anyObstacle.set(head.frame().locked());
        boolean one = picked.count() == 1;
        campaignObstacle.set(one && head.subject() instanceof Subject.OfCampaign
                ? head.locked()
                : "Select one campaign.");
        archiveObstacle.set(!one ? "Select one row." : head.isNew() ? "Meta does not have it yet." : head.locked());
        deleteObstacle.set(one ? head.frame().locked() : "Select one row.");
    }

    /// @param one whether all goes in one row
    void compact(boolean one) {
        if (compact != one) {
            compact = one;
            arrange();
        }
    }

    private void arrange() {
        fresh.setGraphic(compact ? null : freshKey);
        first.getChildren().clear();
        second.getChildren().clear();
        search.setPrefWidth(compact ? 180 : 216);
        search.setMaxWidth(compact ? 180 : 216);
        if (compact) {
            first.getChildren().addAll(quickMenu, views, search, filters, Labels.gap(), shown, shapeMenu,
                    columns.menu(),
                    sidePanel, more, freshHolder);
            getChildren().setAll(selected.ticked() ? bulk : first);
            first.getStyleClass().add("alone");
        } else {
            first.getStyleClass().remove("alone");
            first.getChildren().addAll(quicks.values());
            first.getChildren().add(Labels.gap());
            first.getChildren().addAll(actions);
            first.getChildren().addAll(sidePanel, published, sheets, columns.menu(), freshHolder);
            second.getChildren().addAll(search, views, chips, Labels.gap(), freshness, shown, shape);
            getChildren().setAll(first, selected.ticked() ? bulk : second);
        }
    }

    void addFilter() {
        chips.add();
    }

    void focusSearch() {
        search.requestFocus();
    }
}
