package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.service.SettingsService;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Permits;
import com.bizosaas.adsdesk.ui.common.Pill;
import com.bizosaas.adsdesk.ui.common.SecretField;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The app at Meta that sign-ins go through. Its secret can be set and replaced, never read.
final class AppView {

    private static final double WIDE = 340;

    private final SettingsViewModel model;
    private final SecretField secret = new SecretField();
    private final Pill state = new Pill();
    private final Button setSecret;
    private final Label graph = address();
    private final Label dialog = address();
    private final Cards view;

    AppView(SettingsViewModel model, SettingRows rows, Permits permits) {
        this.model = model;
        setSecret = Buttons.secondary("Set secret", this::saveSecret);
        setSecret.setId("set-secret");
        Node set = permits.needs(setSecret, SettingsService.class, "setAppSecret", Bindings.createStringBinding(
                () -> secret.length() == 0 ? "Type the secret first" : "", secret.editsProperty()));
        secret.setOnAction(this::saveSecret);
        secret.setAccessibleText("App secret");
        SettingRow secretRow = secretRow(rows, set,
                permits.needs(secret, SettingsService.class, "setAppSecret"));
        VBox app = Cards.card("App", List.of(
                rows.text(TypedSetting.text(Setting.APP_ID), "From the app's dashboard at Meta", new TextField(),
                        WIDE),
                secretRow,
                rows.text(TypedSetting.text(Setting.REDIRECT_URI),
                        "Exactly as it stands in the app's login settings at Meta", new TextField(), WIDE),
                rows.text(TypedSetting.SCOPES, "Separated by commas; used from the next sign-in on",
                        new TextField(), WIDE)),
                state);
        VBox api = Cards.card("Graph API", List.of(
                rows.text(TypedSetting.text(Setting.API_VERSION), "Such as v26.0; used from the next request on",
                        new TextField(), WIDE),
                new SettingRow("Graph address", "Set at start, by option or environment", graph, WIDE),
                new SettingRow("Sign-in address", "Set at start, by option or environment", dialog, WIDE)));
        view = new Cards(new VBox(app, api));
        rows.follow(facts -> {
            graph.setText(facts.graphUrl());
            dialog.setText(facts.dialogUrl());
            secret.setPromptText(facts.secret() ? "Set; type to replace it" : "Missing; type or paste it");
            setSecret.setText(facts.secret() ? "Replace secret" : "Set secret");
            if (facts.missing() == 0) {
                state.show("Ready for sign-in", Icons.DOT, Pill.Tone.OK);
            } else {
                state.show(!facts.secret() ? "App secret missing" : "App id missing", Icons.CAUTION,
                        Pill.Tone.WARNING);
            }
        });
    }

    Node view() {
        return view;
    }

    private SettingRow secretRow(SettingRows rows, Node button, Node field) {
        Label set = Labels.whole("", "caption");
        set.setId("secret-state");
        rows.follow(facts -> {
            set.setText(facts.secret() ? "Set" : "Missing");
            set.setGraphic(facts.secret() ? Icons.DONE.node("i12", "good") : Icons.CAUTION.node("i12", "warning"));
        });
        secret.setId("setting-" + SettingsViewModel.SECRET);
        HBox below = new HBox(8, set, Labels.gap(), button);
        below.setAlignment(Pos.CENTER_LEFT);
        SettingRow row = new SettingRow("App secret", "Sealed in the vault. It is never shown again.",
                new VBox(6, field, below), secret, WIDE);
        rows.refusals(SettingsViewModel.SECRET, row);
        return row;
    }

    private void saveSecret() {
        if (secret.length() > 0) {
            model.saveSecret(secret.characters(), secret::clear);
        }
    }

    private static Label address() {
        Label label = Labels.wrapped("", "mono", "muted");
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }
}
