package com.bizosaas.adsdesk.ui.setup;

import com.bizosaas.adsdesk.domain.Connection;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.service.ConnectionService;
import com.bizosaas.adsdesk.service.PendingConnection;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Notifier;
import com.bizosaas.adsdesk.ui.common.Permits;
import com.bizosaas.adsdesk.ui.setup.SetupViewModel.Stored;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The Setup tab: stepper on top, the step in the middle, the sign-in's health at the right, the way on below.
final class SetupPane extends BorderPane {

    private static final double SIDE = 296;

    private final SetupViewModel model;
    private final SignInViewModel signIn;
    private final Dialogs dialogs;
    private final Notifier notifier;
    private final Stepper stepper;
    private final AuthenticateView authenticate;
    private final AccountsView accounts;
    private final CompleteView complete;
    private final TokenCard token;
    private final PermissionsCard permissions;
    private final BorderPane work = new BorderPane();
    private final HBox foot = new HBox(12);
    private final StringProperty obstacle = new SimpleStringProperty(this, "obstacle", "");
    private final Label summary = Labels.of("", "t12");
    private final Button connect = Buttons.primary("Connect", this::connect);

    SetupPane(SetupViewModel model, SignInViewModel signIn, Permits permits, Dialogs dialogs, Notifier notifier,
            Formats formats,
            InstantSource clock, Runnable openCampaigns) {
        this.model = model;
        this.signIn = signIn;
        this.dialogs = dialogs;
        this.notifier = notifier;
        stepper = new Stepper(model::open);
        authenticate = new AuthenticateView(model, signIn, dialogs, permits);
        accounts = new AccountsView(model, formats);
        complete = new CompleteView(model, openCampaigns, permits);
        token = new TokenCard(formats, clock, permits, this::renew, () -> reconnect(false), this::disconnect);
        permissions = new PermissionsCard(permits, () -> reconnect(true));
        getStyleClass().add("setup");
        getStylesheets().add(Objects.requireNonNull(SetupPane.class.getResource("setup.css")).toExternalForm());
        createView(permits);
        model.stepProperty().subscribe(this::showStep);
        model.storedProperty().subscribe(this::showAll);
        model.pendingProperty().subscribe(this::showAll);
        model.tenantProperty().subscribe(this::showAll);
        model.busyProperty().subscribe(this::showFoot);
        model.choices().addListener((javafx.collections.ListChangeListener<AccountChoice>) _ -> showFoot());
    }

    private void createView(Permits permits) {
        connect.setId("connect");
        Buttons.withKey(connect, "Ctrl Enter");
        Button back = Buttons.flat("Back", Icons.BACK, () -> model.open(SetupStep.AUTHENTICATE));
        foot.getStyleClass().add("setup-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getChildren().addAll(back, Labels.gap(), summary,
                permits.needs(connect, ConnectionService.class, "choose", obstacle));
        VBox vault = new VBox(6,
                new HBox(8, Icons.VAULT_FILL.node("i16", "good"),
                        Labels.of("Kept in this computer's vault", "weight-semibold")),
                Labels.wrapped(
                        "AES-256-GCM under a key of this client's own, opened by your passphrase. Tokens never leave "
                                + "this computer but to Facebook.",
                        "caption"));
        vault.getStyleClass().addAll("card", "setup-card");
        VBox side = new VBox(12, token, permissions, vault);
        side.setMinWidth(SIDE);
        side.setPrefWidth(SIDE);
        side.setMaxWidth(SIDE);
        ScrollPane sideScroll = new ScrollPane(side);
        sideScroll.setFitToWidth(true);
        sideScroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        sideScroll.getStyleClass().add("setup-side");
        sideScroll.setMinWidth(SIDE + 16);
        HBox middle = new HBox(16, work, sideScroll);
        middle.getStyleClass().add("setup-middle");
        HBox.setHgrow(work, Priority.ALWAYS);
        work.setMinWidth(0);
        setTop(stepper);
        setCenter(middle);
        addEventHandler(javafx.scene.input.KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == javafx.scene.input.KeyCode.ENTER && !connect.isDisabled()
                    && model.stepProperty().get() == SetupStep.SELECT_ACCOUNTS) {
                event.consume();
                connect.fire();
            }
        });
    }

    private void showStep(SetupStep step) {
        Node shown = switch (step) {
            case AUTHENTICATE -> authenticate;
            case SELECT_ACCOUNTS -> accounts;
            case COMPLETE -> complete;
        };
        work.setCenter(shown);
        setBottom(step == SetupStep.SELECT_ACCOUNTS ? foot : null);
        showAll();
    }

    private void showAll() {
        Stored stored = model.storedProperty().get();
        PendingConnection pending = model.pendingProperty().get();
        Connection connection = pending != null ? pending.connection() : stored.connection();
        token.show(connection);
        permissions.show(connection, stored.settings() == null ? List.of() : stored.settings().scopes());
        int chosen = stored.accounts().size();
        stepper.show(model.stepProperty().get(),
                connection == null ? "Not signed in" : Labels.isolated(connection.userName()),
                chosen == 0 ? "None chosen yet" : chosen == 1 ? "1 account" : chosen + " accounts",
                chosen == 0 ? "Not started" : "Connected");
        showFoot();
    }

    private void showFoot() {
        long ticked = model.ticked();
        Tenant tenant = model.tenantProperty().get();
        PendingConnection pending = model.pendingProperty().get();
        connect.setText(ticked == 1 ? "Connect 1 account" : "Connect " + ticked + " accounts");
        obstacle.set(ticked == 0
                ? "Tick the accounts to work with"
                : model.busyProperty().get() ? "It is being stored" : "");
        String who = pending == null ? "" : pending.connection().userName() + " signs in for ";
        summary.setText(ticked == 0
                ? "Tick the accounts to work with"
                : Labels.isolated(who) + (tenant == null ? "" : Labels.isolated(tenant.name())));
    }

    private void connect() {
        long ticked = model.ticked();
        model.connect(() -> notifier.done(ticked == 1 ? "1 account connected" : ticked + " accounts connected", null));
    }

    private void renew() {
        model.renew(() -> notifier.done("The token was renewed", null));
    }

    private void reconnect(boolean again) {
        Tenant tenant = model.tenantProperty().get();
        if (tenant != null) {
            model.open(SetupStep.AUTHENTICATE);
            signIn.begin(tenant, again, false);
        }
    }

    private void disconnect() {
        Tenant tenant = model.tenantProperty().get();
        if (tenant == null) {
            return;
        }
        dialogs.ask(Dialogs.Question.danger(tenant, "Disconnect " + Labels.isolated(tenant.name()) + "?",
                "The permission is given back at Facebook and the token on this computer is destroyed. Reading and editing "
                        + "this client's ads stops here; the ads themselves go on running. Settings are kept.",
                "Disconnect").in(model.storedProperty().get().accounts().stream().map(Labels::place).toList()),
                () -> model.disconnect(left -> {
                    notifier.done(tenant.name() + " was disconnected", null);
                    left.ifPresent(notifier::failed);
                }));
    }

    void focusSearch() {
        if (model.stepProperty().get() == SetupStep.SELECT_ACCOUNTS) {
            accounts.focusSearch();
        }
    }
}
