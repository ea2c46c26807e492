package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.domain.Person;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.service.PersonService;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Notifier;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.SecretField;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.util.Arrays;
import java.util.concurrent.Callable;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Adds a person, renames one, or gives one a new passphrase. FX thread only.
final class PersonDialog {

    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private enum What {
        ADD, RENAME, PASSPHRASE
    }

    private final PersonService service;
    private final TaskRunner tasks;
    private final Notifier notifier;
    private final @Nullable Person person;
    private final What what;
    private final TextField name = new TextField();
    private final SecretField passphrase = new SecretField();
    private final SecretField again = new SecretField();
    private final ToggleGroup roles = new ToggleGroup();
    private final Label nameMessage = message("name");
    private final Label passphraseMessage = message("passphrase");
    private final DialogForm form;

    /// @param person whose name is changed; null for a new one
    PersonDialog(PersonService service, TaskRunner tasks, Notifier notifier, @Nullable Person person) {
        this(service, tasks, notifier, person, person == null ? What.ADD : What.RENAME);
    }

    /// Gives somebody a new passphrase.
    static PersonDialog passphrase(PersonService service, TaskRunner tasks, Notifier notifier, Person person) {
        return new PersonDialog(service, tasks, notifier, person, What.PASSPHRASE);
    }

    private PersonDialog(PersonService service, TaskRunner tasks, Notifier notifier, @Nullable Person person,
            What what) {
        this.service = service;
        this.tasks = tasks;
        this.notifier = notifier;
        this.person = person;
        this.what = what;
        String who = person == null ? "" : person.name();
        name.setText(who);
        dress(name, "person-name", "Name");
        dress(passphrase, "person-passphrase", "Passphrase");
        dress(again, "person-again", "The same again");
        name.textProperty().addListener((_, _, _) -> mark(name, nameMessage, ""));
        passphrase.editsProperty().addListener((_, _, _) -> mark(passphrase, passphraseMessage, ""));
        VBox body = new VBox(14);
        if (what != What.PASSPHRASE) {
            body.getChildren().add(new VBox(4, Labels.of("Name", "field-label"), name, nameMessage));
        }
        if (what == What.ADD) {
            body.getChildren().add(roles());
        }
        if (what != What.RENAME) {
            body.getChildren().addAll(
                    new VBox(4, Labels.of("Passphrase", "field-label"), passphrase, passphraseMessage),
                    new VBox(4, Labels.of("The same again", "field-label"), again),
                    Labels.wrapped("It says who is at the desk. Tell it to nobody else; they can change it later.",
                            "hint"));
        }
        form = new DialogForm(switch (what) {
            case ADD -> "Add a person";
            case RENAME -> "Rename " + who;
            case PASSPHRASE -> "New passphrase for " + who;
        }, null, body, switch (what) {
            case ADD -> "Add person";
            case RENAME -> "Rename";
            case PASSPHRASE -> "Give this passphrase";
        }).width(440).initialFocus(what == What.PASSPHRASE ? passphrase : name).onSubmit(this::submit)
                .onClosed(() -> {
                    passphrase.clear();
                    again.clear();
                });
    }

    void open(Dialogs dialogs) {
        dialogs.show(form);
    }

    private Node roles() {
        VBox box = new VBox(6, Labels.of("Role", "field-label"));
        for (Role role : Role.values()) {
            RadioButton button = new RadioButton(role.title() + " – " + role.may());
            button.setUserData(role);
            button.setToggleGroup(roles);
            button.setId("new-role-" + role.name());
            button.setSelected(role == Role.PUBLISHER);
            box.getChildren().add(button);
        }
        return box;
    }

    private void submit() {
        if (what != What.PASSPHRASE && name.getText().isBlank()) {
            mark(name, nameMessage, "The name is missing. Type it as it shall stand in the audit log.");
            return;
        }
        if (what != What.RENAME && passphrase.length() == 0) {
            mark(passphrase, passphraseMessage, "The passphrase is missing. A few random words are best.");
            return;
        }
        if (what != What.RENAME && !passphrase.sameAs(again)) {
            mark(passphrase, passphraseMessage, "The two passphrases differ. Type the same one twice.");
            return;
        }
        char[] typed = passphrase.characters();
        String named = name.getText().strip();
        form.problemProperty().set(null);
        form.busyProperty().set(true);
        tasks.call(step(named, typed)).onSuccess(done -> {
            form.busyProperty().set(false);
            form.close();
            notifier.done(switch (what) {
                case ADD -> done.name() + " added";
                case RENAME -> "Renamed to " + done.name();
                case PASSPHRASE -> "New passphrase for " + done.name();
            }, null);
        }).onError(thrown -> {
            form.busyProperty().set(false);
            refused(Problems.of(thrown));
        }).andFinally(() -> Arrays.fill(typed, '\0')).start();
    }

    private Callable<Person> step(String named, char[] typed) {
        Person whose = person;
        if (whose == null) {
            Role role = (Role) roles.getSelectedToggle().getUserData();
            return () -> service.add(named, role, typed);
        }
        if (what == What.RENAME) {
            return () -> service.rename(whose.id(), named);
        }
        return () -> {
            service.givePassphrase(whose.id(), typed);
            return whose;
        };
    }

    private void refused(Problem problem) {
        String words = problem.title() + ". " + problem.remedy();
        switch (problem.field()) {
            case "name" -> mark(name, nameMessage, words);
            case "passphrase" -> mark(passphrase, passphraseMessage, words);
            default -> form.problemProperty().set(problem);
        }
    }

    private void dress(Node field, String id, String title) {
        field.setId(id);
        field.setAccessibleText(title);
        field.getStyleClass().add("large");
    }

    private static Label message(String name) {
        Label message = Labels.wrapped("", "error-hint");
        message.setId("message-person-" + name);
        message.setGraphic(Icons.ERROR.node("i12", "danger"));
        message.setVisible(false);
        message.managedProperty().bind(message.visibleProperty());
        return message;
    }

    private static void mark(Node field, Label message, String words) {
        field.pseudoClassStateChanged(DANGER, !words.isEmpty());
        message.setText(words);
        message.setVisible(!words.isEmpty());
    }
}
