package com.bizosaas.adsdesk.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.domain.Person;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.ui.common.DeskAction;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.DeskTab;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.OverlayDialogs;
import com.bizosaas.adsdesk.ui.common.TabId;
import com.bizosaas.adsdesk.ui.common.Themes;
import com.bizosaas.adsdesk.ui.common.ToastNotifier;
import com.bizosaas.adsdesk.ui.common.VirtualTaskRunner;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.FakeTab;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import com.bizosaas.adsdesk.ui.palette.CommandPalette;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The palette in its window, by keyboard alone; what it reads and searches runs on other threads, as in the desk.
@ExtendWith(ApplicationExtension.class)
class CommandPaletteTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final FakeServices fakes = new FakeServices();
    private final Map<TabId, FakeTab> tabs = new EnumMap<>(TabId.class);
    private final WindowMemory memory = WindowMemory.none();
    private final List<String> done = new ArrayList<>();
    private Themes themes;
    private DeskWindow window;
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        fakes.scope.show(null);
        fakes.tenants.list.add(Samples.HIKARI);
        fakes.connections.chosen.put(Samples.HIKARI.id(), List.of(Samples.AURORA));
        fakes.connections.chosen.put(Samples.NORDLYS.id(), List.of(Samples.WEBSHOP, Samples.NETTBUTIKK));
        fakes.campaigns.structures.put(Samples.WEBSHOP.id(), campaigns("Spring Layers — Prospecting EU",
                "App installs — Trail Log", "Brand film"));
        fakes.campaigns.structures.put(Samples.NETTBUTIKK.id(), campaigns("Norsk kampanje"));
        fakes.campaigns.structures.put(Samples.AURORA.id(), campaigns("Aurora spring"));
        memory.put("tenant", Samples.NORDLYS.id().value());
        stage.setX(0);
        stage.setY(0);
        Snapshots.show(stage, open(Theme.LIGHT, 980, 720));
    }

    private static Stamped<AdStructure> campaigns(String... names) {
        List<Campaign> all = new ArrayList<>();
        for (String name : names) {
            all.add(new Campaign(new GraphId(Integer.toString(100 + Math.floorMod(name.hashCode(), 10_000))), name,
                    Objective.SALES, all.isEmpty() ? Status.ACTIVE : Status.PAUSED, EffectiveStatus.ACTIVE, null, null,
                    List.of(), null, null, Samples.NOW, Samples.NOW, List.of()));
        }
        return new Stamped<>(new AdStructure(all, List.of(), List.of()), Samples.NOW, false);
    }

    private Scene open(Theme theme, double width, double height) {
        themes = new Themes(theme);
        fakes.settings.current = fakes.settings.current.withTheme(theme);
        OverlayDialogs dialogs = new OverlayDialogs();
        ToastNotifier toasts = new ToastNotifier();
        DeskContext context = new DeskContext(fakes.services(), new VirtualTaskRunner(), fakes.scope, toasts, dialogs,
                id -> window.select(id), Samples.CLOCK);
        tabs.clear();
        for (TabId id : TabId.values()) {
            tabs.put(id, new FakeTab(id));
        }
        tabs.get(TabId.CAMPAIGNS).offered = List.of(
                DeskAction.of("Pause", "Spring Layers — Prospecting EU", Icons.PAUSE, "Space", () -> done.add("pause")),
                DeskAction.of("Pause all ads with ROAS under…", "", Icons.PAUSE, "", () -> done.add("never"))
                        .unless("This is for the role Publisher and above; you are Viewer."));
        List<DeskTab> all = List.copyOf(tabs.values());
        window = new DeskWindow(context, all,
                new DeskWindow.Surroundings(themes, memory, "0.1.0", () -> done.add("lock"),
                        new SimpleObjectProperty<>(Duration.ofMinutes(12))),
                List.of(dialogs.layer(), toasts.layer()));
        Scene scene = new Scene(window, width, height);
        themes.dress(scene);
        window.start();
        window.select(TabId.CAMPAIGNS);
        return scene;
    }

    @AfterEach
    void stop(FxRobot robot) {
        robot.interact(window::stop);
    }

    private static <T> T fx(Callable<T> work) throws Exception {
        return WaitForAsyncUtils.asyncFx(work).get();
    }

    private String shown() throws Exception {
        return fx(() -> {
            window.applyCss();
            window.layout();
            Node list = window.lookup("#palette-list");
            return Stream.of(".hit", ".label").flatMap(style -> list.lookupAll(style).stream())
                    .filter(Node::isVisible).map(Labeled.class::cast)
                    .sorted(Comparator.comparingDouble(node -> node.localToScene(0, 0).getY())).map(Labeled::getText)
                    .filter(words -> words != null && !words.isEmpty()).distinct().collect(Collectors.joining(" | "));
        });
    }

    private void awaitShown(String... words) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(shown()).contains(words));
    }

    private void palette(FxRobot robot) {
        await().atMost(PATIENCE).until(() -> fx(() -> tabs.get(TabId.CAMPAIGNS).calls
                .contains("activate")));
        robot.push(KeyCode.CONTROL, KeyCode.K);
        await().atMost(PATIENCE).until(() -> fx(() -> window.lookup("#palette-field").isFocused()));
    }

    private boolean isOpen() throws Exception {
        return fx(() -> window.getChildrenUnmodifiable().stream().filter(CommandPalette.class::isInstance)
                .map(CommandPalette.class::cast).anyMatch(CommandPalette::isOpen));
    }

    @Test
    void runsAnActionOnWhatIsInFocusAndRemembersIt(FxRobot robot) throws Exception {
        palette(robot);
        robot.write("pau");
        awaitShown("Actions here", "Pau", "Space", "App installs — Trail Log");
        robot.push(KeyCode.ENTER);
        assertThat(done).containsExactly("pause");
        assertThat(isOpen()).isFalse();
        palette(robot);
        awaitShown("Recent", "Actions here", "Everywhere", "Brand film");
        assertThat(shown().indexOf("Pause")).isLessThan(shown().indexOf("Actions here"));
        robot.push(KeyCode.ESCAPE);
        assertThat(isOpen()).isFalse();
    }

    @Test
    void whatTheRoleForbidsIsListedWithTheReasonAndNotRun(FxRobot robot) throws Exception {
        fakes.persons.current = new Person("p2", "Vik", Role.VIEWER);
        palette(robot);
        robot.write(">pause all");
        awaitShown("This is for the role Publisher and above; you are Viewer.");
        robot.push(KeyCode.ENTER);
        assertThat(isOpen()).isTrue();
        assertThat(done).isEmpty();
        robot.interact(() -> ((TextField) window.lookup("#palette-field")).setText(">add tenant"));
        awaitShown("This is for the role Administrator and above; you are Viewer.");
    }

    @Test
    void findsAdSetsAndAdsOfEveryAccountOfTheTenantInView(FxRobot robot) throws Exception {
        AdStructure of = campaigns("Norsk kampanje").value();
        AdSet set = new AdSet(new GraphId("77"), of.campaigns().getFirst().id(), "Fjellfolk 25–54", Status.ACTIVE,
                EffectiveStatus.ACTIVE, null, null, null, "", "", null, null, null, null, null, List.of());
        Ad ad = new Ad(new GraphId("78"), of.campaigns().getFirst().id(), set.id(), "Fjell i snø", Status.ACTIVE,
                EffectiveStatus.ACTIVE, null, null, null, List.of());
        fakes.campaigns.structures.put(Samples.NETTBUTIKK.id(), new Stamped<>(new AdStructure(of.campaigns(),
                List.of(set), List.of(ad)), Samples.NOW, false));
        palette(robot);
        robot.write("#fjell");
        awaitShown("folk 25–54", " i snø");
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void findsCampaignsOfAllTenantsAndLeadsToThem(FxRobot robot) throws Exception {
        palette(robot);
        robot.write("#spring");
        awaitShown("Layers — Prospecting EU");
        assertThat(shown()).doesNotContain("Aurora");
        robot.push(KeyCode.TAB);
        awaitShown("Layers — Prospecting EU", "Aurora ", "株式会社ひかり旅行");
        robot.interact(() -> ((TextField) window.lookup("#palette-field")).setText("#aurora"));
        await().atMost(PATIENCE).until(() -> !shown().contains("Layers") && shown().contains("Aurora"));
        robot.push(KeyCode.ENTER);
        await().atMost(PATIENCE).untilAsserted(() -> fx(() -> {
            assertThat(fakes.scope.scope().tenant()).isEqualTo(Samples.HIKARI);
            assertThat(fakes.scope.scope().account()).isEqualTo(Samples.AURORA);
            return true;
        }));
        assertThat(fx(() -> List.copyOf(tabs.get(TabId.CAMPAIGNS).calls)))
                .contains("find " + campaigns("Aurora spring").value().campaigns().getFirst().id());
    }

    @Test
    void changesTenantAccountAndTab(FxRobot robot) throws Exception {
        palette(robot);
        robot.write("@nettb");
        awaitShown("Ad accounts", "Norge ");
        robot.push(KeyCode.ENTER);
        await().atMost(PATIENCE)
                .until(() -> fx(() -> Samples.NETTBUTIKK.equals(fakes.scope.scope().account())));
        palette(robot);
        robot.write("@hikari ひかり");
        robot.interact(() -> ((TextField) window.lookup("#palette-field")).setText("@ひかり"));
        awaitShown("Tenants", "ひかり");
        robot.push(KeyCode.ENTER);
        await().atMost(PATIENCE)
                .until(() -> fx(() -> Samples.HIKARI.equals(fakes.scope.scope().tenant())));
        palette(robot);
        robot.write(">settings");
        awaitShown("Ctrl 6");
        robot.push(KeyCode.ENTER);
        assertThat(fx(() -> window.selected())).isEqualTo(TabId.SETTINGS);
        palette(robot);
        robot.write("zzzz");
        await().atMost(PATIENCE).until(() -> shown().contains("Nothing matches"));
        robot.push(KeyCode.CONTROL, KeyCode.K);
        assertThat(isOpen()).isFalse();
    }

    @Test
    void looksLikeTheMockUp(FxRobot robot) throws Exception {
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            for (int[] size : new int[][]{{1440, 900}, {1024, 700}, {2560, 1440}}) {
                robot.interact(() -> {
                    window.stop();
                    open(theme, size[0], size[1]);
                    window.openPalette();
                    ((TextField) window.lookup("#palette-field")).setText("p");
                });
                awaitShown("Brand film");
                robot.interact(() -> Snapshots.write(window.getScene(), "palette-" + size[0] + "x" + size[1] + "-"
                        + theme.name().toLowerCase(Locale.ROOT)));
            }
        }
    }
}
