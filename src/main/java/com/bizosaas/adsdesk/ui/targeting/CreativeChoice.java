package com.bizosaas.adsdesk.ui.targeting;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Creative;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.CreativeService;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The creatives of an account, to choose one. FX thread only.
public final class CreativeChoice extends VBox {

    private final ReadOnlyStringWrapper creative = new ReadOnlyStringWrapper(this, "creative", "");
    private final CreativeService creatives;
    private final TaskRunner tasks;
    private final ListView<Creative> list = new ListView<>();

    public CreativeChoice(DeskContext desk) {
        creatives = desk.services().creatives();
        tasks = desk.tasks();
        getStyleClass().add("creative-choice");
        list.setCellFactory(_ -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable Creative item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : item.name());
            }
        });
        list.getSelectionModel().selectedItemProperty()
                .addListener((_, _, now) -> creative.set(now == null ? "" : now.id().value()));
        setVgrow(list, Priority.ALWAYS);
        getChildren().add(list);
    }

    /// @param selectedCreativeId empty for none
    public void show(TenantId tenant, AdAccountId account, String selectedCreativeId) {
        list.setPlaceholder(new Label("Reading the creatives…"));
        tasks.call(() -> creatives.creatives(tenant, account)).onSuccess(read -> {
            list.setPlaceholder(new Label("This account has no creatives yet"));
            list.getItems().setAll(read.value());
            read.value().stream().filter(one -> one.id().value().equals(selectedCreativeId)).findFirst()
                    .ifPresent(list.getSelectionModel()::select);
        }).onError(thrown -> list.setPlaceholder(new Label(Problems.of(thrown).title()))).start();
    }

    /// The id of the chosen creative, empty for none.
    public ReadOnlyStringProperty creativeProperty() {
        return creative.getReadOnlyProperty();
    }
}
