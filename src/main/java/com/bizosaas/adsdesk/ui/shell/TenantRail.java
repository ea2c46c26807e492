package com.bizosaas.adsdesk.ui.shell;

import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.service.TenantService;
import com.bizosaas.adsdesk.ui.common.BrandMark;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Permits;
import com.bizosaas.adsdesk.ui.common.SearchField;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The tenants at the left edge, in two groups, with a search field; folded it is a column of avatars.
final class TenantRail extends VBox {

    /// A line of the list: a group's heading or a tenant.
    sealed interface Item {
        record Heading(String words, int count) implements Item {
        }

        record Entry(TenantRow row) implements Item {
        }

        /// All tenants at once.
        record All(int tenants, int alerts) implements Item {
        }
    }

    private static final PseudoClass FOLDED = PseudoClass.getPseudoClass("folded");

    private final ShellModel model;
    private final BooleanProperty folded = new SimpleBooleanProperty(this, "folded", false);
    private final SearchField search = new SearchField("Find tenant", "Ctrl T");
    private final ObservableList<Item> items = FXCollections.observableArrayList();
    private final ListView<Item> list = new ListView<>(items);
    private final Runnable unfold;

    /// @param unfold asks the window to unfold the rail, when a search begins
    TenantRail(ShellModel model, TenantActions actions, Runnable unfold, Runnable toggle) {
        this.model = model;
        this.unfold = unfold;
        getStyleClass().add("rail");
        setId("rail");
        list.getStyleClass().add("tenants");
        list.setAccessibleText("Tenants");
        list.setCellFactory(_ -> new TenantCell(model, folded, actions, this::choose, this::chooseAll));
        list.setPlaceholder(Labels.wrapped("", "caption"));
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox.setMargin(search, new javafx.geometry.Insets(0, 12, 8, 12));
        Button find = Buttons.icon(Icons.SEARCH, "Find tenant (Ctrl+T)", this::focusSearch);
        find.getStyleClass().add("rail-find");
        find.visibleProperty().bind(folded);
        find.managedProperty().bind(folded);
        search.visibleProperty().bind(folded.not());
        search.managedProperty().bind(folded.not());
        getChildren().addAll(brand(toggle), search, find, list, addButton(actions));
        folded.addListener((_, _, now) -> {
            pseudoClassStateChanged(FOLDED, now);
            if (now) {
                search.textProperty().set("");
            }
            list.refresh();
        });
        search.textProperty().addListener((_, _, _) -> fill());
        search.field().addEventFilter(KeyEvent.KEY_PRESSED, this::onSearchKey);
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            Item item = list.getSelectionModel().getSelectedItem();
            // With Ctrl it belongs to the tab in view.
            boolean chosen = event.getCode() == KeyCode.ENTER && !event.isShortcutDown();
            if (chosen && item instanceof Item.Entry entry) {
                choose(entry.row().tenant());
                event.consume();
            } else if (chosen && item instanceof Item.All) {
                chooseAll();
                event.consume();
            }
        });
        model.rows().addListener((ListChangeListener<TenantRow>) _ -> fill());
        model.tenantProperty().addListener((_, _, _) -> list.refresh());
        model.allProperty().addListener((_, _, _) -> list.refresh());
        fill();
    }

    BooleanProperty foldedProperty() {
        return folded;
    }

    void focusSearch() {
        unfold.run();
        search.requestFocus();
    }

    void focusList() {
        list.requestFocus();
    }

    private HBox brand(Runnable toggle) {
        VBox words = Labels.lines(Labels.of("Ads Desk", "brand-name"), Labels.of("by BizOSaaS", "brand-by"));
        words.visibleProperty().bind(folded.not());
        words.managedProperty().bind(folded.not());
        Button fold = Buttons.icon(Icons.FOLD, "Fold or unfold the tenants (Ctrl+B)", toggle);
        fold.getStyleClass().add("small");
        fold.visibleProperty().bind(folded.not());
        fold.managedProperty().bind(folded.not());
        Region gap = Labels.gap();
        gap.managedProperty().bind(folded.not());
        HBox brand = new HBox(new BrandMark(24), words, gap, fold);
        brand.getStyleClass().add("brand");
        return brand;
    }

    private Node addButton(TenantActions actions) {
        Button add = Buttons.flat("Add tenant", Icons.ADD, actions.create());
        add.getStyleClass().add("rail-add");
        add.setId("add-tenant");
        add.setMaxWidth(Double.MAX_VALUE);
        Tooltips.show(add, "Add a tenant: a client whose ads you run");
        folded.addListener((_, _, now) -> add
                .setContentDisplay(now ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
        return actions.permits().needs(add, TenantService.class, "create");
    }

    private void fill() {
        String wanted = search.textProperty().get().strip().toLowerCase(Locale.getDefault());
        List<TenantRow> found = model.rows().stream()
                .filter(row -> row.tenant().name().toLowerCase(Locale.getDefault()).contains(wanted)).toList();
        List<TenantRow> urgent = found.stream().filter(TenantRow::needsAttention).toList();
        List<TenantRow> calm = found.stream().filter(row -> !row.needsAttention()).toList();
        List<Item> fresh = new ArrayList<>();
        if (wanted.isEmpty() && !found.isEmpty()) {
            fresh.add(new Item.All(found.size(), found.stream().mapToInt(row -> row.alerts().size()).sum()));
        }
        add(fresh, "Needs attention", urgent);
        add(fresh, "On track", calm);
        items.setAll(fresh);
        ((javafx.scene.control.Label) list.getPlaceholder())
                .setText(model.rows().isEmpty() ? "" : "No tenant is called “" + wanted + "”");
    }

    private static void add(List<Item> items, String heading, List<TenantRow> rows) {
        if (!rows.isEmpty()) {
            items.add(new Item.Heading(heading, rows.size()));
            rows.forEach(row -> items.add(new Item.Entry(row)));
        }
    }

    private void onSearchKey(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN) {
            list.requestFocus();
            list.getSelectionModel().select(Math.min(1, items.size() - 1));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            items.stream().filter(Item.Entry.class::isInstance).map(Item.Entry.class::cast).findFirst()
                    .ifPresent(entry -> choose(entry.row().tenant()));
            event.consume();
        }
    }

    private void choose(Tenant tenant) {
        search.textProperty().set("");
        model.select(tenant);
    }

    private void chooseAll() {
        search.textProperty().set("");
        model.selectAll();
    }

    /// What can be done to tenants from the rail.
    record TenantActions(Runnable create, Consumer<Tenant> rename, Consumer<Tenant> delete, Permits permits) {
    }
}
