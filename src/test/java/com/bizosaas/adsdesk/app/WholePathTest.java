package com.bizosaas.adsdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.ui.common.Fonts;
import com.bizosaas.adsdesk.ui.common.TabId;
import com.bizosaas.adsdesk.ui.common.Themes;
import com.bizosaas.adsdesk.ui.grid.Grid;
import com.bizosaas.adsdesk.ui.common.VirtualTaskRunner;
import com.bizosaas.adsdesk.ui.shell.DeskFrame;
import com.bizosaas.adsdesk.ui.shell.WindowMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import picocli.CommandLine;

/// A person's first quarter of an hour on the shipped desk over the sandbox: vault, tenant, sign-in, accounts, every tab,
/// a campaign switched by key, and the way out.
@ExtendWith(ApplicationExtension.class)
class WholePathTest {

    private static final String PASSPHRASE = "four random words here";

    @TempDir
    static Path folder;

    private final VirtualTaskRunner tasks = new VirtualTaskRunner();
    private final AtomicReference<DeskServices> opened = new AtomicReference<>();
    private Composition composition;
    private DeskFrame frame;
    private Stage stage;
    private TourDriver driver;

    @Start
    void start(Stage shown) throws IOException {
        stage = shown;
        Fonts.load();
        Themes themes = new Themes(Theme.LIGHT);
        composition = new Composition(Environment.of(CommandLine.populateCommand(new LaunchOptions(), "--sandbox",
                "--data-dir", folder.resolve("data").toString()), Map.of(), null));
        WindowMemory memory = WindowMemory.none();
        Application application = new Application() {
            @Override
            public void start(Stage unused) {
                throw new IllegalStateException("TestFX has the stage");
            }
        };
        frame = new DeskFrame(composition.gate(), tasks, themes, memory, InstantSource.system(), stage::close,
                (services, self) -> {
                    opened.set(services);
                    tasks.run(() -> composition.adoptSecret(services)).start();
                    return DeskTabs.window(services, tasks, InstantSource.system(), themes, memory, stage,
                            application.getHostServices(), self);
                });
        frame.show(stage);
        driver = new TourDriver(Path.of("target", "screenshots"));
    }

    @AfterEach
    void stop() throws InterruptedException {
        driver.fx(() -> {
            frame.close();
            return true;
        });
        composition.close();
    }

    @Test
    void fromTheFirstStartToTheLastTabAndOutAgain(FxRobot robot) throws InterruptedException, IOException {
        driver.type("#operator-name", "Ines Moreau");
        driver.type("#new-passphrase", PASSPHRASE);
        driver.type("#repeat-passphrase", PASSPHRASE);
        driver.press("#create-vault");
        driver.awaitVisible("#written-down");
        robot.interact(() -> TourDriver.all("#written-down").forEach(box -> ((CheckBox) box).setSelected(true)));
        driver.press("#open-desk");
        driver.press("#add-tenant");
        driver.type("#tenant-name", "Nordlys Outdoor AS");
        driver.press("#dialog-primary");
        driver.press("#sign-in");
        Stage page = driver.signInWindow(stage);
        driver.clickOnPage(page, "sign-in");
        driver.clickOnPage(page, "continue");
        driver.await("the accounts", () -> !TourDriver.all("#accounts-table .check-box").isEmpty());
        robot.interact(() -> {
            List<CheckBox> boxes = TourDriver.all("#accounts-table .check-box").stream().map(CheckBox.class::cast)
                    .toList();
            assertThat(boxes).as("nothing is ticked beforehand").noneMatch(CheckBox::isSelected);
            boxes.getFirst().setSelected(true);
        });
        driver.press("#connect");
        driver.press("#go-to-campaigns");
        driver.await("campaigns", () -> !TourDriver.all(".grid-row").isEmpty());

        DeskServices desk = opened.get();
        Tenant tenant = desk.tenants().tenants().getFirst();
        AdAccount account = desk.connections().accounts(tenant.id()).getFirst();
        long before = on(desk, tenant, account);
        robot.interact(() -> {
            Grid<?> table = (Grid<?>) TourDriver.all("#campaigns-grid").getFirst();
            table.selection().focus(table.rows().number(0));
            table.requestFocus();
        });
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        // The day's first write for a client is asked about.
        driver.press("#dialog-primary");
        driver.await("the switched campaign", () -> on(desk, tenant, account) != before);
        assertThat(desk.audit().entries(tenant.id(), "campaign", 50)).anySatisfy(entry -> {
            assertThat(entry.who()).isEqualTo("Ines Moreau");
            assertThat(entry.outcome()).isEqualTo(AuditEntry.Outcome.DONE);
            assertThat(entry.before()).contains("ACTIVE");
            assertThat(entry.after()).contains("PAUSED");
        });

        for (TabId tab : TabId.values()) {
            driver.press("#tab-" + tab.name().toLowerCase(Locale.ROOT));
            driver.await(tab + " to be filled", () -> TourDriver.all(".skeleton").isEmpty());
        }
        robot.press(KeyCode.F5).release(KeyCode.F5);
        assertThat(desk.audit().verify().whole()).isTrue();

        driver.press("#tab-setup");
        driver.press("#disconnect");
        driver.press("#dialog-primary");
        driver.awaitVisible("#sign-in");
        assertThat(desk.connections().connection(tenant.id())).isEmpty();
    }

    private static long on(DeskServices desk, Tenant tenant, AdAccount account) {
        return desk.campaigns().structure(tenant.id(), account.id()).value().campaigns().stream()
                .map(Campaign::status).filter(status -> status.isOn()).count();
    }
}
