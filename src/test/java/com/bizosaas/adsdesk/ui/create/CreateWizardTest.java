package com.bizosaas.adsdesk.ui.create;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.Enhancement;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.draft.Conflict;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.NewCreative;
import com.bizosaas.adsdesk.draft.PublishBatch;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.service.DraftService;
import com.bizosaas.adsdesk.service.PublishService;
import com.bizosaas.adsdesk.service.SandboxDesk;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.Fonts;
import com.bizosaas.adsdesk.ui.common.OverlayDialogs;
import com.bizosaas.adsdesk.ui.common.ScopeModel;
import com.bizosaas.adsdesk.ui.common.SegmentedControl;
import com.bizosaas.adsdesk.ui.common.Themes;
import com.bizosaas.adsdesk.ui.common.VirtualTaskRunner;
import com.bizosaas.adsdesk.ui.fakes.FakeNotifier;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
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

/// The wizard with real drafting, over the sandbox.
@Timeout(180)
@ExtendWith(ApplicationExtension.class)
class CreateWizardTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static SandboxDesk at;
    private static DraftService drafts;
    private static Tenant tenant;
    private static AdAccount account;
    private static AdStructure structure;

    private final FakeNotifier notifier = new FakeNotifier();
    private OverlayDialogs dialogs;
    private DeskContext desk;
    private StackPane root;

    @BeforeAll
    static void sandbox(@TempDir Path folder) throws Exception {
        at = new SandboxDesk(folder.resolve("desk"));
        drafts = at.desk.workbench().drafts();
        var id = at.connect("Nordlicht");
        tenant = at.desk.tenants().tenants().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        var where = at.account(id);
        account = at.desk.connections().accounts(id).stream().filter(one -> one.id().equals(where)).findFirst()
                .orElseThrow();
        structure = at.synced(id, where);
    }

    @AfterAll
    static void stop() throws Exception {
        at.close();
    }

    @Start
    void start(Stage stage) {
        Fonts.load();
        dialogs = new OverlayDialogs();
        desk = desk();
        root = new StackPane(new StackPane(), dialogs.layer());
        Snapshots.show(stage, Snapshots.scene(root, 1440, 900, Theme.LIGHT));
    }

    @AfterEach
    void discard(FxRobot robot) {
        robot.interact(dialogs::closeAll);
        WaitForAsyncUtils.waitForFxEvents();
        drafts.discard(tenant.id(), drafts.book(tenant.id()).drafts().stream().map(Draft::key).toList());
    }

    @Test
    void nextWithGapsListsAllAndLeadsToTheFirst(FxRobot robot) {
        open(robot);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        eventually(() -> node("#gaps").isVisible());
        robot.interact(() -> {
            assertThat(texts("#gaps")).anyMatch(text -> text.contains("It has no name"))
                    .anyMatch(text -> text.contains("no objective"))
                    .anyMatch(text -> text.contains("special ad category"));
            assertThat(root.getScene().getFocusOwner()).isEqualTo(node("#wizard-name"));
            assertThat(node("#go-objective").getAccessibleText()).contains("Objective");
            assertThat(root.lookup("#step-objective")).isNotNull();
        });
        objective(robot, "OUTCOME_TRAFFIC");
        eventually(() -> texts("#gaps").stream().noneMatch(text -> text.contains("It has no name")));
        next(robot, "#step-budget");
        next(robot, "#step-budget");
        eventually(() -> texts("#gaps").stream().anyMatch(text -> text.contains("The campaign has no budget")));
        type(robot, "#campaign-budget", "4.0.0,1");
        eventually(() -> texts("#gaps").stream().anyMatch(text -> text.contains("is not an amount")));
        type(robot, "#campaign-budget", "150");
        eventually(() -> !node("#gaps").isVisible());
        go(robot, "#go-ads");
        go(robot, "#go-check");
        eventually(() -> node("#go-objective").getAccessibleText().endsWith("done")
                && node("#go-budget").getAccessibleText().endsWith("done")
                && node("#go-ads").getAccessibleText().endsWith("something is missing"));
    }

    @Test
    void everyKeystrokeIsADraftThatIsTakenUpAgain(FxRobot robot) {
        open(robot);
        robot.clickOn("#wizard-name").write("Alps");
        objective(robot, "OUTCOME_SALES");
        choose(robot, "#event", "PURCHASE");
        go(robot, "#go-budget");
        type(robot, "#campaign-budget", "150");
        robot.interact(() -> this.<DatePicker>node("#start-day").getEditor().setText("15 Dec 2026"));
        type(robot, "#start-time", "08:30");
        eventually(() -> "2026-12-15T08:30:00+0100".equals(mine(Level.AD_SET, Fields.START)));
        assertThat(mine(Level.CAMPAIGN, Fields.NAME)).isEqualTo("Alps");
        assertThat(mine(Level.CAMPAIGN, Fields.DAILY)).isEqualTo("15000");
        assertThat(mine(Level.AD_SET, Fields.GOAL)).isEqualTo("OFFSITE_CONVERSIONS");
        assertThat(mine(Level.AD_SET, Fields.PROMOTED)).contains("PURCHASE");
        assertThat(drafts.book(tenant.id()).drafts()).hasSize(3)
                .allMatch(draft -> "PAUSED".equals(draft.mine(Fields.STATUS)));
        robot.interact(dialogs::closeAll);
        at.reopen();
        drafts = at.desk.workbench().drafts();
        desk = desk();
        DraftKey ad = drafts.book(tenant.id()).drafts().getLast().key();
        robot.interact(() -> new CreateWizard(desk).open(tenant, account, ad));
        eventually(() -> root.lookup("#create-wizard") != null);
        robot.interact(() -> assertThat(this.<TextField>node("#wizard-name").getText()).startsWith("Alps"));
        go(robot, "#go-budget");
        robot.interact(() -> {
            assertThat(this.<TextField>node("#campaign-budget").getText()).isEqualTo("150.00");
            assertThat(this.<TextField>node("#start-time").getText()).isEqualTo("8:30");
            assertThat(texts("#step-budget")).contains("Europe/Oslo");
        });
    }

    @Test
    void whatIsTypedRightAfterEnterGoesToTheNextHeadline(FxRobot robot) {
        open(robot);
        go(robot, "#go-ads");
        robot.interact(() -> this.<SegmentedControl<AdsStep.Mode>>node("#ads-mode").button(AdsStep.Mode.MIX).fire());
        eventually(() -> root.lookup("#headline-1") != null);
        robot.interact(() -> {
            node("#headline-1").requestFocus();
            root.layout();
            letters("Hut to hut");
            // Nothing is drawn between Enter and the next key of somebody who types fast.
            root.getScene().getFocusOwner().fireEvent(new ActionEvent());
            letters("Above the clouds");
            assertThat(this.<TextField>node("#headline-1").getText()).isEqualTo("Hut to hut");
            assertThat(this.<TextField>node("#headline-2").getText()).isEqualTo("Above the clouds");
        });
        eventually(() -> drafts.book(tenant.id()).drafts().stream().filter(draft -> draft.key().level() == Level.AD)
                .flatMap(draft -> NewCreative.of(draft.mine(Fields.CREATIVE)).stream()).map(NewCreative::headline)
                .toList().equals(List.of("Hut to hut", "Above the clouds")));
    }

    @Test
    void enhancementsBeginAsTheProfileSaysAndAreAnsweredOneByOne(FxRobot robot) {
        at.desk.profiles().save(tenant.id(), at.desk.profiles().profile(tenant.id())
                .withEnhancements(Set.of(Enhancement.IMAGE_UNCROP)));
        open(robot);
        go(robot, "#go-ads");
        robot.interact(() -> this.<SegmentedControl<AdsStep.Mode>>node("#ads-mode").button(AdsStep.Mode.MIX).fire());
        eventually(() -> enhancements().equals(Set.of(Enhancement.IMAGE_UNCROP)));
        robot.interact(() -> {
            assertThat(this.<CheckBox>node("#enhance-IMAGE_UNCROP").isSelected()).isTrue();
            assertThat(this.<CheckBox>node("#enhance-MUSIC_GENERATION").isSelected()).isFalse();
            this.<CheckBox>node("#enhance-IMAGE_UNCROP").fire();
            this.<CheckBox>node("#enhance-MUSIC_GENERATION").fire();
        });
        eventually(() -> enhancements().equals(Set.of(Enhancement.MUSIC_GENERATION)));
    }

    @Test
    void theFirstImageIsShownAsSoonAsItIsChosen(FxRobot robot) {
        open(robot);
        go(robot, "#go-ads");
        robot.interact(() -> this.<SegmentedControl<AdsStep.Mode>>node("#ads-mode").button(AdsStep.Mode.MIX).fire());
        eventually(() -> root.lookup("#image-library") != null);
        robot.interact(() -> this.<Button>node("#image-library").fire());
        eventually(() -> root.lookup("#library-images") != null
                && !this.<ListView<?>>node("#library-images").getItems().isEmpty());
        robot.interact(() -> this.<ListView<?>>node("#library-images").getSelectionModel().selectFirst());
        robot.interact(() -> this.<Button>node("#dialog-primary").fire());
        eventually(() -> root.lookup(".image-tile") != null && node(".image-tile").getParent().isVisible());
    }

    /// Those of the first new creative, none before there is one.
    private static Set<Enhancement> enhancements() {
        return drafts.book(tenant.id()).drafts().stream().filter(draft -> draft.key().level() == Level.AD)
                .flatMap(draft -> NewCreative.of(draft.mine(Fields.CREATIVE)).stream()).findFirst()
                .map(NewCreative::enhancements).orElse(Set.of());
    }

    private void letters(String text) {
        text.chars().forEach(letter -> root.getScene().getFocusOwner().fireEvent(new KeyEvent(KeyEvent.KEY_TYPED,
                Character.toString(letter), "", KeyCode.UNDEFINED, false, false, false, false)));
    }

    @Test
    void whatIsNotTouchedLeavesNothingBehind(FxRobot robot) {
        open(robot);
        assertThat(drafts.book(tenant.id()).size()).isEqualTo(3);
        robot.push(KeyCode.ESCAPE);
        eventually(() -> drafts.book(tenant.id()).isEmpty());
    }

    @Test
    void theBudgetSitsOnOneLevelAndAStrategyHasItsCompanion(FxRobot robot) {
        open(robot);
        objective(robot, "OUTCOME_SALES");
        go(robot, "#go-budget");
        type(robot, "#campaign-budget", "150");
        choose(robot, "#campaign-strategy", "COST_CAP");
        type(robot, "#bid-amount", "12.50");
        eventually(() -> "1250".equals(mine(Level.AD_SET, Fields.BID)));
        robot.interact(() -> this.<SegmentedControl<BudgetStep.Seat>>node("#budget-seat")
                .button(BudgetStep.Seat.AD_SETS).fire());
        eventually(() -> "false".equals(mine(Level.CAMPAIGN, Fields.SHARING))
                && "COST_CAP".equals(mine(Level.AD_SET, Fields.STRATEGY)));
        assertThat(mine(Level.CAMPAIGN, Fields.DAILY)).isEmpty();
        assertThat(mine(Level.CAMPAIGN, Fields.STRATEGY)).isEmpty();
        type(robot, "#ad-set-budget", "80");
        choose(robot, "#set-strategy", "LOWEST_COST_WITH_MIN_ROAS");
        type(robot, "#roas-floor", "2.5");
        eventually(() -> mine(Level.AD_SET, Fields.BID_LIMITS).contains("25000"));
        assertThat(mine(Level.AD_SET, Fields.BID)).isEmpty();
        assertThat(mine(Level.AD_SET, Fields.DAILY)).isEqualTo("8000");
        robot.interact(() -> this.<CheckBox>node("#budget-sharing").fire());
        eventually(() -> "true".equals(mine(Level.CAMPAIGN, Fields.SHARING)));
        robot.interact(() -> this.<SegmentedControl<Budget.Kind>>node("#ad-set-budget-kind")
                .button(Budget.Kind.LIFETIME).fire());
        next(robot, "#step-budget");
        eventually(() -> texts("#gaps").stream().anyMatch(text -> text.contains("A lifetime budget needs an end")));
        robot.interact(() -> this.<SegmentedControl<BudgetStep.Seat>>node("#budget-seat")
                .button(BudgetStep.Seat.CAMPAIGN).fire());
        eventually(() -> mine(Level.AD_SET, Fields.LIFETIME).isEmpty()
                && mine(Level.CAMPAIGN, Fields.SHARING).isEmpty());
    }

    @Test
    void aSpecialCategoryIsAnsweredWithItsCountries(FxRobot robot) {
        open(robot);
        robot.interact(() -> this.<RadioButton>node("#category-some").fire());
        robot.interact(() -> this.<CheckBox>node("#category-HOUSING").fire());
        type(robot, "#category-countries", "de, xx");
        eventually(() -> texts("#step-objective").stream().anyMatch(text -> text.contains("“XX” is no country code")));
        type(robot, "#category-countries", "de at");
        eventually(() -> "[\"DE\",\"AT\"]".equals(mine(Level.CAMPAIGN, Fields.CATEGORY_COUNTRIES)));
        assertThat(mine(Level.CAMPAIGN, Fields.CATEGORIES)).isEqualTo("[\"HOUSING\"]");
        robot.interact(() -> this.<RadioButton>node("#category-none").fire());
        eventually(() -> "[]".equals(mine(Level.CAMPAIGN, Fields.CATEGORIES))
                && mine(Level.CAMPAIGN, Fields.CATEGORY_COUNTRIES).isEmpty());
    }

    @Test
    void whatGoesWithAnObjectiveFollowsIt(FxRobot robot) {
        open(robot);
        objective(robot, "OUTCOME_LEADS");
        choose(robot, "#destination", "ON_AD");
        eventually(() -> "LEAD_GENERATION".equals(mine(Level.AD_SET, Fields.GOAL)));
        robot.interact(() -> assertThat(this.<ComboBox<String>>node("#goal").getItems())
                .containsExactly("LEAD_GENERATION", "QUALITY_LEAD"));
        eventually(() -> !this.<ComboBox<String>>node("#page").getItems().isEmpty());
        robot.interact(() -> this.<ComboBox<String>>node("#page").getSelectionModel().selectFirst());
        eventually(() -> mine(Level.AD_SET, Fields.PROMOTED).contains("page_id"));
        objective(robot, "OUTCOME_APP_PROMOTION");
        eventually(() -> "APP_INSTALLS".equals(mine(Level.AD_SET, Fields.GOAL)));
        assertThat(mine(Level.AD_SET, Fields.PROMOTED)).isEmpty();
        assertThat(mine(Level.AD_SET, Fields.DESTINATION)).isEqualTo("APP");
        type(robot, "#app", "98765");
        eventually(() -> mine(Level.AD_SET, Fields.PROMOTED).contains("98765"));
    }

    @Test
    void aWholeTreeIsPublishedPaused(FxRobot robot) throws Exception {
        open(robot);
        type(robot, "#wizard-name", "Alps summer");
        objective(robot, "OUTCOME_SALES");
        eventually(() -> !this.<ComboBox<String>>node("#pixel").getItems().isEmpty());
        robot.interact(() -> this.<ComboBox<String>>node("#pixel").getSelectionModel().selectFirst());
        choose(robot, "#event", "PURCHASE");
        go(robot, "#go-budget");
        type(robot, "#campaign-budget", "150");
        eventually(() -> "15000".equals(mine(Level.CAMPAIGN, Fields.DAILY)));
        aim();
        reopened(robot);
        go(robot, "#go-targeting");
        type(robot, "#dsa-beneficiary", "Nordlicht GmbH");
        type(robot, "#dsa-payor", "Nordlicht GmbH");
        eventually(() -> "Nordlicht GmbH".equals(mine(Level.AD_SET, Fields.PAYOR)));
        go(robot, "#go-ads");
        String creative = structure.ads().stream().map(ad -> ad.creativeId()).filter(Objects::nonNull).findFirst()
                .orElseThrow().value();
        drafts.edit(tenant.id(), first(Level.AD), Map.of(Fields.CREATIVE, FieldValues.creative(creative)));
        reopened(robot);
        robot.interact(() -> this.<Button>node("#duplicate-ad-set").fire());
        eventually(() -> drafts.book(tenant.id()).size() == 5);
        long before = at.writes();
        go(robot, "#go-check");
        eventually(() -> texts("#step-check").stream().anyMatch(text -> text.startsWith("Meta was asked")));
        eventually(() -> texts("#check-lines").stream().filter("Ready"::equals).count() == 5);
        next(robot, null);
        eventually(() -> !dialogs.isOpen());
        assertThat(at.writes()).as("nothing is written by the wizard").isEqualTo(before);

        PublishService publishing = at.desk.workbench().publishing();
        String batch = publishing.publish(tenant.id(), null, Conflict.Policy.ASK, "").id();
        await().atMost(PATIENCE).until(() -> publishing.batch(tenant.id(), batch).phase() == PublishBatch.Phase.OVER);
        PublishBatch over = publishing.batch(tenant.id(), batch);
        assertThat(over.clean()).as(over.rows().toString()).isTrue();
        assertThat(over.rows()).hasSize(5).allSatisfy(row -> {
            JsonNode made = at.remote(Objects.requireNonNull(row.object()));
            assertThat(made.path("status").asString()).isEqualTo("PAUSED");
        });
        JsonNode set = at.remote(Objects.requireNonNull(over.rows().stream()
                .filter(row -> row.key().level() == Level.AD_SET).findFirst().orElseThrow().object()));
        assertThat(set.path("optimization_goal").asString()).isEqualTo("OFFSITE_CONVERSIONS");
        assertThat(set.path("dsa_payor").asString()).isEqualTo("Nordlicht GmbH");
        assertThat(set.path("daily_budget").asString("0")).isEqualTo("0");
    }

    @Test
    void adSetsAndAdsAreMadeUnderWhatExists(FxRobot robot) {
        Campaign campaign = structure.campaigns().stream().filter(one -> one.budget() != null
                && one.objective().equals(Objective.SALES) && one.status().equals(Status.ACTIVE)).findFirst()
                .orElseThrow();
        robot.interact(() -> new CreateWizard(desk).adSet(tenant, account,
                DraftKey.of(account.id(), Level.CAMPAIGN, campaign.id())));
        eventually(() -> root.lookup("#create-wizard") != null);
        assertThat(mine(Level.AD_SET, Fields.CAMPAIGN)).isEqualTo(campaign.id().value());
        assertThat(mine(Level.AD_SET, Fields.GOAL)).isEqualTo("OFFSITE_CONVERSIONS");
        assertThat(root.lookup("#objective-OUTCOME_SALES")).isNull();
        go(robot, "#go-budget");
        robot.interact(() -> assertThat(root.lookup("#budget-seat")).isNull());
        robot.push(KeyCode.ESCAPE);
        eventually(() -> drafts.book(tenant.id()).isEmpty());
        AdSet set = structure.adSets().stream().filter(one -> one.status().equals(Status.ACTIVE)).findFirst()
                .orElseThrow();
        robot.interact(() -> new CreateWizard(desk).ad(tenant, account,
                DraftKey.of(account.id(), Level.AD_SET, set.id())));
        eventually(() -> root.lookup("#step-ads") != null);
        assertThat(root.lookup("#go-budget")).isNull();
        type(robot, "#ad-name", "Ad of today");
        eventually(() -> "Ad of today".equals(mine(Level.AD, Fields.NAME)));
        assertThat(mine(Level.AD, Fields.AD_SET)).isEqualTo(set.id().value());
    }

    @Test
    void aCopyOfACampaignTakesThePlace(FxRobot robot) {
        open(robot);
        robot.interact(() -> this.<Button>node("#start-copy").fire());
        eventually(() -> root.lookup("#start-list") != null);
        robot.interact(() -> {
            ListView<Campaign> list = node("#start-list");
            list.getSelectionModel().select(list.getItems().stream()
                    .filter(one -> one.objective().equals(Objective.SALES) && one.status().equals(Status.ACTIVE))
                    .findFirst().orElseThrow());
            this.<Button>node("#dialog-primary").fire();
        });
        eventually(() -> root.lookup("#create-wizard") != null && drafts.book(tenant.id()).size() > 3
                && this.<TextField>node("#wizard-name").getText().endsWith("– Copy"));
        assertThat(drafts.book(tenant.id()).drafts().stream().filter(draft -> draft.key().level() == Level.CAMPAIGN))
                .as("the empty one is gone").hasSize(1);
        go(robot, "#go-targeting");
        eventually(() -> node("#go-objective").getAccessibleText().endsWith("done"));
    }

    @Test
    void newAdsAreOnTheirOwnOrAMixAndUndoneByVisits(FxRobot robot) {
        open(robot);
        objective(robot, "OUTCOME_SALES");
        go(robot, "#go-ads");
        robot.interact(() -> this.<SegmentedControl<AdsStep.Mode>>node("#ads-mode").button(AdsStep.Mode.NEW).fire());
        type(robot, "#creative-link", "https://shop.example");
        eventually(() -> mine(Level.AD, Fields.CREATIVE).contains("https://shop.example"));
        robot.interact(() -> this.<ComboBox<String>>node("#creative-instagram").setValue(NewCreative.AS_PAGE));
        robot.interact(() -> this.<SegmentedControl<AdsStep.Mode>>node("#ads-mode").button(AdsStep.Mode.MIX).fire());
        eventually(() -> mine(Level.AD, Fields.CREATIVE).contains("\"mix\""));
        robot.interact(() -> assertThat(this.<TextField>node("#creative-link").getText())
                .as("what was typed goes along").isEqualTo("https://shop.example"));
        robot.clickOn("#headline-1").write("Coats");
        eventually(() -> mine(Level.AD, Fields.CREATIVE).contains("Coats"));
        robot.interact(() -> this.<Button>node("#add-headline").fire());
        eventually(() -> drafts.book(tenant.id()).size() == 4);
        drafts.undo(tenant.id());
        assertThat(drafts.book(tenant.id()).size()).isEqualTo(3);
        assertThat(mine(Level.AD, Fields.CREATIVE)).contains("Coats");
        drafts.undo(tenant.id());
        assertThat(mine(Level.AD, Fields.CREATIVE)).as("five keys of one visit are one step").doesNotContain("C");
        drafts.redo(tenant.id());
        drafts.redo(tenant.id());
        reopened(robot);
        go(robot, "#go-ads");
        eventually(() -> this.<Labeled>node("#ads-count").getText().equals("2 ads"));
        robot.interact(() -> this.<SegmentedControl<AdsStep.Mode>>node("#ads-mode").button(AdsStep.Mode.NEW).fire());
        eventually(() -> drafts.book(tenant.id()).size() == 3
                && !mine(Level.AD, Fields.CREATIVE).contains("\"mix\""));
    }

    @Test
    void looksAsItShould(FxRobot robot) {
        open(robot);
        type(robot, "#wizard-name", "Alps summer — hut-to-hut DACH");
        objective(robot, "OUTCOME_SALES");
        picture(robot, "wizard-objective", Theme.LIGHT);
        go(robot, "#go-budget");
        type(robot, "#campaign-budget", "150");
        picture(robot, "wizard-budget", Theme.DARK);
        go(robot, "#go-targeting");
        picture(robot, "wizard-targeting", Theme.LIGHT);
        sizes(robot, "wizard-targeting", "#go-targeting");
        go(robot, "#go-ads");
        picture(robot, "wizard-ads", Theme.LIGHT);
        robot.interact(() -> this.<SegmentedControl<AdsStep.Mode>>node("#ads-mode").button(AdsStep.Mode.MIX).fire());
        eventually(() -> mine(Level.AD, Fields.CREATIVE).contains("\"mix\""));
        picture(robot, "wizard-mix", Theme.DARK);
        sizes(robot, "wizard-mix", "#go-ads");
        go(robot, "#go-check");
        eventually(() -> !node("#check-lines").lookupAll(".gap-red").isEmpty());
        picture(robot, "wizard-check", Theme.DARK);
    }

    /// The places are set as another part of the desk would, for the editor has tests of its own.
    private void aim() {
        drafts.edit(tenant.id(), first(Level.AD_SET), Map.of(Fields.TARGETING,
                "{\"geo_locations\":{\"countries\":[\"DE\"]},"
                        + "\"targeting_automation\":{\"advantage_audience\":0}}"));
    }

    private static DraftKey first(Level level) {
        return drafts.book(tenant.id()).drafts().stream().map(Draft::key).filter(key -> key.level() == level)
                .findFirst().orElseThrow();
    }

    private void reopened(FxRobot robot) {
        DraftKey any = drafts.book(tenant.id()).drafts().getFirst().key();
        robot.interact(dialogs::closeAll);
        robot.interact(() -> new CreateWizard(desk).open(tenant, account, any));
        eventually(() -> root.lookup("#create-wizard") != null);
    }

    /// The drafted value of the first object of a level, empty for none.
    private static String mine(Level level, String field) {
        return drafts.book(tenant.id()).drafts().stream().filter(draft -> draft.key().level() == level).findFirst()
                .map(draft -> draft.mine(field)).orElse("");
    }

    private void objective(FxRobot robot, String objective) {
        robot.interact(() -> this.<RadioButton>node("#objective-" + objective).fire());
        robot.interact(() -> this.<RadioButton>node("#category-none").fire());
        robot.interact(() -> {
            TextField name = node("#wizard-name");
            if (name.getText().isEmpty()) {
                name.setText("A name");
            }
        });
        eventually(() -> objective.equals(mine(Level.CAMPAIGN, Fields.OBJECTIVE))
                && "[]".equals(mine(Level.CAMPAIGN, Fields.CATEGORIES)));
    }

    private void choose(FxRobot robot, String id, String value) {
        robot.interact(() -> this.<ComboBox<String>>node(id).setValue(value));
    }

    private void go(FxRobot robot, String step) {
        robot.interact(() -> this.<Button>node(step).fire());
        eventually(() -> root.lookup(step.replace("#go-", "#step-")) != null);
    }

    /// @param step the step that is there afterwards, null for none
    private void next(FxRobot robot, @Nullable String step) {
        robot.interact(() -> this.<Button>node("#wizard-next").fire());
        if (step != null) {
            eventually(() -> root.lookup(step) != null);
        }
    }

    private List<String> texts(String id) {
        Node within = root.lookup(id);
        return within == null
                ? List.of()
                : Stream.of(".label", ".button").flatMap(css -> within.lookupAll(css).stream())
                        .map(each -> each instanceof Labeled labeled ? labeled.getText() : "")
                        .filter(text -> text != null && !text.isEmpty()).toList();
    }

    private DeskContext desk() {
        return new DeskContext(at.desk, new VirtualTaskRunner(), new ScopeModel(), notifier, dialogs, _ -> {
        }, at.clock);
    }

    private void open(FxRobot robot) {
        robot.interact(() -> new CreateWizard(desk).campaign(tenant, account));
        eventually(() -> root.lookup("#create-wizard") != null);
    }

    private void type(FxRobot robot, String id, String text) {
        robot.interact(() -> this.<TextInputControl>node(id).setText(text));
    }

    @SuppressWarnings("unchecked")
    private <T extends Node> T node(String id) {
        root.applyCss();
        root.layout();
        T found = (T) root.lookup(id);
        assertThat(found).as(id).isNotNull();
        return found;
    }

    private void eventually(Callable<Boolean> condition) {
        await().atMost(PATIENCE).until(() -> WaitForAsyncUtils.waitForAsyncFx(20_000, condition));
    }

    /// The smallest window and a large one, of scenes that are on no screen.
    private void sizes(FxRobot robot, String name, String step) {
        DraftKey any = drafts.book(tenant.id()).drafts().getFirst().key();
        for (int[] size : new int[][]{{1024, 700}, {2560, 1440}}) {
            OverlayDialogs others = new OverlayDialogs();
            StackPane over = new StackPane(others.layer());
            robot.interact(() -> {
                Snapshots.scene(over, size[0], size[1], Theme.LIGHT);
                new CreateWizard(new DeskContext(at.desk, new VirtualTaskRunner(), new ScopeModel(), notifier, others,
                        _ -> {
                        }, at.clock)).open(tenant, account, any);
            });
            eventually(() -> over.lookup("#create-wizard") != null);
            robot.interact(() -> ((Button) over.lookup(step)).fire());
            robot.interact(() -> {
                for (int i = 0; i < 3; i++) {
                    over.applyCss();
                    over.layout();
                }
                Snapshots.write(over.getScene(), name + "-" + size[0] + "x" + size[1]);
                Region wizard = (Region) over.lookup("#create-wizard");
                assertThat(wizard.getWidth()).isLessThan(size[0]);
                assertThat(wizard.getHeight()).isLessThan(size[1]);
                others.closeAll();
            });
        }
    }

    private void picture(FxRobot robot, String name, Theme theme) {
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
