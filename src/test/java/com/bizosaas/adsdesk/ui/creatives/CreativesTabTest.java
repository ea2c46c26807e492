package com.bizosaas.adsdesk.ui.creatives;

import com.bizosaas.adsdesk.domain.TenantId;
import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.service.CreativeService.Preview;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import com.bizosaas.adsdesk.ui.fakes.DirectTasks;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.HeldTasks;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.web.WebView;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class CreativesTabTest {

    private final FakeServices desk = new FakeServices();
    private Stage stage;
    private CreativesTab tab;

    @Start
    void start(Stage shown) {
        stage = shown;
        WebshopCreatives.fill(desk);
        desk.creatives.refusal = Problem.of(Problem.Kind.OFFLINE, "You are offline", "The preview needs the network.");
    }

    @Test
    void showsCardsByFallingSpendWithTheirFigures(FxRobot robot) {
        open(robot, new DirectTasks());
        List<CardView> cards = cards(robot);
        assertThat(cards.getFirst().card().creative().name()).isEqualTo("Fjord crossing — 15 s, 4:5");
        assertThat(labels(cards.getFirst())).contains("4.24", "1.37%", "€1,812", "Video");
        assertThat(words(robot)).contains("All 12", "Image 4", "Video 4", "Carousel 4");
        assertThat(desk.sync.calls).contains("look nordlys act_102938475610 28");
    }

    @Test
    void filtersByFormatTextAndUse(FxRobot robot) {
        open(robot, new DirectTasks());
        robot.clickOn("Carousel 4");
        assertThat(cards(robot)).allMatch(card -> labels(card).stream().anyMatch(word -> word.startsWith("Carousel")));
        robot.clickOn("All 12");
        robot.clickOn("In use");
        assertThat(words(robot)).contains("All 11");
        robot.interact(() -> tab.focusSearch());
        robot.write("boots");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(cards(robot)).hasSize(1);
        robot.write("zzz");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(words(robot)).contains("Nothing matches");
        robot.clickOn("Show all");
        assertThat(words(robot)).contains("All 12");
    }

    @Test
    void opensAPreviewWithTextsAndSaysWhyItCannotBeShown(FxRobot robot) {
        open(robot, new DirectTasks());
        robot.clickOn("Shell jackets — 6 cards");
        assertThat(words(robot)).contains("Light. Dry. Done.", "https://nordlys.example/shell", "Shop now",
                "You are offline");
        robot.interact(() -> Snapshots.write(stage.getScene(), "creatives-preview-offline"));
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup(".preview-panel").tryQuery()).isEmpty();
    }

    @Test
    void showsFacebooksPageOfTheChosenPlacementInABrowser(FxRobot robot) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        AtomicInteger served = new AtomicInteger();
        server.createContext("/preview", exchange -> {
            served.incrementAndGet();
            byte[] page = ("<html><body style='margin:0;font-family:sans-serif'><h3 id='ad'>Nordlys Outdoor</h3>"
                    + "<p>Sponsored</p></body></html>").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        try {
            String home = "http://127.0.0.1:" + server.getAddress().getPort();
            PreviewPage page = PreviewPage.of(new Preview(home + "/preview?d=1", 320, 420), home);
            PreviewBrowser[] browser = new PreviewBrowser[1];
            StringBuilder told = new StringBuilder();
            robot.interact(() -> {
                browser[0] = new PreviewBrowser(new DirectTasks(), told::append);
                stage.setScene(new Scene(browser[0], 320, 420));
                stage.show();
                browser[0].open(page);
            });
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> robot.lookup(".web-view").tryQuery()
                    .map(view -> "ad".equals(onFx(robot,
                            () -> ((WebView) view).getEngine().executeScript(
                                    "document.getElementById('ad') ? document.getElementById('ad').id : ''"))))
                    .orElse(false));
            assertThat(served).hasValue(1);
            Awaitility.await("a page that is loaded is seen too").atMost(Duration.ofSeconds(20))
                    .until(() -> onFx(robot, () -> {
                        WebView view = robot.lookup(".web-view").queryAs(WebView.class);
                        return view.getWidth() >= 300 && view.getHeight() >= 400;
                    }));
            robot.interact(() -> ((WebView) robot.lookup(".web-view").query()).getEngine()
                    .load("http://localhost:" + server.getAddress().getPort() + "/preview"));
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> told.toString().contains("leave Facebook"));
            assertThat(robot.lookup(".web-view").tryQuery()).isEmpty();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void movesThroughTheCardsByKey(FxRobot robot) {
        open(robot, new DirectTasks());
        robot.clickOn("Fjord crossing — 15 s, 4:5");
        robot.type(KeyCode.RIGHT);
        assertThat(words(robot)).contains("UGC — Lotte tests the rain shell in the Ardennes");
        CardView chosen = cards(robot).stream()
                .filter(card -> card.getPseudoClassStates().stream()
                        .anyMatch(s -> s.getPseudoClassName().equals("selected")))
                .findFirst().orElseThrow();
        assertThat(chosen.card().creative().name()).startsWith("UGC");
    }

    @Test
    void fetchesAPictureOnceAndWithdrawsWhatIsNotSeenAnyMore(FxRobot robot) {
        HeldTasks held = new HeldTasks();
        Thumbnails[] thumbnails = new Thumbnails[1];
        AtomicInteger arrived = new AtomicInteger();
        robot.interact(() -> {
            thumbnails[0] = new Thumbnails(desk.creatives, held);
            TaskRunner.Running first = load(thumbnails[0], "300", arrived);
            first.cancel();
            assertThat(held.waiting()).isZero();
            load(thumbnails[0], "301", arrived);
            held.letGo();
            assertThat(arrived).hasValue(1);
            assertThat(load(thumbnails[0], "301", arrived)).isNull();
            assertThat(arrived).hasValue(2);
        });
    }

    @Test
    void saysWhatComesHereWhenThereIsNothing(FxRobot robot) {
        desk.creatives.creatives = new Stamped<>(List.of(), Samples.NOW, false);
        open(robot, new DirectTasks());
        assertThat(words(robot)).contains("No creatives in this account yet");
    }

    @Test
    void waitsInGreyUntilTheFirstRead(FxRobot robot) {
        desk.creatives.creatives = Stamped.never(List.of());
        open(robot, new DirectTasks());
        assertThat(robot.lookup(".skeleton").tryQuery()).isPresent();
    }

    @Test
    void fitsEveryWindowLightAndDark(FxRobot robot) {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            String suffix = theme.name().toLowerCase(Locale.ROOT);
            picture(robot, 1384, 776, theme, "creatives-1440x900-" + suffix, true);
            picture(robot, 968, 576, theme, "creatives-1024x700-" + suffix, false);
        }
        picture(robot, 2296, 1316, Theme.LIGHT, "creatives-2560x1440-light", true);
    }

    private void picture(FxRobot robot, double width, double height, Theme theme, String name, boolean preview) {
        robot.interact(() -> {
            tab = new CreativesTab(desk.context());
            Scene scene = Snapshots.scene((Parent) tab.view(), width, height, theme);
            tab.activate();
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            if (preview) {
                CardView card = (CardView) scene.getRoot().lookup(".creative-card");
                card.getOnMouseClicked().handle(new javafx.scene.input.MouseEvent(
                        javafx.scene.input.MouseEvent.MOUSE_CLICKED, 1, 1, 1, 1, javafx.scene.input.MouseButton.PRIMARY,
                        1, false, false, false, false, true, false, false, true, false, true, null));
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                scene.getRoot().layout();
            }
            Snapshots.write(scene, name);
            assertThat(scene.getRoot().lookup(".creative-card").getBoundsInParent().getWidth()).isGreaterThan(200);
            tab.deactivate();
        });
    }

    private TaskRunner.Running load(Thumbnails thumbnails, String creative, AtomicInteger arrived) {
        return thumbnails.load(Samples.NORDLYS.id(), Samples.WEBSHOP.id(), new GraphId(creative),
                image -> arrived.addAndGet(image.isPresent() ? 1 : 100));
    }

    private void open(FxRobot robot, TaskRunner tasks) {
        robot.interact(() -> {
            tab = new CreativesTab(desk.context(tasks));
            Snapshots.show(stage, Snapshots.scene((Parent) tab.view(), 1384, 776, Theme.LIGHT));
            tab.activate();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static <T> T onFx(FxRobot robot, java.util.concurrent.Callable<T> asked) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, asked);
    }

    private static List<CardView> cards(FxRobot robot) {
        return robot.lookup(".creative-card").queryAll().stream().map(CardView.class::cast)
                .filter(card -> card.isVisible() && card.card() != null)
                .sorted(java.util.Comparator
                        .<CardView>comparingDouble(card -> card.localToScene(0, 0).getY())
                        .thenComparingDouble(card -> card.localToScene(0, 0).getX()))
                .toList();
    }

    private static List<String> words(FxRobot robot) {
        return robot.lookup(node -> node instanceof Labeled labeled && labeled.getText() != null).queryAll().stream()
                .map(node -> ((Labeled) node).getText()).toList();
    }

    private static List<String> labels(Parent parent) {
        return parent.lookupAll(".label").stream().map(node -> ((Labeled) node).getText()).toList();
    }
}
