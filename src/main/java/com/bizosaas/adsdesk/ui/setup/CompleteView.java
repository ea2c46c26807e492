package com.bizosaas.adsdesk.ui.setup;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.service.ConnectionService;
import com.bizosaas.adsdesk.service.DeskSettings;
import com.bizosaas.adsdesk.ui.common.AccountStatusPill;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Permits;
import com.bizosaas.adsdesk.ui.setup.SetupViewModel.Stored;
import java.time.Duration;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Step three: what is connected now, what is read how often, and the way on.
final class CompleteView extends VBox {

    private final SetupViewModel model;
    private final Runnable openCampaigns;
    private final Permits permits;
    private final VBox rows = new VBox();

    CompleteView(SetupViewModel model, Runnable openCampaigns, Permits permits) {
        super(12);
        this.permits = permits;
        this.model = model;
        this.openCampaigns = openCampaigns;
        model.storedProperty().subscribe(this::show);
    }

    private void show(Stored stored) {
        rows.getChildren().setAll(stored.accounts().stream().map(CompleteView::row).toList());
        HBox head = new HBox(8, Labels.of("Connected ad accounts", "section-title"),
                Labels.of(Integer.toString(stored.accounts().size()), "caption"), Labels.gap(),
                permits.needs(Buttons.secondary("Choose others", () -> model.open(SetupStep.SELECT_ACCOUNTS)),
                        ConnectionService.class, "reachable"));
        head.getStyleClass().add("card-head");
        VBox accounts = new VBox(head, rows);
        accounts.getStyleClass().add("card");
        Button go = Buttons.primary("Go to Campaigns", openCampaigns);
        go.setId("go-to-campaigns");
        HBox next = new HBox(12, Icons.DONE.node("i16", "good"),
                Labels.of("This client is ready. Figures arrive account by account.", "weight-medium"), Labels.gap(),
                go);
        next.setAlignment(Pos.CENTER_LEFT);
        next.getStyleClass().addAll("card", "setup-next");
        getChildren().setAll(next, accounts, plan(stored.settings()));
    }

    private static HBox row(AdAccount account) {
        VBox words = new VBox(Labels.of(Labels.isolated(account.name()), "t12"),
                Labels.of(account.id().number() + " · " + account.currency().code() + " · " + account.zone().getId(),
                        "caption"));
        HBox row = new HBox(10, words, Labels.gap(), AccountStatusPill.of(account.status()));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("account-row");
        return row;
    }

    private static HBox plan(@Nullable DeskSettings settings) {
        HBox plan = new HBox(24, Labels.of("Refresh plan", "weight-semibold"),
                entry(Icons.CAMPAIGNS, "Campaigns, ad sets, ads", every(settings, Topic.CAMPAIGNS)),
                entry(Icons.CREATIVES, "Creatives", every(settings, Topic.CREATIVES)),
                entry(Icons.AUDIENCES, "Audiences", every(settings, Topic.AUDIENCES)),
                entry(Icons.WALLET, "Account, balance, cap", every(settings, Topic.ACCOUNTS)));
        plan.setAlignment(Pos.CENTER_LEFT);
        plan.getStyleClass().addAll("card", "setup-plan");
        return plan;
    }

    private static String every(@Nullable DeskSettings settings, Topic topic) {
        if (settings == null) {
            return "";
        }
        if (!settings.polling()) {
            return "on demand only";
        }
        Duration age = settings.lifetimes().getOrDefault(topic, topic.defaultLifetime());
        return age.toMinutes() < 120 ? "every " + age.toMinutes() + " min" : "every " + age.toHours() + " h";
    }

    private static HBox entry(Icons icon, String what, String when) {
        HBox entry = new HBox(8, icon.node("i16"), new VBox(Labels.of(what, "t12"), Labels.of(when, "caption")));
        entry.setAlignment(Pos.CENTER_LEFT);
        return entry;
    }
}
