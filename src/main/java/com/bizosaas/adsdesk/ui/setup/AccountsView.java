package com.bizosaas.adsdesk.ui.setup;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Banner;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.SearchField;
import com.bizosaas.adsdesk.ui.common.StatePane;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Step two: every ad account that the sign-in reaches, to be ticked. Nothing is ticked beforehand but what is connected
/// already.
final class AccountsView extends VBox {

    private static final double ROW = 48;
    private static final double ALL = 796;
    private static final double WITHOUT_BALANCE = 696;

    private final SetupViewModel model;
    private final TableView<AccountChoice> table = new TableView<>();
    private final StatePane state;
    private final SearchField search = new SearchField("Name, ID or business", "Ctrl F");
    private final Label count = Labels.of("", "caption");
    private final VBox banners = Banner.stack();

    AccountsView(SetupViewModel model, Formats formats) {
        super(12);
        this.model = model;
        FilteredList<AccountChoice> shown = new FilteredList<>(model.choices());
        search.textProperty().subscribe(words -> shown.setPredicate(choice -> choice.matches(words)));
        table.setItems(shown);
        table.setFixedCellSize(ROW);
        table.setId("accounts-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        var balance = figures(column("Balance", 110, 100, AccountCells.balance(formats)));
        var cap = column("Spend cap used", 180, 165, AccountCells.cap(formats));
        table.getColumns().addAll(java.util.List.of(
                column("", 40, 40, AccountCells.tick()),
                column("Ad account and business", 230, 120, AccountCells.name()),
                column("Status", 120, 112, AccountCells.status()),
                column("Currency", 110, 85, AccountCells.currency()), balance, cap,
                column("Your tasks", 190, 174, AccountCells.tasks())));
        // Where there is no room for all, what is needed to choose an account stays.
        table.widthProperty().subscribe(width -> {
            balance.setVisible(width.doubleValue() >= ALL);
            cap.setVisible(width.doubleValue() >= WITHOUT_BALANCE);
        });
        state = new StatePane(table);
        VBox.setVgrow(state, Priority.ALWAYS);
        HBox head = new HBox(8, Labels.of("Ad accounts you can reach", "section-title"), count, Labels.gap(), search,
                Buttons.secondary("Reload", Icons.RELOAD, model::listAccounts));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("card-head");
        VBox card = new VBox(head, state);
        card.getStyleClass().add("card");
        VBox.setVgrow(card, Priority.ALWAYS);
        VBox.setVgrow(this, Priority.ALWAYS);
        getChildren().addAll(banners, card);
        model.choices().addListener((javafx.collections.ListChangeListener<AccountChoice>) _ -> show());
        model.listingProperty().subscribe(this::show);
        model.foundProperty().subscribe(this::show);
        model.listProblemProperty().subscribe(this::show);
        model.problemProperty().subscribe(this::show);
        show();
    }

    private static TableColumn<AccountChoice, AccountChoice> column(String title, double width, double least,
            AccountCells.Factory cells) {
        TableColumn<AccountChoice, AccountChoice> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new javafx.beans.property.ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> cells.make());
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        column.setMinWidth(least);
        if (title.isEmpty()) {
            column.setMaxWidth(width);
        }
        return column;
    }

    private static TableColumn<AccountChoice, AccountChoice> figures(
            TableColumn<AccountChoice, AccountChoice> column) {
        column.getStyleClass().add("figures");
        return column;
    }

    private void show() {
        Problem broken = model.listProblemProperty().get();
        int all = model.choices().size();
        count.setText(broken != null && all > 0 ? all + " of ?" : all == 0 ? "" : Integer.toString(all));
        banners.getChildren().clear();
        Problem failed = model.problemProperty().get();
        if (failed != null) {
            banners.getChildren().add(Banner.of(failed, null));
        }
        if (model.listingProperty().get() && all == 0) {
            state.showLoading("Reading ad accounts · " + model.foundProperty().get() + " so far");
        } else if (broken != null && all == 0) {
            state.showBlocked(broken, "Try again", model::listAccounts);
        } else if (broken != null) {
            state.showContent();
            banners.getChildren().add(new Banner(Banner.Tone.DANGER, all + " of ? accounts were read.",
                    broken.title() + ". " + broken.remedy(),
                    Buttons.secondary("Try again", model::listAccounts)));
        } else if (all == 0) {
            state.showEmpty("This sign-in can reach no ad account",
                    "Ask the client to share an ad account with this person in Business settings, then reload.",
                    "Reload", model::listAccounts);
        } else {
            state.showContent();
            limited();
        }
    }

    private void limited() {
        long readOnly = model.choices().stream()
                .filter(choice -> choice.tickedProperty().get() && !choice.account().canAdvertise()).count();
        if (readOnly > 0) {
            banners.getChildren().add(new Banner(Banner.Tone.WARNING, readOnly == 1
                    ? "One ticked account is read-only for this sign-in."
                    : readOnly + " ticked accounts are read-only for this sign-in.",
                    "Figures are shown; nothing can be paused or edited there until the client grants Advertise."));
        }
    }

    void focusSearch() {
        search.requestFocus();
    }

    static @Nullable Double capShare(AdAccount account) {
        if (account.spendCap() == null || account.spendCap().isZero()) {
            return null;
        }
        return account.amountSpent().amount().doubleValue() / account.spendCap().amount().doubleValue();
    }
}
