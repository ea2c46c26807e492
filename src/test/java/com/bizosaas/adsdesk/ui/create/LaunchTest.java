package com.bizosaas.adsdesk.ui.create;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.DatePreset;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.profile.Naming;
import com.bizosaas.adsdesk.draft.AdMix;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.NewCreative;
import com.bizosaas.adsdesk.draft.PublishBatch;
import com.bizosaas.adsdesk.draft.Review;
import com.bizosaas.adsdesk.draft.UrlTags;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.service.DraftService;
import com.bizosaas.adsdesk.service.Launches;
import com.bizosaas.adsdesk.service.SandboxDesk;
import com.bizosaas.adsdesk.ui.campaigns.CampaignsTab;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.Fonts;
import com.bizosaas.adsdesk.ui.common.OverlayDialogs;
import com.bizosaas.adsdesk.ui.common.Scope;
import com.bizosaas.adsdesk.ui.common.ScopeModel;
import com.bizosaas.adsdesk.ui.common.SegmentedControl;
import com.bizosaas.adsdesk.ui.common.Themes;
import com.bizosaas.adsdesk.ui.common.VirtualTaskRunner;
import com.bizosaas.adsdesk.ui.creatives.Placement;
import com.bizosaas.adsdesk.ui.fakes.FakeNotifier;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import tools.jackson.databind.JsonNode;

/// The launch from a template: a sales campaign of two ad sets, three images, four headlines and two texts, one ad for each
/// image and headline, from *New campaign* to what Facebook has. Every click and key is counted; typing is not. On the small fleet
/// here; `packaging/proof walkthroughs` does the same for tenant 12 of the reference fleet.
@Timeout(600)
@ExtendWith(ApplicationExtension.class)
class LaunchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CLICKS = 28;
    private static final boolean REFERENCE = "reference".equals(System.getProperty("walk.fleet"));
    /// What each call takes on the way, on the reference fleet.
    private static final Duration LATENCY = Duration.ofMillis(40);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final String TAGS = "utm_source={{site_source_name}}&utm_medium=paid&utm_campaign={{campaign.name}}"
            + "&utm_content={{ad.name}}&utm_term={{adset.name}}&cid={{campaign.id}}&sid={{adset.id}}&aid={{ad.id}}"
            + "&place={{placement}}";

    private static SandboxDesk at;
    private static DraftService drafts;
    private static Tenant tenant;
    private static AdAccount account;
    private static List<Path> images;

    private final FakeNotifier notifier = new FakeNotifier();
    private OverlayDialogs dialogs;
    private CampaignsTab tab;
    private StackPane root;
    private final Map<String, Long> steps = new TreeMap<>();
    private int clicks;

    @BeforeAll
    static void sandbox(@TempDir Path folder) throws Exception {
        at = SandboxDesk.of(folder.resolve("desk"), REFERENCE ? "reference" : "small", options -> REFERENCE
                ? options.withLatency(LATENCY, Duration.ZERO).withCachedPages(true)
                : options);
        drafts = at.desk.workbench().drafts();
        TenantId id;
        AdAccountId where;
        if (REFERENCE) {
            // Tenant 12, with its accounts.
            String client = at.accounts().stream().map(at::clientOf).distinct().skip(11).findFirst().orElseThrow();
            id = at.connect(client, at.accounts().stream().filter(one -> at.clientOf(one).equals(client)).toList());
            where = at.desk.connections().accounts(id).getFirst().id();
        } else {
            id = at.connect("Nordlicht");
            where = at.account(id);
        }
        tenant = at.desk.tenants().tenants().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        account = at.desk.connections().accounts(id).stream().filter(one -> one.id().equals(where)).findFirst()
                .orElseThrow();
        at.synced(id, where);
        images = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            images.add(Files.write(folder.resolve("coat " + i + ".png"),
                    Launches.picture(0x205080 + i * 40_507, 1080, i == 3 ? 1350 : 1080)));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        at.close();
    }

    @Start
    void start(Stage stage) {
        Fonts.load();
        dialogs = new OverlayDialogs();
        ScopeModel scopes = new ScopeModel();
        LocalDate today = LocalDate.ofInstant(at.clock.instant(), account.zone());
        scopes.show(new Scope(tenant, account, DatePreset.LAST_7_DAYS, DatePreset.LAST_7_DAYS.range(today), null));
        DeskContext desk = new DeskContext(at.desk, new VirtualTaskRunner(), scopes, notifier, dialogs, _ -> {
        }, at.clock);
        tab = new CampaignsTab(desk);
        root = new StackPane(tab.view(), dialogs.layer());
        Snapshots.show(stage, Snapshots.scene(root, 1440, 900, Theme.LIGHT));
        tab.activate();
    }

    /// The smallest daily budget of the account.
    private static long daily() {
        Money least = account.minDailyBudget();
        return least == null ? 100 : least.minorUnits();
    }

    /// What the operator's agency made once: settings of a sales campaign with two ad sets, without images and words.
    private static void template() {
        var launch = at.desk.workbench().launch();
        var assets = launch.readAssets(tenant.id(), account.id());
        String creative = AdMix.single(NewCreative.EMPTY
                .withIdentity(assets.pages().keySet().iterator().next(), NewCreative.AS_PAGE)
                .withLink("https://shop.example/summer", "SHOP_NOW"), "").creative(
                        new AdMix.Cross(1, 1))
                .json();
        List<DraftService.NewObject> tree = new ArrayList<>();
        tree.add(new DraftService.NewObject("#c", Level.CAMPAIGN, Map.of(Fields.NAME, "Sales", Fields.OBJECTIVE,
                "OUTCOME_SALES", Fields.CATEGORIES, "[]", Fields.DAILY, Long.toString(150 * daily()),
                Fields.STRATEGY,
                "LOWEST_COST_WITHOUT_CAP")));
        for (String country : List.of("DE", "NO")) {
            tree.add(new DraftService.NewObject("#" + country, Level.AD_SET, Map.of(Fields.NAME, "People " + country,
                    Fields.CAMPAIGN, "#c", Fields.DESTINATION, "WEBSITE", Fields.GOAL, "OFFSITE_CONVERSIONS",
                    Fields.BILLED, "IMPRESSIONS", Fields.PROMOTED, "{\"pixel_id\":\""
                            + assets.pixels().keySet().iterator().next() + "\",\"custom_event_type\":\"PURCHASE\"}",
                    Fields.TARGETING, "{\"geo_locations\":{\"countries\":[\"" + country + "\"]},"
                            + "\"targeting_automation\":{\"advantage_audience\":0}}",
                    Fields.BENEFICIARY, "Nordlicht", Fields.PAYOR, "Nordlicht")));
            tree.add(new DraftService.NewObject("", Level.AD, Map.of(Fields.NAME, "Ad", Fields.AD_SET, "#" + country,
                    Fields.CREATIVE, creative, Fields.URL_TAGS, TAGS)));
        }
        var key = drafts.create(tenant.id(), account.id(), "Template", tree).getFirst();
        launch.saveTemplate(tenant.id(), "Summer sales", key);
        drafts.discard(tenant.id(), List.of(key));
        at.desk.profiles().save(tenant.id(), at.desk.profiles().profile(tenant.id()).withUrlTags(TAGS)
                .withNaming(new Naming("{tenant} {objective:title} {date:yyMM} {country}", "",
                        "{campaign} {adset} {image:strip} {headline}")));
    }

    @Test
    void launchesFromATemplateWithin28Clicks(FxRobot robot) throws Exception {
        template();
        assertThat(UrlTags.MACROS).allMatch(TAGS::contains).hasSize(8);
        long before = at.writes();

        click(robot, "#new-campaign");
        eventually(() -> root.lookup("#create-wizard") != null);
        click(robot, "#start-template");
        eventually(() -> root.lookup("#template-list") != null);
        click(robot, "#dialog-primary");
        eventually(() -> root.lookup("#template-list") == null && root.lookup("#create-wizard") != null
                && this.<TextField>node("#wizard-name").getText().matches(Pattern.quote(tenant.name())
                        + " Sales 26.* DE"));
        click(robot, "#go-ads");
        eventually(() -> "2 ads".equals(text("#ads-count")));
        choosing(robot);
        eventually(() -> "6 ads".equals(text("#ads-count")));
        type(robot, "#headline-1", "Autumn coats");
        for (int i = 2; i <= 4; i++) {
            count(1);
            int number = i;
            step(robot, "another headline", () -> this.<TextField>node("#headline-" + (number - 1))
                    .fireEvent(new ActionEvent()));
            eventually(() -> drafted(Level.AD).size() == 6 * number);
            step(robot, "a key in a headline",
                    () -> this.<TextField>node("#headline-" + number).setText("Headline " + number));
        }
        type(robot, "#text-1", "Three layers, 310 grams.");
        click(robot, "#add-text");
        robot.interact(() -> this.<TextField>node("#text-2").setText("Rain? Let it."));
        eventually(() -> "24 ads".equals(text("#ads-count")) && drafted(Level.AD).size() == 24);
        picture(robot, "launch-ads");
        for (Placement placement : List.of(Placement.STORY, Placement.REEL)) {
            count(1);
            step(robot, "a placement of the preview",
                    () -> this.<SegmentedControl<Placement>>node("#preview-placement").button(placement).fire());
            eventually(() -> node("#preview-stage").lookup(".drawn-story") != null);
        }
        picture(robot, "launch-reel");
        long checking = System.nanoTime();
        key(robot, KeyCode.ENTER);
        eventually(() -> root.lookup("#step-check") != null
                && texts("#step-check").stream().anyMatch(text -> text.startsWith("Meta was asked")));
        eventually(() -> texts("#check-lines").stream().filter("Ready"::equals).count() == 27);
        Duration checked = Duration.ofNanos(System.nanoTime() - checking);
        picture(robot, "launch-check");
        key(robot, KeyCode.ENTER);
        eventually(() -> !dialogs.isOpen());
        assertThat(at.writes()).as("nothing is written, and no image goes up, before it is published")
                .isEqualTo(before);
        assertThat(drafted(Level.AD).stream().map(Draft::name)).doesNotHaveDuplicates().hasSize(24)
                .allMatch(name -> name.startsWith(tenant.name() + " Sales") && name.contains("People"));

        key(robot, KeyCode.ENTER);
        eventually(() -> dialogs.isOpen() && primary().getText().startsWith("Publish") && !primary().isDisabled());
        assertThat(labels()).anyMatch(text -> text.startsWith("make 1 campaign, 2 ad sets, 24 ads"));
        Review review = drafts.review(tenant.id(), null);
        assertThat(review.writes()).isEqualTo(27);
        picture(robot, "launch-review");
        int calls = calls();
        long posting = System.nanoTime();
        key(robot, KeyCode.ENTER);
        eventually(() -> !dialogs.isOpen() || !"Review changes".equals(title()));
        if (dialogs.isOpen()) {
            key(robot, KeyCode.ENTER);
        }
        await().atMost(PATIENCE).until(() -> at.desk.workbench().publishing().batches(tenant.id(), 1).stream()
                .anyMatch(batch -> batch.phase() == PublishBatch.Phase.OVER));
        Duration posted = Duration.ofNanos(System.nanoTime() - posting);
        int requests = calls() - calls;
        PublishBatch batch = at.desk.workbench().publishing().batches(tenant.id(), 1).getFirst();
        assertThat(batch.clean()).as(batch.rows().toString()).isTrue();
        assertThat(batch.rows()).hasSize(27);
        HashSet<String> shown = new HashSet<>();
        for (var row : batch.rows()) {
            JsonNode made = at.remote(Objects.requireNonNull(row.object()));
            assertThat(made.path("status").asString()).isEqualTo("PAUSED");
            if (row.key().level() == Level.AD) {
                JsonNode creative = at.remote(new GraphId(made.path("creative").path("id")
                        .asString()));
                JsonNode link = creative.path("object_story_spec").path("link_data");
                shown.add(row.sent().get(Fields.AD_SET) + link.path("image_hash").asString()
                        + link.path("name").asString());
                assertThat(creative.path("url_tags").asString()).isEqualTo(TAGS);
            }
        }
        eventually(() -> notifier.done.stream().anyMatch(text -> text.contains("1 campaign, 2 ad sets, 24 ads")));
        assertThat(shown).as("one ad for each ad set, image and headline").hasSize(24);
        assertThat(steps.values()).as("CPU ms of the painting thread: " + steps).allMatch(ms -> ms < 150);
        System.out.println("W4 steps, CPU ms of the painting thread at most: " + steps);
        System.out.printf(Locale.ROOT, "W4 times: check %.1f s of 15, posting %.1f s of 90 in %d requests%s%n",
                checked.toMillis() / 1000.0, posted.toMillis() / 1000.0, requests,
                REFERENCE
                        ? String.format(Locale.ROOT, ", %.1f times what the network alone takes",
                                posted.toMillis() / (double) (requests * LATENCY.toMillis()))
                        : "");
        System.out.println("W4: 24 ads of 2 ad sets, 3 images, 4 headlines and 2 texts; " + (at.writes() - before)
                + " writes, " + clicks + " clicks and keys of " + CLICKS);
        assertThat(clicks).isLessThanOrEqualTo(CLICKS);
    }

    /// The button, and in the operating system's dialog three files and *Open*.
    private void choosing(FxRobot robot) {
        count(5);
        assertThat(this.<Button>node("#image-files").isDisabled()).isFalse();
        robot.interact(() -> this.<ImageStrip>node(".image-strip").keep(images));
    }

    /// Requests that the desk has made for the tenant so far.
    private static int calls() {
        return at.desk.sync().requests(tenant.id()).size();
    }

    /// What a step of the builder takes of the thread that paints, layout included.
    private void step(FxRobot robot, String what, Runnable action) {
        robot.interact(() -> {
            long before = THREADS.getCurrentThreadCpuTime();
            action.run();
            root.applyCss();
            root.layout();
            steps.merge(what, (THREADS.getCurrentThreadCpuTime() - before) / 1_000_000, Math::max);
        });
    }

    private void count(int more) {
        clicks += more;
    }

    private void click(FxRobot robot, String id) {
        eventually(() -> root.lookup(id) != null && !root.lookup(id).isDisabled());
        count(1);
        robot.interact(() -> this.<Button>node(id).fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// A click into the field, and typing.
    private void type(FxRobot robot, String id, String text) {
        count(1);
        robot.interact(() -> {
            TextField field = node(id);
            field.requestFocus();
            field.setText(text);
        });
    }

    /// A key with Ctrl.
    private void key(FxRobot robot, KeyCode code) {
        count(1);
        Node target = dialogs.isOpen() ? root : node("#campaigns-grid");
        robot.interact(() -> Event.fireEvent(
                root.lookup("#create-wizard") == null ? target : root.lookup("#create-wizard"),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, true, false, false)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static List<Draft> drafted(Level level) {
        return drafts.book(tenant.id()).drafts().stream().filter(draft -> draft.key().level() == level).toList();
    }

    private String text(String id) {
        Node node = root.lookup(id);
        return node instanceof Labeled labeled ? labeled.getText() : "";
    }

    private String title() {
        Node label = root.lookup(".dialog-title");
        return label instanceof Label words ? words.getText() : "";
    }

    private Button primary() {
        return node("#dialog-primary");
    }

    private List<String> labels() {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, () -> root.lookupAll(".label").stream()
                .map(each -> ((Labeled) each).getText()).filter(Objects::nonNull).toList());
    }

    private List<String> texts(String id) {
        Node within = root.lookup(id);
        return within == null
                ? List.of()
                : Stream.of(".label", ".button").flatMap(css -> within.lookupAll(css).stream())
                        .map(each -> each instanceof Labeled labeled ? labeled.getText() : "")
                        .filter(text -> text != null && !text.isEmpty()).toList();
    }

    @SuppressWarnings("unchecked")
    private <T extends Node> T node(String id) {
        T found = (T) root.lookup(id);
        assertThat(found).as(id).isNotNull();
        return found;
    }

    /// In the long run alone; the suite has pictures of the wizard elsewhere.
    private void picture(FxRobot robot, String name) {
        if (!REFERENCE) {
            return;
        }
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            robot.interact(() -> {
                new Themes(theme).dress(root.getScene());
                for (int i = 0; i < 3; i++) {
                    root.applyCss();
                    root.layout();
                }
                Snapshots.write(root.getScene(), name + "-" + theme.name().toLowerCase(Locale.ROOT));
            });
        }
    }

    private void eventually(Callable<Boolean> condition) {
        await().atMost(PATIENCE).until(() -> WaitForAsyncUtils.waitForAsyncFx(30_000, condition));
    }
}
