package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.domain.AccountImage;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.SearchField;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Images of the account's library to choose from. FX thread only.
final class LibraryDialog {

    private static final int HEIGHT = 380;

    private final Launching launching;
    private final Plan plan;
    private final TenantId tenant;
    private final AdAccountId account;
    private final ListView<AccountImage> list = new ListView<>();
    private final Label placeholder = Labels.wrapped("Reading the account's images…", "t12", "muted");
    private List<AccountImage> all = List.of();

    LibraryDialog(Launching launching, Plan plan, boolean many) {
        this.launching = launching;
        this.plan = plan;
        this.tenant = plan.tenant().id();
        this.account = plan.accountId();
        list.setId("library-images");
        list.setAccessibleText("Images of the account");
        list.setPrefHeight(HEIGHT);
        list.setPlaceholder(placeholder);
        list.getSelectionModel().setSelectionMode(many ? SelectionMode.MULTIPLE : SelectionMode.SINGLE);
        list.setCellFactory(_ -> new Cell());
    }

    void open(Consumer<List<AccountImage>> chosen) {
        SearchField search = new SearchField("Name", "");
        search.textProperty().addListener((_, _, now) -> fill(now));
        DialogForm form = new DialogForm("Images of the account", plan.tenant(), new VBox(8, search, list),
                "Use them").in(plan.account()).initialFocus(search.field());
        form.obstacleProperty().bind(Bindings.createStringBinding(
                () -> list.getSelectionModel().getSelectedItems().isEmpty() ? "Choose one first" : "",
                list.getSelectionModel().getSelectedItems()));
        form.onSubmit(() -> {
            List<AccountImage> picked = List.copyOf(list.getSelectionModel().getSelectedItems());
            form.close();
            chosen.accept(picked);
        });
        launching.desk().dialogs().show(form);
        launching.tasks().call(() -> launching.service().library(tenant, account)).onSuccess(read -> {
            all = read;
            placeholder.setText(read.isEmpty() ? "This account has no images yet" : "None has this in its name");
            fill(search.textProperty().get());
        }).onError(thrown -> {
            placeholder.setText(Problems.of(thrown).title() + ". " + Problems.of(thrown).remedy());
        }).start();
    }

    private void fill(String asked) {
        String wanted = asked.strip().toLowerCase(Locale.ROOT);
        list.getItems()
                .setAll(all.stream().filter(one -> one.name().toLowerCase(Locale.ROOT).contains(wanted)).toList());
    }

    private final class Cell extends ListCell<AccountImage> {

        private final Thumb picture = new Thumb(56, 56);
        private final Label name = Labels.of("", "t12", "weight-medium");
        private final Label size = Labels.of("", "t11", "muted");
        private final HBox row = new HBox(12, picture, Labels.lines(name, size));

        Cell() {
            row.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable AccountImage item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty || item == null ? null : row);
            if (item != null && !empty) {
                name.setText(Labels.isolated(item.name()));
                size.setText(item.width() + " × " + item.height());
                setAccessibleText(item.name());
                picture.show(java.util.Optional.empty());
                launching.pictures().load(tenant, account, item.hash(), found -> {
                    if (item.equals(getItem())) {
                        picture.show(found);
                    }
                });
            }
        }
    }
}
