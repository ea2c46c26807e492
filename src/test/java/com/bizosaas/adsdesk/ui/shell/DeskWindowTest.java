package com.bizosaas.adsdesk.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.bizosaas.adsdesk.domain.Connection;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.Facts;
import com.bizosaas.adsdesk.service.DeskEvent;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.SyncService;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.DeskTab;
import com.bizosaas.adsdesk.ui.common.OverlayDialogs;
import com.bizosaas.adsdesk.ui.common.Scope;
import com.bizosaas.adsdesk.ui.common.TabId;
import com.bizosaas.adsdesk.ui.common.Themes;
import com.bizosaas.adsdesk.ui.common.ToastNotifier;
import com.bizosaas.adsdesk.ui.fakes.DirectTasks;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.FakeTab;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class DeskWindowTest {

    private final FakeServices fakes = new FakeServices();
    private final Map<TabId, FakeTab> tabs = new EnumMap<>(TabId.class);
    private final WindowMemory memory = WindowMemory.none();
    private OverlayDialogs dialogs;
    private ToastNotifier toasts;
    private Themes themes;
    private DeskWindow window;
    private Scene scene;
    private int locked;

    @Start
    void start(Stage stage) {
        fakes.scope.show(null);
        fakes.tenants.list.add(Samples.SUGARLOAF);
        fakes.tenants.list.add(Samples.HIKARI);
        fakes.tenants.list.add(Samples.ZAYTUN);
        fakes.connections.stored.put(Samples.SUGARLOAF.id(),
                Samples.connection(Samples.NOW.minusSeconds(60), Connection.Broken.PASSWORD_CHANGED));
        fakes.connections.stored.put(Samples.HIKARI.id(), Samples.connection());
        fakes.connections.chosen.put(Samples.HIKARI.id(), List.of(Samples.AURORA));
        fakes.connections.chosen.put(Samples.NORDLYS.id(), List.of(Samples.WEBSHOP, Samples.NETTBUTIKK));
        fakes.insights.daily.add(new DailyFact(Level.ACCOUNT, Samples.WEBSHOP.id().value(), Samples.TODAY,
                new Facts(1000, 20, 12, 8, new BigDecimal("418.20"), null, Map.of(), Map.of())));
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(980);
        stage.setHeight(760);
        window = build();
        scene = new Scene(window, 980, 760);
        themes.dress(scene);
        stage.setScene(scene);
        stage.show();
        window.start();
        window.toggleRail();
    }

    private DeskWindow build() {
        themes = new Themes(Theme.LIGHT);
        dialogs = new OverlayDialogs();
        toasts = new ToastNotifier();
        DeskContext context = new DeskContext(fakes.services(), new DirectTasks(), fakes.scope, toasts, dialogs,
                id -> window.select(id), Samples.CLOCK);
        tabs.clear();
        for (TabId id : TabId.values()) {
            tabs.put(id, new FakeTab(id));
        }
        List<DeskTab> all = List.copyOf(tabs.values());
        return new DeskWindow(context, all,
                new DeskWindow.Surroundings(themes, memory, "0.1.0", () -> locked++,
                        new SimpleObjectProperty<>(Duration.ofMinutes(12))),
                List.of(dialogs.layer(), toasts.layer()));
    }

    @AfterEach
    void stop(FxRobot robot) {
        robot.interact(window::stop);
        assertThat(fakes.events.listeners()).as("nobody listens after the window closed").isZero();
    }

    private String text(String id) {
        return window.lookupAll(id + " .label").stream().filter(DeskWindowTest::seen)
                .map(node -> ((Labeled) node).getText())
                .filter(words -> words != null && !words.isEmpty()).reduce((a, b) -> a + " | " + b).orElse("");
    }

    private static boolean seen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void tenantsThatNeedAttentionComeFirstAndTheFirstIsOpened() {
        assertThat(fakes.scope.scope().tenant()).isEqualTo(Samples.SUGARLOAF);
        assertThat(text("#rail")).contains("Needs attention | 3 | SP | Sugarloaf Pet Supply | No data · reconnect | 1");
        assertThat(text("#rail")).contains("On track", "€418.20 + kr 0.00 · 09:42", "Not connected yet");
    }

    @Test
    void allTenantsAreOneEntryAboveThemAndOnlyTabsThatCanShowThemAll(FxRobot robot) {
        robot.interact(() -> window.select(TabId.CAMPAIGNS));
        robot.clickOn("All tenants");
        assertThat(fakes.scope.scope()).isNull();
        assertThat(fakes.scope.all()).isNotNull();
        assertThat(text("#account-selector")).contains("All tenants | 4 tenants");
        assertThat(tabs.get(TabId.CAMPAIGNS).calls).last().isEqualTo("activate");
        robot.interact(() -> window.select(TabId.AUDIENCES));
        assertThat(tabs.get(TabId.AUDIENCES).calls).isEmpty();
        assertThat(window.lookupAll(".label").stream().filter(DeskWindowTest::seen)
                .map(node -> ((Labeled) node).getText())).contains("Pick a tenant");
        robot.interact(() -> window.select(TabId.CAMPAIGNS));
        robot.clickOn("Nordlys Outdoor AS");
        assertThat(fakes.scope.all()).isNull();
        assertThat(fakes.scope.scope().tenant()).isEqualTo(Samples.NORDLYS);
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT0).release(KeyCode.DIGIT0, KeyCode.CONTROL);
        assertThat(fakes.scope.all()).isNotNull();
    }

    @Test
    void aClickOpensATenantOnItsLastAccountAndTheSameTab(FxRobot robot) {
        robot.interact(() -> window.select(TabId.PERFORMANCE));
        robot.clickOn("Nordlys Outdoor AS");
        Scope scope = fakes.scope.scope();
        assertThat(scope.tenant()).isEqualTo(Samples.NORDLYS);
        assertThat(scope.account()).isEqualTo(Samples.WEBSHOP);
        assertThat(window.selected()).isEqualTo(TabId.PERFORMANCE);
        assertThat(tabs.get(TabId.PERFORMANCE).calls).containsExactly("activate");
        robot.clickOn("#account-selector");
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("Norge Nettbutikk");
        assertThat(fakes.scope.scope().account()).isEqualTo(Samples.NETTBUTIKK);
        robot.interact(() -> window.stepTenant(1));
        robot.interact(() -> window.stepTenant(-1));
        assertThat(fakes.scope.scope().account()).as("each tenant keeps its account").isEqualTo(Samples.NETTBUTIKK);
    }

    @Test
    void onlyTheTabInViewIsActive(FxRobot robot) {
        robot.clickOn("Nordlys Outdoor AS");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        assertThat(tabs.get(TabId.CAMPAIGNS).calls).containsExactly("activate", "deactivate");
        assertThat(tabs.get(TabId.PERFORMANCE).calls).containsExactly("activate");
        robot.push(KeyCode.F5);
        robot.push(KeyCode.CONTROL, KeyCode.R);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        assertThat(tabs.get(TabId.PERFORMANCE).calls).containsExactly("activate", "refresh", "refresh", "search");
        assertThat(fakes.sync.calls).contains("look nordlys act_102938475610 28");
    }

    @Test
    void ctrlEnterOnTheRailIsForTheTabInView(FxRobot robot) {
        robot.clickOn("Nordlys Outdoor AS");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        List<KeyCode> heard = new ArrayList<>();
        robot.interact(() -> tabs.get(TabId.PERFORMANCE).view().addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER) {
                heard.add(event.getCode());
            }
        }));
        robot.clickOn("Nordlys Outdoor AS");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(heard).hasSize(1);
    }

    @Test
    void aTabThatNeedsAnAccountSaysSoInsteadOfShowingNothing(FxRobot robot) {
        robot.interact(() -> window.select(TabId.CAMPAIGNS));
        assertThat(tabs.get(TabId.CAMPAIGNS).calls).isEmpty();
        robot.clickOn("Go to Setup");
        assertThat(window.selected()).isEqualTo(TabId.SETUP);
    }

    @Test
    void theDatePanelSetsPresetsAndRangesInTheAccountsDays(FxRobot robot) {
        robot.clickOn("Nordlys Outdoor AS");
        robot.clickOn("#date-range");
        robot.clickOn("Last 7 days");
        assertThat(fakes.scope.scope().range())
                .isEqualTo(new DateRange(LocalDate.of(2026, 4, 7), LocalDate.of(2026, 4, 13)));
        assertThat(fakes.scope.scope().comparison())
                .isEqualTo(new DateRange(LocalDate.of(2026, 3, 31), LocalDate.of(2026, 4, 6)));
        robot.clickOn("#date-range");
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#compare-in-panel");
        assertThat(fakes.scope.scope().comparison()).isNull();
        Set<Node> fives = window.lookupAll(".month-day");
        robot.interact(() -> {
            press(fives, "10 April 2026");
            press(window.lookupAll(".month-day"), "3 April 2026");
        });
        assertThat(fakes.scope.scope().range())
                .isEqualTo(new DateRange(LocalDate.of(2026, 4, 3), LocalDate.of(2026, 4, 10)));
        assertThat(fakes.scope.scope().preset()).isNull();
    }

    private static void press(Set<Node> days, String name) {
        days.stream().filter(node -> name.equals(node.getAccessibleText())).findFirst()
                .map(javafx.scene.control.Button.class::cast).orElseThrow().fire();
    }

    @Test
    void theFirstTenantIsMadeInADialogAndOpensSetup(FxRobot robot) {
        robot.clickOn("#add-tenant");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(dialogs.isOpen()).isTrue();
        robot.interact(() -> ((TextField) window.lookup("#tenant-name")).setText("Kaveri Looms"));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(fakes.tenants.list).extracting(Tenant::name).contains("Kaveri Looms");
        assertThat(dialogs.isOpen()).isFalse();
        assertThat(fakes.scope.scope().tenant().name()).isEqualTo("Kaveri Looms");
        assertThat(window.selected()).isEqualTo(TabId.SETUP);
    }

    @Test
    void withoutATenantSetupAsksForTheFirstOne(FxRobot robot) {
        robot.interact(() -> {
            window.select(TabId.SETUP);
            fakes.tenants.list.clear();
            fakes.scope.show(null);
        });
        assertThat(((Labeled) window.lookup(".state-box .state-title")).getText()).isEqualTo("No tenant yet");
        assertThat(((Labeled) window.lookup(".state-box .button")).getText()).isEqualTo("Add tenant");
        assertThat(tabs.get(TabId.SETUP).view().getParent()).isNull();
        robot.interact(() -> fakes.scope.show(new Scope(Samples.NORDLYS, null,
                Samples.scope().preset(), Samples.scope().range(), Samples.scope().comparison())));
        assertThat(tabs.get(TabId.SETUP).view().getParent()).isNotNull();
    }

    @Test
    void keysWithCtrlReachTheTabInViewFromEverywhereAndLettersDoNot(FxRobot robot) {
        List<String> taken = new ArrayList<>();
        tabs.get(TabId.SETTINGS).view().addEventHandler(KeyEvent.KEY_PRESSED, event -> taken.add(
                (event.isShortcutDown() ? "Ctrl+" : "") + event.getCode()));
        robot.interact(() -> window.lookup("#add-tenant").requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT6);
        robot.push(KeyCode.CONTROL, KeyCode.N);
        robot.push(KeyCode.X);
        assertThat(taken).contains("Ctrl+N").doesNotContain("X");
        robot.interact(window::addTenant);
        taken.clear();
        robot.push(KeyCode.CONTROL, KeyCode.N);
        assertThat(taken).as("a dialog is open").isEmpty();
    }

    @Test
    void aTakenNameIsRefusedWhereItWasTyped(FxRobot robot) {
        robot.interact(window::addTenant);
        robot.interact(() -> {
            ((TextField) window.lookup("#tenant-name")).setText("nordlys outdoor as");
            ((javafx.scene.control.Button) window.lookup("#dialog-primary")).fire();
        });
        assertThat(dialogs.isOpen()).isTrue();
        assertThat(fakes.tenants.list).hasSize(4);
        robot.push(KeyCode.ESCAPE);
        assertThat(dialogs.isOpen()).isFalse();
    }

    @Test
    void everyTabHasItsNumberAndFindsAndReadsByKey(FxRobot robot) {
        KeyCode[] digits = {KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5,
                KeyCode.DIGIT6};
        robot.interact(() -> {
            fakes.scope.askForTenant(Samples.NORDLYS);
            window.select(TabId.SETTINGS);
            for (TabId id : TabId.values()) {
                key(digits[id.ordinal()], true);
                tabs.get(id).calls.clear();
                key(KeyCode.F, true);
                key(KeyCode.F5, false);
                assertThat(tabs.get(id).calls).as(id.name()).contains("search", "refresh");
            }
        });
    }

    private void key(KeyCode code, boolean control) {
        javafx.event.Event.fireEvent(window, new javafx.scene.input.KeyEvent(
                javafx.scene.input.KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
    }

    @Test
    void theRailFindsFoldsAndSteps(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.T);
        WaitForAsyncUtils.waitForFxEvents();
        robot.write("nord");
        assertThat(text("#rail")).contains("Nordlys").doesNotContain("Sugarloaf");
        robot.push(KeyCode.ENTER);
        assertThat(fakes.scope.scope().tenant()).isEqualTo(Samples.NORDLYS);
        robot.push(KeyCode.CONTROL, KeyCode.B);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(((javafx.scene.layout.Region) window.lookup("#rail")).getPrefWidth()).isEqualTo(56);
        robot.push(KeyCode.ALT, KeyCode.UP);
        assertThat(fakes.scope.scope().tenant()).isNotEqualTo(Samples.NORDLYS);
    }

    @Test
    void newsFromTheServicesChangeWhatIsSeen(FxRobot robot) {
        robot.clickOn("Nordlys Outdoor AS");
        fakes.sync.everywhere = new SyncService.SyncState(true, null, null, null);
        robot.interact(() -> fakes.events.publish(
                new DeskEvent.SyncChanged(Samples.NORDLYS.id(), Samples.WEBSHOP.id(), Topic.CAMPAIGNS)));
        assertThat(((Labeled) window.lookup("#sync-state")).getAccessibleText()).startsWith("Syncing");
        fakes.sync.everywhere = new SyncService.SyncState(false, Samples.NOW.minusSeconds(3600),
                Problem.of(Problem.Kind.OFFLINE, "You are offline", "Edits are kept"), null);
        robot.interact(() -> fakes.events.publish(new DeskEvent.UsageChanged()));
        assertThat(text(".status-bar")).contains("Offline");
        fakes.sync.everywhere = new SyncService.SyncState(false, Samples.NOW.minusSeconds(3600),
                Problem.of(Problem.Kind.NETWORK_SIGN_IN, "Something in this network answers in Facebook's place",
                        "Open any page in the browser"),
                null);
        robot.interact(() -> fakes.events.publish(new DeskEvent.UsageChanged()));
        assertThat(text(".status-bar")).contains("Sign in to this network").doesNotContain("Offline");
        assertThat(((Labeled) window.lookup("#sync-state")).getAccessibleText()).startsWith("Network sign-in");
        fakes.sync.budget = new SyncService.Budget(0, null, Samples.NOW.plusSeconds(600));
        robot.interact(() -> fakes.events.publish(new DeskEvent.UsageChanged()));
        assertThat(text(".status-bar")).containsIgnoringCase("no calls until");
        assertThat(text("#api-budget")).contains("until");
        fakes.sync.budget = new SyncService.Budget(9, Samples.NOW.plusSeconds(240), null);
        fakes.sync.usage = new SyncService.Usage(85, 20, 20, null);
        robot.interact(() -> fakes.events.publish(new DeskEvent.UsageChanged()));
        assertThat(text(".status-bar")).contains("9 writes left, full again at");
        fakes.connections.stored.put(Samples.NORDLYS.id(),
                Samples.connection(Samples.NOW.minusSeconds(5), Connection.Broken.EXPIRED));
        robot.interact(() -> fakes.events.publish(new DeskEvent.ConnectionChanged(Samples.NORDLYS.id())));
        assertThat(text("#rail")).contains("Needs attention | 4");
        assertThat(text("#tab-setup")).contains("!");
        fakes.tenants.list.removeIf(tenant -> tenant.id().equals(new TenantId("nordlys")));
        robot.interact(() -> fakes.events.publish(new DeskEvent.TenantsChanged()));
        assertThat(fakes.scope.scope().tenant()).isNotEqualTo(Samples.NORDLYS);
    }

    @Test
    void themeKeysListAndLockWorkFromTheKeyboard(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        assertThat(themes.darkProperty().get()).isTrue();
        assertThat(fakes.settings.current.theme()).isEqualTo(Theme.DARK);
        robot.push(KeyCode.F1);
        assertThat(dialogs.isOpen()).isTrue();
        robot.interact(() -> ((javafx.scene.control.Button) window.lookup("#dialog-primary")).fire());
        assertThat(dialogs.isOpen()).isFalse();
        robot.clickOn("#lock-now");
        assertThat(locked).isEqualTo(1);
    }

    @Test
    void theStatusBarCountsWhatIsPendingAndOpensTheReview(FxRobot robot) {
        robot.interact(() -> {
            javafx.scene.control.Button pending = (javafx.scene.control.Button) window.lookup("#status-pending");
            assertThat(pending.getParent().isVisible()).isFalse();
            fakes.drafts.book = com.bizosaas.adsdesk.draft.DraftBook.of(List.of(
                    draft("1"), draft("2")));
            fakes.events.publish(new DeskEvent.DraftsChanged(Samples.NORDLYS.id()));
            assertThat(pending.getParent().isVisible()).isTrue();
            assertThat(pending.getText()).isEqualTo("2 pending changes");
            window.select(TabId.CREATIVES);
            pending.fire();
            assertThat(tabs.get(TabId.CAMPAIGNS).calls).contains("review");
        });
    }

    private static com.bizosaas.adsdesk.draft.Draft draft(String id) {
        return new com.bizosaas.adsdesk.draft.Draft(com.bizosaas.adsdesk.draft.DraftKey.of(Samples.WEBSHOP.id(),
                Level.CAMPAIGN, new com.bizosaas.adsdesk.domain.GraphId(id)), "Spring",
                com.bizosaas.adsdesk.draft.Draft.Action.CHANGE, Map.of(), Samples.NOW, "Ines");
    }

    @Test
    void aQuestionMarkOpensTheListOfAllKeysThatWorkHere(FxRobot robot) {
        robot.interact(() -> {
            javafx.event.Event.fireEvent(window, new javafx.scene.input.KeyEvent(
                    javafx.scene.input.KeyEvent.KEY_TYPED, "?", "", KeyCode.UNDEFINED, true, false, false, false));
            window.applyCss();
            window.layout();
            assertThat(dialogs.isOpen()).isTrue();
            List<String> words = window.lookupAll("#keys .label").stream().map(node -> ((Labeled) node).getText())
                    .toList();
            assertThat(words).contains("Ctrl K", "F5", "Bake", "Ctrl Shift P", "?");
            for (com.bizosaas.adsdesk.ui.common.KeyHint hint : ShortcutList.WINDOW) {
                assertThat(words).contains(hint.what());
            }
            dialogs.closeAll();
        });
    }

    private void readForSixMinutes() {
        fakes.sync.running = List.of(new SyncService.Running(Samples.NORDLYS.id(), Samples.WEBSHOP.id(),
                Topic.CAMPAIGNS, 49, 77, Duration.ofSeconds(340)));
        fakes.sync.states.put(Topic.CAMPAIGNS, new SyncService.SyncState(true, Samples.NOW.minusSeconds(120), null,
                Samples.NOW.plusSeconds(180), Duration.ofSeconds(340)));
    }

    @Test
    void saysHowLongALongJobTakes(FxRobot robot) {
        robot.clickOn("Nordlys Outdoor AS");
        Label job = (Label) window.lookup("#status-job");
        robot.interact(() -> {
            window.select(TabId.CAMPAIGNS);
            fakes.sync.running = List.of(new SyncService.Running(Samples.NORDLYS.id(), Samples.WEBSHOP.id(),
                    Topic.CAMPAIGNS, 49, 77, Duration.ofSeconds(20)));
            fakes.events.publish(new DeskEvent.UsageChanged());
        });
        await().until(() -> job.getText().equals("49 of 77"));
        robot.interact(() -> {
            readForSixMinutes();
            fakes.events.publish(new DeskEvent.UsageChanged());
        });
        await().until(() -> job.getText().equals("49 of 77 \u00b7 This job: about 6 min"));
        robot.interact(() -> {
            assertThat(((Labeled) window.lookup("#sync-state .bar-detail")).getText()).isEqualTo("about 6 min");
            ((javafx.scene.control.Button) window.lookup("#api-budget")).fire();
        });
        Parent jobs = (Parent) window.lookup("#usage-jobs");
        assertThat(jobs.isVisible()).isTrue();
        assertThat(jobs.lookupAll(".label").stream().map(each -> ((Labeled) each).getText()))
                .contains("Reading campaigns of " + Samples.WEBSHOP.name(), "This job: about 6 min");
    }

    @Test
    void looksLikeTheMockUps(FxRobot robot) {
        robot.interact(this::readForSixMinutes);
        robot.interact(window::stop);
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            for (int[] size : new int[][]{{1440, 900}, {1024, 700}}) {
                robot.interact(() -> {
                    fakes.settings.current = Samples.settings();
                    memory.put("tenant", "nordlys");
                    fakes.scope.show(null);
                    window = build();
                    Scene picture = new Scene(window, size[0], size[1]);
                    themes.use(theme);
                    fakes.settings.current = withTheme(theme);
                    themes.dress(picture);
                    window.start();
                    window.select(TabId.CAMPAIGNS);
                    String name = "shell-" + size[0] + "-" + theme.name().toLowerCase(Locale.ROOT);
                    Snapshots.write(picture, name);
                    window.applyCss();
                    window.layout();
                    Label tab = (Label) window.lookup(".tab-name");
                    assertThat(tab.getWidth()).as("tab names are whole").isGreaterThanOrEqualTo(tab.prefWidth(-1));
                    if (size[0] == 1440) {
                        ((javafx.scene.control.Button) window.lookup("#date-range")).fire();
                        Snapshots.write(picture, name + "-dates");
                        ((javafx.scene.control.Button) window.lookup("#account-selector")).fire();
                        Snapshots.write(picture, name + "-accounts");
                        ((javafx.scene.control.Button) window.lookup("#api-budget")).fire();
                        Snapshots.write(picture, name + "-usage");
                        window.addTenant();
                        toasts.done("Winter clearance — last chance was paused", () -> locked++);
                        toasts.failed(Problem.of(Problem.Kind.FAILED, "Export failed", "The folder is read-only."));
                        Snapshots.write(picture, name + "-dialog");
                    }
                    window.stop();
                });
            }
        }
    }

    private static com.bizosaas.adsdesk.service.DeskSettings withTheme(Theme theme) {
        var now = Samples.settings();
        return now.withTheme(theme);
    }
}
