package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.service.ApiKey;
import com.bizosaas.adsdesk.service.LocalApiService.Status;
import com.bizosaas.adsdesk.service.LocalApiService.Wanted;
import com.bizosaas.adsdesk.service.LocalApiService;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.TenantService;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Dialogs.Question;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Notifier;
import com.bizosaas.adsdesk.ui.common.Permits;
import com.bizosaas.adsdesk.ui.common.Pill;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.Switch;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Switching the local API on and off, its port, where it answers, and the keys to it. FX thread only.
final class ApiView {

    private record Facts(Wanted wanted, Status status, String keyFile, List<ApiKey> keys) {
    }

    private final LocalApiService service;
    private final TaskRunner tasks;
    private final Notifier notifier;
    private final Permits permits;
    private final Switch on = new Switch("Local API");
    private final TextField port = new TextField();
    private final SettingRow portRow;
    private final Label address = Labels.wrapped("", "mono");
    private final Label keyFile = Labels.wrapped("", "mono");
    private final HBox addressLine;
    private final StackPane state = new StackPane();
    private final VBox keys = new VBox();
    private final Cards view;
    private Wanted stored = new Wanted(false, 0);
    private int readings;

    ApiView(LocalApiService service, TenantService tenants, TaskRunner tasks, Notifier notifier, Dialogs dialogs,
            Consumer<String> copy,
            Permits permits) {
        this.service = service;
        this.permits = permits;
        this.tasks = tasks;
        this.notifier = notifier;
        on.setId("api-on");
        on.setOnAction(_ -> save(new Wanted(on.isSelected(), stored.port())));
        port.setId("api-port");
        port.setAccessibleText("Port");
        port.setOnAction(_ -> commitPort());
        port.focusedProperty().addListener((_, _, now) -> {
            if (!now) {
                commitPort();
            }
        });
        portRow = new SettingRow("Port", "On this computer only (127.0.0.1); 0 takes any free one",
                permits.needs(port, LocalApiService.class, "save"), port, 120);
        address.setId("api-address");
        keyFile.setId("api-key-file");
        Button copyAddress = Buttons.icon(Icons.COPY, "Copy the address", () -> copied(copy, address.getText()));
        copyAddress.setId("copy-api-address");
        Button copyPath = Buttons.icon(Icons.COPY, "Copy the path of the key file",
                () -> copied(copy, keyFile.getText()));
        copyPath.setId("copy-api-key-file");
        Button rotate = Buttons.secondary("New key…", Icons.KEY, () -> dialogs.ask(Question.plain(null,
                "Make a new key?",
                "Programs that use the key of the key file are turned away until they read it again.",
                "Make a new key"), this::rotate));
        rotate.setId("rotate-api-key");
        StackPane.setAlignment(on, Pos.CENTER_RIGHT);
        Button issue = Buttons.secondary("Issue a key…", Icons.ADD, () -> tasks.call(tenants::tenants)
                .onSuccess(all -> new ApiKeyDialog(service, all, tasks, dialogs, copy).open())
                .onError(thrown -> notifier.failed(Problems.of(thrown))).start());
        issue.setId("issue-api-key");
        HBox buttons = new HBox(8, permits.needs(issue, LocalApiService.class, "issue"),
                permits.needs(rotate, LocalApiService.class, "rotate"));
        buttons.getStyleClass().add("setting-buttons");
        addressLine = line("Address", address, copyAddress);
        VBox access = Cards.card("Local API", List.of(
                new SettingRow("Let programs on this computer use the desk",
                        "Off unless you switch it on. The same rules, journal and audit log apply.",
                        permits.needs(on, LocalApiService.class, "save"), on, 120),
                portRow, addressLine), state);
        VBox secrets = Cards.card("Keys", List.of(line("Key file", keyFile, copyPath), keys, buttons));
        Label words = Labels.wrapped("The key file is readable by you alone and opens everything; an issued key opens "
                + "what its role and its clients allow. Whoever holds a key acts as the person at the desk; the audit log "
                + "names the key.", "muted");
        VBox explained = new VBox(words);
        explained.getStyleClass().add("setting-words");
        view = new Cards(new VBox(access), new VBox(secrets, Cards.card("What a key opens", List.of(explained))));
    }

    Node view() {
        return view;
    }

    private static HBox line(String title, Label text, Button copy) {
        text.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(8, new VBox(2, Labels.of(title, "weight-medium"), text), Labels.gap(), copy);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("setting");
        return line;
    }

    private void copied(Consumer<String> copy, String text) {
        copy.accept(text);
        notifier.done("Copied", null);
    }

    void reload() {
        int mine = ++readings;
        tasks.call(() -> new Facts(service.wanted(), service.status(), service.keyFile().toString(), service.keys()))
                .onSuccess(read -> {
                    if (mine == readings) {
                        show(read);
                    }
                }).onError(thrown -> notifier.failed(Problems.of(thrown))).start();
    }

    private void show(Facts facts) {
        stored = facts.wanted;
        on.setSelected(facts.wanted.on());
        if (!port.isFocused()) {
            port.setText(Integer.toString(facts.wanted.port()));
        }
        Problem problem = facts.status.problem();
        portRow.refuse(problem);
        String url = facts.status.url();
        address.setText(url == null ? "" : url);
        addressLine.setVisible(url != null);
        addressLine.setManaged(url != null);
        state.getChildren().setAll(url != null
                ? new Pill("On", Icons.DOT, Pill.Tone.OK)
                : problem != null
                        ? new Pill("Not running", Icons.ERROR, Pill.Tone.DANGER)
                        : new Pill("Off", Icons.RING, Pill.Tone.OFF));
        keyFile.setText(facts.keyFile);
        keys.getChildren().setAll(facts.keys.stream().filter(key -> !key.id().equals(ApiKey.OWN)).map(this::row)
                .toList());
    }

    private HBox row(ApiKey key) {
        Button end = Buttons.link("End", () -> run(() -> service.revoke(key.id()), "“" + key.name() + "” opens nothing "
                + "any more"));
        end.setId("end-" + key.id());
        Node ending = permits.needs(end, LocalApiService.class, "revoke");
        String clients = key.opensAll()
                ? "all clients"
                : key.tenants().size() == 1 ? "1 client" : key.tenants().size() + " clients";
        HBox row = new HBox(8, new VBox(Labels.of(key.name(), "weight-medium"),
                Labels.of(key.role().title() + " · " + clients, "hint")), Labels.gap(), ending);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("setting");
        return row;
    }

    private void commitPort() {
        String typed = port.getText().strip();
        if (typed.equals(Integer.toString(stored.port()))) {
            return;
        }
        try {
            save(new Wanted(stored.on(), Integer.parseInt(typed)));
        } catch (NumberFormatException e) {
            portRow.refuse(Problem.invalid("port", "This is no port", "Use 1 to 65535, or 0 for any free one."));
        }
    }

    private void save(Wanted wanted) {
        tasks.run(() -> service.save(wanted)).onError(thrown -> {
            Problem problem = Problems.of(thrown);
            if (problem.field().equals("port")) {
                portRow.refuse(problem);
            } else {
                notifier.failed(problem);
                reload();
            }
        }).onSuccess(_ -> reload()).start();
    }

    private void rotate() {
        run(() -> service.rotate(ApiKey.OWN), "The key file holds a new key");
    }

    private void run(Runnable step, String done) {
        tasks.run(step).onSuccess(_ -> {
            notifier.done(done, null);
            reload();
        }).onError(thrown -> notifier.failed(Problems.of(thrown))).start();
    }
}
