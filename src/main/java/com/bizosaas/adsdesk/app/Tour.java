package com.bizosaas.adsdesk.app;

import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.ui.common.TabId;
import com.bizosaas.adsdesk.ui.common.Themes;
import com.bizosaas.adsdesk.ui.grid.Grid;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TreeTableView;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Walks a fresh desk on the sandbox through lock screen, sign-in, account selection and the six tabs, light and dark, and
/// leaves a picture of each stop. It works the real window; nothing is drawn for the pictures.
final class Tour {

    private static final String TENANT = "Nordlys Outdoor AS";
    private static final int ACCOUNTS = 4;

    private final Path pictures;
    private final Stage stage;
    private final Themes themes;
    private final Consumer<@Nullable Throwable> ended;
    private int stop;

    /// @param ended told on the FX thread when the tour is over, with what stopped it or null
    Tour(Path pictures, Stage stage, Themes themes, Consumer<@Nullable Throwable> ended) {
        this.pictures = pictures;
        this.stage = stage;
        this.themes = themes;
        this.ended = ended;
    }

    void start() {
        Thread.ofVirtual().name("tour").start(() -> {
            Throwable thrown = null;
            try {
                TourDriver driver = new TourDriver(pictures);
                try {
                    walk(driver);
                } catch (IllegalStateException e) {
                    shoot(driver, stage, "stopped-here");
                    throw e;
                }
            } catch (InterruptedException | IOException | RuntimeException | Error e) {
                thrown = e;
            }
            Throwable outcome = thrown;
            Platform.runLater(() -> ended.accept(outcome));
        });
    }

    private void walk(TourDriver driver) throws InterruptedException, IOException {
        theme(driver, Theme.LIGHT);
        makeVault(driver);
        addTenant(driver);
        signIn(driver);
        chooseAccounts(driver);
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            theme(driver, theme);
            for (TabId tab : TabId.values()) {
                String name = tab.name().toLowerCase(Locale.ROOT);
                driver.press("#tab-" + name);
                driver.await(name + " to be filled", () -> TourDriver.all(".skeleton").isEmpty());
                driver.fx(() -> {
                    TourDriver.all(".tree-table-view").forEach(Tour::selectFirst);
                    TourDriver.all(".grid").forEach(Tour::selectFirst);
                    return true;
                });
                shoot(driver, stage, name + "-" + theme.name().toLowerCase(Locale.ROOT));
            }
        }
        driver.press("#lock-now");
        driver.awaitVisible("#unlock");
        shoot(driver, stage, "locked-dark");
    }

    private void makeVault(TourDriver driver) throws InterruptedException, IOException {
        byte[] random = new byte[12];
        new SecureRandom().nextBytes(random);
        String passphrase = "tour " + HexFormat.of().formatHex(random);
        driver.type("#operator-name", "Ines Moreau");
        driver.type("#new-passphrase", passphrase);
        driver.type("#repeat-passphrase", passphrase);
        shoot(driver, stage, "first-start");
        driver.press("#create-vault");
        driver.awaitVisible("#written-down");
        shoot(driver, stage, "recovery-code");
        driver.fx(() -> {
            TourDriver.all("#written-down").forEach(node -> ((CheckBox) node).setSelected(true));
            return true;
        });
        driver.press("#open-desk");
    }

    private void addTenant(TourDriver driver) throws InterruptedException, IOException {
        driver.press("#add-tenant");
        driver.type("#tenant-name", TENANT);
        shoot(driver, stage, "add-tenant");
        driver.press("#dialog-primary");
        driver.press("#tab-setup");
        driver.awaitVisible("#sign-in");
        shoot(driver, stage, "setup-authenticate");
    }

    private void signIn(TourDriver driver) throws InterruptedException, IOException {
        driver.press("#sign-in");
        Stage window = driver.signInWindow(stage);
        driver.awaitOnPage(window, "sign-in");
        shoot(driver, window, "sign-in-window");
        driver.clickOnPage(window, "sign-in");
        driver.awaitOnPage(window, "continue");
        shoot(driver, window, "sign-in-permissions");
        driver.clickOnPage(window, "continue");
    }

    private void chooseAccounts(TourDriver driver) throws InterruptedException, IOException {
        driver.await("the accounts", () -> !TourDriver.all("#accounts-table .check-box").isEmpty());
        driver.fx(() -> {
            TourDriver.all("#accounts-table .check-box").stream().map(CheckBox.class::cast)
                    .filter(box -> !box.isDisabled()).limit(ACCOUNTS).forEach(box -> box.setSelected(true));
            return true;
        });
        shoot(driver, stage, "setup-accounts");
        driver.press("#connect");
        driver.awaitVisible("#go-to-campaigns");
        shoot(driver, stage, "setup-complete");
        driver.press("#go-to-campaigns");
        driver.await("the first campaigns", () -> !TourDriver.all(".grid-row").isEmpty());
    }

    private static void selectFirst(Node table) {
        if (table instanceof TreeTableView<?> rows && rows.getExpandedItemCount() > 0) {
            rows.getSelectionModel().clearAndSelect(0);
            rows.getFocusModel().focus(0);
        } else if (table instanceof Grid<?> grid && grid.rows().size() > 0) {
            grid.selection().focus(grid.rows().number(0));
        }
    }

    private void theme(TourDriver driver, Theme theme) throws InterruptedException {
        driver.fx(() -> {
            themes.use(theme);
            return true;
        });
    }

    private void shoot(TourDriver driver, Stage window, String name) throws InterruptedException, IOException {
        stop++;
        driver.shoot(window, String.format(Locale.ROOT, "%02d-%s", stop, name));
    }
}
