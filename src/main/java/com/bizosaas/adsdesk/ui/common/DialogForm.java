package com.bizosaas.adsdesk.ui.common;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.service.Problem;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// What a dialog with input holds: its head, its body, and one primary action. It stays open after the action until
/// [#close()], so that a refusal can be shown where the input is. FX thread only.
public final class DialogForm {

    private final String title;
    private final @Nullable Tenant tenant;
    private List<String> places = List.of();
    private final Node body;
    private final StringProperty action = new SimpleStringProperty(this, "action", "");
    private final StringProperty obstacle = new SimpleStringProperty(this, "obstacle", "");
    private final BooleanProperty busy = new SimpleBooleanProperty(this, "busy", false);
    private final ObjectProperty<@Nullable Problem> problem = new SimpleObjectProperty<>(this, "problem", null);
    private boolean danger;
    private boolean givesWay;
    private boolean onlyCloses;
    private String dismissal = "Cancel";
    private double width = 520;
    private @Nullable Node initialFocus;
    private Runnable submit = () -> {
    };
    private Runnable closed = () -> {
    };
    private Runnable closer = () -> {
    };

    /// @param tenant whose ads or data it is about; its plate stands in the head
    /// @param action what the primary button does, in words
    public DialogForm(String title, @Nullable Tenant tenant, Node body, String action) {
        this.title = title;
        this.tenant = tenant;
        this.body = body;
        this.action.set(action);
    }

    public String title() {
        return title;
    }

    public @Nullable Tenant tenant() {
        return tenant;
    }

    /// The ad account that the dialog acts in; its name and id stand beside the tenant's name.
    public DialogForm in(@Nullable AdAccount where) {
        return in(where == null ? List.of() : List.of(Labels.place(where)));
    }

    /// The same for several.
    ///
    /// @param where what [Labels#place] says of each account
    public DialogForm in(List<String> where) {
        places = List.copyOf(where);
        return this;
    }

    public List<String> places() {
        return places;
    }

    public Node body() {
        return body;
    }

    public StringProperty actionProperty() {
        return action;
    }

    /// Why the primary button cannot be used; empty when it can.
    public StringProperty obstacleProperty() {
        return obstacle;
    }

    /// While true nothing can be pressed but the way out.
    public BooleanProperty busyProperty() {
        return busy;
    }

    /// Shown as a banner above the body; null hides it.
    public ObjectProperty<@Nullable Problem> problemProperty() {
        return problem;
    }

    public boolean isDanger() {
        return danger;
    }

    public DialogForm danger() {
        danger = true;
        return this;
    }

    boolean givesWay() {
        return givesWay;
    }

    /// In a low window the body gets lower, down to its least height, before it is scrolled: for a body with a list that
    /// scrolls by itself.
    public DialogForm givingWay() {
        givesWay = true;
        return this;
    }

    public double width() {
        return width;
    }

    /// In pixels at normal text size; dialogs keep their size whatever the window's.
    public DialogForm width(double pixels) {
        width = pixels;
        return this;
    }

    public String dismissal() {
        return dismissal;
    }

    /// The words on the way out, "Cancel" unless said otherwise; empty for a dialog with the primary button alone.
    public DialogForm dismissal(String words) {
        dismissal = words;
        return this;
    }

    boolean onlyCloses() {
        return onlyCloses;
    }

    /// A dialog to look at: its one button closes it, and so does Esc.
    public DialogForm onlyClosing() {
        onlyCloses = true;
        dismissal = "";
        return onSubmit(this::close);
    }

    public @Nullable Node initialFocus() {
        return initialFocus;
    }

    public DialogForm initialFocus(Node node) {
        initialFocus = node;
        return this;
    }

    /// Called for the primary button and Ctrl+Enter, when nothing stands against it.
    public DialogForm onSubmit(Runnable handler) {
        submit = handler;
        return this;
    }

    /// Called once when the dialog goes, however it goes.
    public DialogForm onClosed(Runnable handler) {
        closed = handler;
        return this;
    }

    /// Presses the primary button, as the operator does.
    public void submit() {
        if (obstacle.get().isEmpty() && !busy.get()) {
            submit.run();
        }
    }

    public void close() {
        closer.run();
    }

    /// For whoever shows the form.
    void shown(Runnable howToClose) {
        closer = howToClose;
    }

    void gone() {
        closed.run();
    }
}
