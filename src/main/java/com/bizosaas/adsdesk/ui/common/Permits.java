package com.bizosaas.adsdesk.ui.common;

import com.bizosaas.adsdesk.domain.Person;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.service.DeskEvent;
import com.bizosaas.adsdesk.service.DeskEvents;
import com.bizosaas.adsdesk.service.Permit;
import com.bizosaas.adsdesk.service.PersonService;
import com.bizosaas.adsdesk.service.Subscription;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;

/// Greys what the person at the desk may not do, with the reason. What a control needs is what the service behind it
/// [com.bizosaas.adsdesk.service.Needs], so panes and services cannot disagree. It follows a change of role. FX thread only.
public final class Permits {

    private static final double WIDEST = 280;
    private static final ObservableValue<String> NOTHING = new SimpleStringProperty("");

    private final ReadOnlyObjectWrapper<Role> role = new ReadOnlyObjectWrapper<>(this, "role", Role.VIEWER);
    private final PersonService persons;
    private final TaskRunner tasks;

    public Permits(PersonService persons, TaskRunner tasks) {
        this.persons = persons;
        this.tasks = tasks;
        read();
    }

    /// Follows a change of the person's role until the subscription ends.
    public Subscription follow(DeskEvents events) {
        return events.subscribe(event -> {
            if (event instanceof DeskEvent.PersonsChanged) {
                tasks.onFxThread(this::read);
            }
        });
    }

    /// Until it was read, and where it cannot be, the least.
    private void read() {
        tasks.call(persons::current).onSuccess((Person person) -> role.set(person.role()))
                .onError(_ -> role.set(Role.VIEWER)).start();
    }

    public ReadOnlyObjectProperty<Role> roleProperty() {
        return role.getReadOnlyProperty();
    }

    /// Why the person may not call this; empty where they may.
    ///
    /// @param method of the service; of several with the name, the one that needs most counts
    /// @throws IllegalArgumentException if the service has no such method
    public String reason(Class<?> service, String method) {
        return reason(needed(service, method));
    }

    public String reason(Role needed) {
        return Permit.reason(role.get(), needed).orElse("");
    }

    public ObservableValue<String> obstacle(Class<?> service, String method) {
        return obstacle(needed(service, method));
    }

    public ObservableValue<String> obstacle(Role needed) {
        return obstacle(needed, NOTHING);
    }

    /// The role's reason first, then another one.
    public ObservableValue<String> obstacle(Role needed, ObservableValue<String> other) {
        return Bindings.createStringBinding(() -> {
            String reason = reason(needed);
            return reason.isEmpty() ? other.getValue() : reason;
        }, role, other);
    }

    /// Disables the control for those who may not call the method, with the reason on hover.
    ///
    /// @return the node to lay out in place of the control
    public Node needs(Node control, Class<?> service, String method) {
        return needs(control, needed(service, method), NOTHING);
    }

    /// @param other another reason against it, empty while there is none
    public Node needs(Node control, Class<?> service, String method, ObservableValue<String> other) {
        return needs(control, needed(service, method), other);
    }

    public Node needs(Node control, Role needed) {
        return needs(control, needed, NOTHING);
    }

    private Node needs(Node control, Role needed, ObservableValue<String> other) {
        return Tooltips.disabledBecause(control, obstacle(needed, other));
    }

    /// Disables an entry of a menu. Menus have no tooltips: put [#reasonItem] at their end.
    public void needs(MenuItem item, Class<?> service, String method) {
        item.disableProperty().bind(obstacle(service, method).map(reason -> !reason.isEmpty()));
    }

    /// A last line of a menu that says why its entries are grey; invisible where they are not.
    public MenuItem reasonItem(Class<?> service, String method) {
        MenuItem item = reasonItem(reason(service, method));
        Label words = (Label) ((CustomMenuItem) item).getContent();
        ObservableValue<String> obstacle = obstacle(service, method);
        words.textProperty().bind(obstacle);
        item.visibleProperty().bind(obstacle.map(reason -> !reason.isEmpty()));
        return item;
    }

    /// The same for a reason that is known.
    public static MenuItem reasonItem(String reason) {
        Label words = Labels.wrapped(reason, "hint");
        words.setMaxWidth(WIDEST);
        words.setPrefWidth(WIDEST);
        CustomMenuItem item = new CustomMenuItem(words, false);
        item.setDisable(true);
        item.getStyleClass().add("menu-reason");
        item.setVisible(!reason.isEmpty());
        return item;
    }

    private static Role needed(Class<?> service, String method) {
        return Arrays.stream(service.getMethods()).filter(one -> one.getName().equals(method))
                .map((Method one) -> Permit.needed(service, one)).max(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalArgumentException(service.getSimpleName() + " has no " + method));
    }
}
