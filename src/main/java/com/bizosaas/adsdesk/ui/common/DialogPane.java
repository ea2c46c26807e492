package com.bizosaas.adsdesk.ui.common;

import com.bizosaas.adsdesk.domain.Tenant;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One dialog as it is seen: head with the tenant's plate, body, foot with the way out and the primary action.
final class DialogPane extends OverlayPane {

    /// From this width on, the title and the tenant's plate have room beside each other.
    private static final double WIDE = 640;

    private final DialogForm form;
    private final Button primary;
    private final Button way = new Button();
    private final VBox body = new VBox();

    DialogPane(DialogForm form) {
        this.form = form;
        this.primary = Buttons.primary("", form::submit);
        getStyleClass().add("desk-dialog");
        setMinWidth(0);
        setPrefWidth(form.width());
        setMaxWidth(form.width());
        setMaxHeight(USE_PREF_SIZE);
        setTop(head());
        setCenter(scrolled());
        setBottom(foot());
        form.problemProperty().addListener((_, _, _) -> showProblem());
        showProblem();
        setAccessibleText(form.title());
    }

    @Override
    protected void gone() {
        form.gone();
    }

    @Override
    protected void focusFirst() {
        Node first = form.initialFocus();
        if (first != null) {
            first.requestFocus();
        } else if (form.isDanger() && !form.dismissal().isEmpty()) {
            way.requestFocus();
        } else {
            primary.requestFocus();
        }
    }

    /// In a narrow dialog the plate stands below the title, so that neither is cut.
    private Node head() {
        Tenant tenant = form.tenant();
        boolean beside = form.width() >= WIDE;
        Label title = Labels.wrapped(form.title(), "dialog-title");
        HBox line = new HBox(title, Labels.gap());
        if (tenant != null && beside) {
            title.setWrapText(false);
            line.getChildren().add(TenantPlate.of(tenant, form.places()));
        }
        if (canLeave()) {
            Button close = Buttons.icon(Icons.CLOSE, "Close", form::close);
            close.getStyleClass().add("small");
            line.getChildren().add(close);
        }
        line.getStyleClass().add("dialog-head");
        if (tenant == null || beside) {
            return line;
        }
        HBox plate = new HBox(TenantPlate.of(tenant, form.places()));
        plate.getStyleClass().add("dialog-whose");
        VBox titled = new VBox(line, plate);
        titled.getStyleClass().add("dialog-titled");
        return titled;
    }

    /// Some dialogs are left by their one button alone, for what they show is shown once.
    private boolean canLeave() {
        return !form.dismissal().isEmpty() || form.onlyCloses();
    }

    private ScrollPane scrolled() {
        body.getStyleClass().add("dialog-body");
        ScrollPane scroll = new ScrollPane(body) {
            // A scroll pane does not ask its content how high it gets at its width, and would cut wrapped text.
            @Override
            protected double computePrefHeight(double width) {
                return Math.ceil(body.prefHeight((width > 0 ? width : form.width()) - 2)) + 1;
            }
        };
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(form.givesWay());
        VBox.setVgrow(form.body(), Priority.ALWAYS);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    private HBox foot() {
        HBox foot = new HBox();
        foot.getStyleClass().add("dialog-foot");
        foot.getChildren().add(Labels.gap());
        if (!form.dismissal().isEmpty()) {
            way.setText(form.dismissal());
            way.getStyleClass().add("large");
            way.setCancelButton(false);
            way.setOnAction(_ -> form.close());
            foot.getChildren().add(way);
        }
        primary.textProperty().bind(form.actionProperty());
        primary.getStyleClass().add("large");
        primary.setId("dialog-primary");
        if (form.isDanger()) {
            primary.getStyleClass().remove("accent");
            primary.getStyleClass().add("danger-fill");
        }
        Buttons.withKey(primary, "Ctrl Enter");
        var reason = Bindings.createStringBinding(
                () -> form.busyProperty().get() ? "Wait until the last step has ended" : form.obstacleProperty().get(),
                form.busyProperty(), form.obstacleProperty());
        foot.getChildren().add(Tooltips.disabledBecause(primary, reason));
        return foot;
    }

    private void showProblem() {
        var problem = form.problemProperty().get();
        @Nullable
        Node banner = problem == null ? null : Banner.of(problem, null);
        if (banner == null) {
            body.getChildren().setAll(form.body());
        } else {
            body.getChildren().setAll(banner, form.body());
        }
    }

    /// Esc is the safe way out, Ctrl+Enter the primary action, wherever the focus is.
    @Override
    protected void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && canLeave()) {
            form.close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            form.submit();
            event.consume();
        }
    }
}
