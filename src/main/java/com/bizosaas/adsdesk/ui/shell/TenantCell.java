package com.bizosaas.adsdesk.ui.shell;

import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.service.TenantService;
import com.bizosaas.adsdesk.ui.common.Avatar;
import com.bizosaas.adsdesk.ui.common.Health;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Permits;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A tenant or a group's heading in the rail.
final class TenantCell extends ListCell<TenantRail.Item> {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final PseudoClass FOLDED = PseudoClass.getPseudoClass("folded");

    private final ShellModel model;
    private final ReadOnlyBooleanProperty folded;
    private final TenantRail.TenantActions actions;
    private final Avatar avatar = new Avatar(Avatar.Size.NORMAL);
    private final Label name = Labels.of("", "tenant-name");
    private final Label detail = Labels.of("", "tenant-detail");
    private final Label badge = Labels.whole("", "count-badge");
    private final VBox words = Labels.lines(name, detail);
    private final StackPane face = new StackPane(avatar);
    private final StackPane allFace = new StackPane(Icons.GRID.node("i16"));
    private final HBox row = new HBox();
    private final Label heading = Labels.of("", "rail-heading");
    private final Label count = Labels.of("", "rail-heading");
    private final HBox headingRow = new HBox(heading, Labels.gap(), count);
    private final Tooltip tooltip = new Tooltip();

    TenantCell(ShellModel model, ReadOnlyBooleanProperty folded, TenantRail.TenantActions actions,
            Consumer<Tenant> choose, Runnable chooseAll) {
        this.model = model;
        this.folded = folded;
        this.actions = actions;
        getStyleClass().add("tenant-cell");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        face.setMaxSize(28, 28);
        allFace.getStyleClass().add("all-face");
        row.getStyleClass().add("tenant-row");
        row.setMinWidth(0);
        row.setPrefWidth(1);
        headingRow.getStyleClass().add("rail-heading-row");
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && getItem() instanceof TenantRail.Item.Entry entry) {
                choose.accept(entry.row().tenant());
            } else if (event.getButton() == MouseButton.PRIMARY && getItem() instanceof TenantRail.Item.All) {
                chooseAll.run();
            }
        });
    }

    @Override
    protected void updateItem(TenantRail.Item item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        setContextMenu(null);
        setTooltip(null);
        pseudoClassStateChanged(CURRENT, false);
        pseudoClassStateChanged(HEADING, item instanceof TenantRail.Item.Heading);
        pseudoClassStateChanged(FOLDED, folded.get());
        switch (item) {
            case null -> setGraphic(null);
            case TenantRail.Item.Heading(String title, int howMany) -> {
                heading.setText(folded.get() ? "" : title);
                count.setText(folded.get() ? "" : Integer.toString(howMany));
                setAccessibleText(title + ", " + howMany);
                setGraphic(headingRow);
            }
            case TenantRail.Item.Entry(TenantRow shown) -> show(shown);
            case TenantRail.Item.All(int tenants, int alerts) -> showAll(tenants, alerts);
        }
    }

    private void showAll(int tenants, int alerts) {
        pseudoClassStateChanged(CURRENT, model.showsAll());
        name.setText("All tenants");
        detail.setText(tenants == 1 ? "1 tenant" : tenants + " tenants");
        badge.setText(Integer.toString(alerts));
        badge.getStyleClass().setAll("label", "count-badge");
        row.getChildren().setAll(allFace);
        if (!folded.get()) {
            row.getChildren().add(words);
            if (alerts > 0) {
                row.getChildren().add(badge);
            }
        }
        badge.setTranslateX(0);
        badge.setTranslateY(0);
        setGraphic(row);
        String told = "All tenants at once (Ctrl+0)" + (alerts == 0 ? "" : "\n" + alerts + " alerts");
        tooltip.setText(told);
        setTooltip(tooltip);
        setAccessibleText(told.replace('\n', ','));
    }

    private void show(TenantRow shown) {
        Tenant tenant = shown.tenant();
        Tenant current = model.tenantProperty().get();
        pseudoClassStateChanged(CURRENT, current != null && current.id().equals(tenant.id()));
        avatar.show(tenant, shown.health());
        name.setText(tenant.name());
        detail.setText(shown.detail());
        badge.setText(Integer.toString(shown.alerts().size()));
        badge.getStyleClass().setAll("label", "count-badge", shown.health() == Health.STOPPED ? "danger" : "warning");
        boolean alerts = !shown.alerts().isEmpty();
        if (folded.get()) {
            face.getChildren().setAll(avatar);
            if (alerts) {
                StackPane.setAlignment(badge, Pos.TOP_RIGHT);
                badge.setTranslateX(6);
                badge.setTranslateY(-6);
                face.getChildren().add(badge);
            }
            row.getChildren().setAll(face);
        } else {
            badge.setTranslateX(0);
            badge.setTranslateY(0);
            row.getChildren().setAll(avatar, words);
            if (alerts) {
                row.getChildren().add(badge);
            }
        }
        setGraphic(row);
        String told = tenant.name() + " — " + shown.health().words()
                + (alerts ? "\n" + String.join("\n", shown.alerts()) : "")
                + (folded.get() && !shown.detail().isEmpty() ? "\n" + shown.detail() : "");
        tooltip.setText(told);
        setTooltip(tooltip);
        setAccessibleText(told.replace('\n', ',') + ", " + shown.detail());
        setContextMenu(menu(tenant));
    }

    private ContextMenu menu(Tenant tenant) {
        MenuItem rename = new MenuItem("Rename…");
        rename.setOnAction(_ -> actions.rename().accept(tenant));
        MenuItem delete = new MenuItem("Delete…");
        delete.getStyleClass().add("danger");
        delete.setOnAction(_ -> actions.delete().accept(tenant));
        Permits permits = actions.permits();
        permits.needs(rename, TenantService.class, "update");
        permits.needs(delete, TenantService.class, "delete");
        return new ContextMenu(rename, delete, permits.reasonItem(TenantService.class, "update"));
    }

    @Override
    public String toString() {
        return "TenantCell[" + Objects.toString(getItem()) + "]";
    }
}
