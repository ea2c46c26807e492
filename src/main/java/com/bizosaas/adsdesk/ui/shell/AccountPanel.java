package com.bizosaas.adsdesk.ui.shell;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.ui.common.AccountStatusPill;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.SearchField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The panel behind the account selector: the tenant's chosen accounts by business, searched by name or id.
final class AccountPanel extends VBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final List<AdAccount> accounts;
    private final @Nullable AdAccount current;
    private final Consumer<AdAccount> choose;
    private final Function<AdAccount, String> localTime;
    private final SearchField search = new SearchField("Name, ID or business", "");
    private final VBox list = new VBox();

    AccountPanel(List<AdAccount> accounts, @Nullable AdAccount current, Function<AdAccount, String> localTime,
            Consumer<AdAccount> choose) {
        this.accounts = accounts;
        this.current = current;
        this.localTime = localTime;
        this.choose = choose;
        getStyleClass().add("account-panel");
        setId("account-panel");
        list.getStyleClass().add("account-list");
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("account-scroll");
        getChildren().addAll(search, scroll);
        search.textProperty().addListener((_, _, _) -> fill());
        search.field().addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                found().stream().findFirst().ifPresent(choose);
                event.consume();
            }
        });
        fill();
    }

    SearchField search() {
        return search;
    }

    private List<AdAccount> found() {
        String wanted = search.textProperty().get().strip().toLowerCase(Locale.getDefault());
        return accounts.stream().filter(account -> (account.name() + " " + account.id() + " " + business(account))
                .toLowerCase(Locale.getDefault()).contains(wanted)).toList();
    }

    private void fill() {
        Map<String, List<AdAccount>> groups = found().stream()
                .collect(Collectors.groupingBy(AccountPanel::business, TreeMap::new, Collectors.toList()));
        list.getChildren().clear();
        groups.forEach((business, members) -> {
            list.getChildren().add(Labels.of(business, "account-business"));
            members.forEach(account -> list.getChildren().add(row(account)));
        });
        if (groups.isEmpty()) {
            list.getChildren()
                    .add(Labels.wrapped("No chosen account matches. Other accounts are added in Setup.", "caption"));
        }
    }

    private Button row(AdAccount account) {
        VBox words = new VBox(Labels.of(account.name(), "t12", "weight-medium"),
                Labels.of(account.id().number() + " · " + localTime.apply(account), "caption"));
        HBox face = new HBox(words, Labels.gap(), AccountStatusPill.of(account.status()),
                Labels.whole(account.currency().code(), "currency-tag"));
        face.getStyleClass().add("account-row-face");
        Button row = new Button("", face);
        row.getStyleClass().setAll("account-row");
        row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        row.setMaxWidth(Double.MAX_VALUE);
        row.setAccessibleText(account.name() + ", " + account.currency().code() + ", "
                + AccountStatusPill.words(account.status()));
        face.prefWidthProperty().bind(row.widthProperty().subtract(16));
        row.pseudoClassStateChanged(CHOSEN, current != null && current.id().equals(account.id()));
        row.setOnAction(_ -> choose.accept(account));
        return row;
    }

    private static String business(AdAccount account) {
        String name = account.businessName();
        return name == null || name.isBlank() ? "Personal accounts" : name;
    }
}
