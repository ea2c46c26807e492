package com.bizosaas.adsdesk.ui.shell;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.ui.common.AllTenants;
import com.bizosaas.adsdesk.ui.common.Avatar;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.LongLived;
import com.bizosaas.adsdesk.ui.common.Popovers;
import com.bizosaas.adsdesk.ui.common.Scope;
import com.bizosaas.adsdesk.ui.common.Switch;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// Which account and which days are looked at, how fresh they are, and what is left of Facebook's limits.
final class TopBar extends HBox {

    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final ShellModel model;
    private final SyncModel sync;
    private final Popovers popovers;
    private final Formats formats;
    private final InstantSource clock;
    private final Avatar avatar = new Avatar(Avatar.Size.NORMAL);
    private final Label accountName = Labels.of("", "bar-title");
    private final Label currency = Labels.whole("", "currency-tag");
    private final Label accountDetail = Labels.of("", "bar-detail");
    private final Label rangeName = Labels.of("", "bar-title");
    private final Label rangeDays = Labels.of("", "bar-detail");
    private final Label comparedDays = Labels.of("", "bar-detail");
    private final Switch compare = new Switch("Compare with the days before");
    private final HBox compareBox;
    private final Button account;
    private final Button dates;
    private final SyncButton syncButton;
    private final BudgetButton budget;
    private final Label commandWords;
    private final Label commandKey;
    private boolean compact;

    TopBar(ShellModel model, SyncModel sync, Popovers popovers, Formats formats, InstantSource clock, Actions actions,
            ReadOnlyBooleanProperty dark) {
        this.model = model;
        this.sync = sync;
        this.popovers = popovers;
        this.formats = formats;
        this.clock = clock;
        getStyleClass().add("top-bar");
        account = boxed("account-selector", new HBox(8, avatar,
                Labels.lines(line(accountName, currency), accountDetail), Labels.gap(), Icons.ACCOUNT_LIST.node("i12")),
                this::openAccounts);
        account.getStyleClass().add("outlined");
        account.setAccessibleText("Ad account");
        dates = boxed("date-range", new HBox(8, Icons.CALENDAR.node(), Labels.lines(rangeName, rangeDays),
                Icons.OPEN.node("i12")), this::openDates);
        compareBox = new HBox(8, compare, Labels.lines(Labels.of("Compare", "bar-title"), comparedDays));
        compareBox.getStyleClass().add("bar-group");
        compare.setId("compare");
        compare.setOnAction(_ -> model.chooser().compare(compare.isSelected()));
        syncButton = new SyncButton(sync, formats, clock, actions.refresh());
        budget = new BudgetButton(sync, clock, this::openUsage);
        Button theme = Buttons.icon(Icons.DARK, "Light or dark (Ctrl+Shift+D)", actions.theme());
        LongLived.whileInScene(this, dark).subscribe(now -> theme.setGraphic((now ? Icons.LIGHT : Icons.DARK).node()));
        theme.setId("theme-toggle");
        commandWords = Labels.whole("Command", "hint");
        commandKey = Labels.keyCap("Ctrl K");
        Button command = boxed("command", new HBox(8, Icons.SEARCH.node("i12"), commandWords, commandKey),
                actions.command());
        command.getStyleClass().add("outlined");
        command.setAccessibleText("Command palette");
        Tooltips.show(command, "Do, open or find anything (Ctrl+K)");
        Button lock = Buttons.icon(Icons.LOCK, "Lock now (Ctrl+L)", actions.lock());
        lock.setId("lock-now");
        getChildren().addAll(account, dates, compareBox, Labels.gap(), syncButton, budget, command, theme, lock);
    }

    /// Called when the scope changed.
    void show(@Nullable Scope scope) {
        Tenant tenant = scope == null ? null : scope.tenant();
        AdAccount shown = scope == null ? null : scope.account();
        avatar.setVisible(tenant != null);
        avatar.setManaged(tenant != null);
        if (tenant != null) {
            avatar.show(tenant, null);
        }
        currency.setVisible(shown != null);
        if (model.showsAll()) {
            accountName.setText("All tenants");
            int tenants = model.rows().size();
            accountDetail.setText(tenants + (tenants == 1 ? " tenant" : " tenants") + ", each in its own time");
        } else if (tenant == null) {
            accountName.setText("No tenant yet");
            accountDetail.setText("Add one in the list at the left");
        } else if (shown == null) {
            accountName.setText(model.accounts().isEmpty() ? "No account chosen" : "Choose account");
            accountDetail.setText(tenant.name());
        } else {
            accountName.setText(shown.name());
            currency.setText(shown.currency().code());
            accountDetail.setText(Labels.isolated(tenant.name()) + " · " + localTime(shown));
        }
        account.setDisable(tenant == null);
        showDays(scope);
        budget.setVisible(shown != null);
        syncButton.setDisable(shown == null && !model.showsAll());
        syncButton.refresh();
    }

    private void showDays(@Nullable Scope scope) {
        boolean days = scope != null || model.showsAll();
        dates.setVisible(days);
        compareBox.setVisible(days && !compact);
        compareBox.setManaged(!compact);
        if (scope == null) {
            showEveryonesDays();
            return;
        }
        DateRange compared = scope.comparison();
        rangeName.setText(ScopeChooser.words(scope.preset()));
        rangeDays.setText(compact && compared != null ? "vs " + days(compared, false) : days(scope.range(), true));
        compare.setSelected(compared != null);
        comparedDays.setText(compared == null ? "off" : days(compared, false));
    }

    /// The same name means other days in another zone.
    private void showEveryonesDays() {
        AllTenants all = model.allProperty().get();
        if (all != null) {
            DateRange custom = all.custom();
            rangeName.setText(ScopeChooser.words(all.preset()));
            rangeDays.setText(custom == null ? "in each account's zone" : days(custom, true));
            compare.setSelected(all.compared());
            comparedDays.setText(all.compared() ? "the days before" : "off");
        }
    }

    private String days(DateRange range, boolean year) {
        boolean sameMonth = java.time.YearMonth.from(range.since()).equals(java.time.YearMonth.from(range.until()));
        String until = year ? formats.dayAndYear(range.until()) : formats.day(range.until());
        return range.days() == 1
                ? until
                : (sameMonth ? Integer.toString(range.since().getDayOfMonth()) : formats.day(range.since())) + " – "
                        + until;
    }

    private String localTime(AdAccount shown) {
        return city(shown.zone()) + " " + TIME.format(clock.instant().atZone(shown.zone()));
    }

    /// A zone's city, as people call it.
    static String city(ZoneId zone) {
        String id = zone.getId();
        return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    }

    /// Short words and no comparison group, for narrow windows.
    void setCompact(boolean on) {
        compact = on;
        pseudoClassStateChanged(COMPACT, on);
        for (Label each : List.of(commandWords, commandKey)) {
            each.setVisible(!on);
            each.setManaged(!on);
        }
        syncButton.setCompact(on);
        budget.setCompact(on);
        show(model.scope());
    }

    void focusFirst() {
        account.requestFocus();
    }

    private void openAccounts() {
        Scope scope = model.scope();
        AccountPanel panel = new AccountPanel(model.accounts(), scope == null ? null : scope.account(),
                this::localTime, chosen -> {
                    popovers.close();
                    model.chooser().useAccount(chosen);
                });
        popovers.toggle(account, panel, panel.search().field());
    }

    private void openDates() {
        popovers.toggle(dates, new DatePanel(model.chooser(), model.scope(), formats, popovers::close), null);
    }

    private void openUsage() {
        Scope scope = model.scope();
        if (scope == null) {
            return;
        }
        sync.limits(scope, model.accounts(), limits -> {
            UsagePanel panel = new UsagePanel(clock);
            limits.forEach(each -> panel.add(each.account(), each.usage(), each.budget()));
            limits.forEach(each -> each.jobs().forEach((topic, takes) -> panel
                    .addJob("Reading " + SyncSummary.words(topic) + " of " + each.account(), takes)));
            popovers.toggle(budget, panel, null);
        });
    }

    private static HBox line(Node... nodes) {
        HBox line = new HBox(6, nodes);
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return line;
    }

    static Button boxed(String id, HBox face, Runnable action) {
        face.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        Button button = new Button("", face);
        button.setId(id);
        button.getStyleClass().setAll("bar-button");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// What the bar's buttons do beyond the bar.
    record Actions(Runnable refresh, Runnable theme, Runnable lock, Runnable command) {
    }

}
