package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.domain.Person;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.service.PersonService.Listed;
import com.bizosaas.adsdesk.service.PersonService;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Dialogs.Question;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Notifier;
import com.bizosaas.adsdesk.ui.common.Permits;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Who works at this desk and as what. Everybody sees it; an administrator changes it. FX thread only.
final class PersonsCard {

    private static final String ADMINISTRATORS = "Only an administrator manages persons";

    private record Facts(Person current, List<Listed> persons) {
    }

    private final PersonService service;
    private final TaskRunner tasks;
    private final Notifier notifier;
    private final Dialogs dialogs;
    private final VBox rows = new VBox();
    private final StringProperty obstacle = new SimpleStringProperty(this, "obstacle", "The list is being read");
    private final VBox card;
    private int readings;

    PersonsCard(PersonService service, TaskRunner tasks, Notifier notifier, Dialogs dialogs) {
        this.service = service;
        this.tasks = tasks;
        this.notifier = notifier;
        this.dialogs = dialogs;
        Button add = Buttons.secondary("Add person…", Icons.ADD, () -> new PersonDialog(service, tasks, notifier, null)
                .open(dialogs));
        add.setId("add-person");
        card = Cards.card("Persons", List.of(rows), Tooltips.disabledBecause(add, obstacle));
        card.setId("persons");
    }

    Node view() {
        return card;
    }

    void reload() {
        int mine = ++readings;
        tasks.call(() -> new Facts(service.current(), service.persons())).onSuccess(read -> {
            if (mine == readings) {
                show(read);
            }
        }).onError(thrown -> {
            Problem problem = Problems.of(thrown);
            rows.getChildren().setAll(words(Labels.wrapped(problem.title() + ". " + problem.remedy(), "error-hint")));
        }).start();
    }

    private void show(Facts facts) {
        obstacle.set(facts.current.role().includes(Role.ADMINISTRATOR) ? "" : ADMINISTRATORS);
        rows.getChildren().setAll(facts.persons.stream().map(each -> row(each, facts.current)).toList());
    }

    private HBox row(Listed listed, Person current) {
        Person person = listed.person();
        boolean self = person.id().equals(current.id());
        Label name = Labels.of(person.name());
        name.setMinWidth(60);
        Label hint = Labels.of(self
                ? "At the desk now"
                : listed.canOpen() ? "" : "Needs a new passphrase", listed.canOpen() ? "hint" : "error-hint");
        VBox words = new VBox(name);
        if (!hint.getText().isEmpty()) {
            words.getChildren().add(hint);
        }
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(words, roles(person), menu(listed, self));
        row.getStyleClass().add("setting");
        row.setId("person-" + person.id());
        return row;
    }

    private Node roles(Person person) {
        ComboBox<Role> roles = new ComboBox<>();
        roles.getItems().setAll(Role.values());
        roles.setValue(person.role());
        roles.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Role role) {
                return role == null ? "" : role.title();
            }

            @Override
            public Role fromString(String text) {
                throw new UnsupportedOperationException("The list cannot be typed in");
            }
        });
        roles.setId("role-" + person.id());
        roles.setPrefWidth(150);
        roles.setAccessibleText("Role of " + person.name());
        roles.valueProperty().addListener((_, _, now) -> {
            if (now != person.role()) {
                change(() -> service.changeRole(person.id(), now), person.name() + ": " + now.title());
            }
        });
        return Tooltips.disabledBecause(roles, obstacle);
    }

    private Node menu(Listed listed, boolean self) {
        Person person = listed.person();
        MenuItem rename = new MenuItem("Rename…");
        rename.setOnAction(_ -> new PersonDialog(service, tasks, notifier, person).open(dialogs));
        MenuItem passphrase = new MenuItem("Give a new passphrase…");
        passphrase.setOnAction(_ -> PersonDialog.passphrase(service, tasks, notifier, person).open(dialogs));
        MenuItem remove = new MenuItem("Remove…");
        remove.setOnAction(_ -> dialogs.ask(Question.danger(null, "Remove " + person.name() + "?",
                "Their passphrase opens this desk no more. What they did stays in the audit log. If they may have kept a copy "
                        + "of the data folder, make new keys afterwards.",
                "Remove " + person.name()), () -> change(() -> {
                    service.remove(person.id());
                    return person;
                }, person.name() + " removed")));
        ContextMenu menu = new ContextMenu(rename, passphrase, remove, Permits.reasonItem(obstacle.get()));
        Button more = Buttons.icon(Icons.MORE, "More for " + person.name(), () -> {
        });
        more.setOnAction(_ -> menu.show(more, Side.BOTTOM, 0, 0));
        more.setContextMenu(menu);
        more.setId("more-" + person.id());
        boolean administrator = obstacle.get().isEmpty();
        rename.setDisable(!administrator && !self);
        passphrase.setDisable(!administrator || self);
        remove.setDisable(!administrator || self);
        return more;
    }

    private void change(Callable<Person> step, String done) {
        tasks.call(step).onSuccess(_ -> notifier.done(done, null))
                .onError(thrown -> notifier.failed(Problems.of(thrown))).andFinally(this::reload).start();
    }

    private static VBox words(Label label) {
        VBox words = new VBox(label);
        words.getStyleClass().add("setting-words");
        return words;
    }
}
