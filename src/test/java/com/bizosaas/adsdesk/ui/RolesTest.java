package com.bizosaas.adsdesk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Person;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.journal.Before;
import com.bizosaas.adsdesk.domain.journal.PlannedWrite;
import com.bizosaas.adsdesk.domain.journal.WriteEntry;
import com.bizosaas.adsdesk.domain.journal.WriteKind;
import com.bizosaas.adsdesk.domain.journal.WriteState;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.Edits;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.PublishBatch;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.service.LocalApiService;
import com.bizosaas.adsdesk.service.LoginAttempt;
import com.bizosaas.adsdesk.service.PublishService.UndoPlan;
import com.bizosaas.adsdesk.service.PublishService.UndoRow;
import com.bizosaas.adsdesk.service.PublishService.UndoWords;
import com.bizosaas.adsdesk.ui.audiences.AudiencesTab;
import com.bizosaas.adsdesk.ui.audiences.WebshopAudiences;
import com.bizosaas.adsdesk.ui.campaigns.CampaignsTab;
import com.bizosaas.adsdesk.ui.campaigns.Nordlys;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.DeskTab;
import com.bizosaas.adsdesk.ui.common.Dialogs.Question;
import com.bizosaas.adsdesk.ui.common.TabId;
import com.bizosaas.adsdesk.ui.common.Themes;
import com.bizosaas.adsdesk.ui.creatives.CreativesTab;
import com.bizosaas.adsdesk.ui.creatives.WebshopCreatives;
import com.bizosaas.adsdesk.ui.fakes.DirectTasks;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.FakeTab;
import com.bizosaas.adsdesk.ui.fakes.GuardedServices;
import com.bizosaas.adsdesk.ui.fakes.PaneWalk;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import com.bizosaas.adsdesk.ui.login.ConsentPrompt;
import com.bizosaas.adsdesk.ui.performance.PerformanceTab;
import com.bizosaas.adsdesk.ui.performance.WebshopFacts;
import com.bizosaas.adsdesk.ui.settings.LogSample;
import com.bizosaas.adsdesk.ui.settings.SettingsTab;
import com.bizosaas.adsdesk.ui.setup.SetupTab;
import com.bizosaas.adsdesk.ui.shell.DeskWindow;
import com.bizosaas.adsdesk.ui.shell.WindowMemory;
import com.bizosaas.adsdesk.ui.workbench.ReviewSample;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Whoever has a lesser role finds no control that can be used and is then refused: each pane is walked through with
/// services that refuse by role and write it down. What a walk finds is mended with
/// [com.bizosaas.adsdesk.ui.common.Permits#needs].
@ExtendWith(ApplicationExtension.class)
class RolesTest {

    /// Another level has its own columns: what stood in the rows is gone before it was pressed.
    private static final Set<String> LEVELS = Set.of("Tree", "Campaigns", "Ad sets", "Ads");
    /// Opens a window of the system, or leaves the pane that is walked through.
    private static final Set<String> LEFT = Set.of("Export…", "Import…", "save-copy", "lock-vault",
            "Fold or unfold the tenants (Ctrl+B)", "Save all views to a file…", "Add views from a file…");

    /// Dialogs that change nothing of a client's ads: settings of the desk and of views, and lists that lead to others.
    private static final Set<String> OF_NO_CLIENT = Set.of("Add a filter", "Add a person", "Add tenant",
            "Change passphrase",
            "Issue a key", "The key “”", "Open this desk with the computer's keyring?", "Published changes",
            "Rename Ines Moreau", "Rename tenant", "Save this view", "Write down the recovery code", "Conflicts",
            "Keys");

    private FakeServices fakes;
    private Consumer<FakeServices> filling = _ -> {
    };
    private GuardedServices guard;
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void settings(Role role, FxRobot robot) {
        Set<String> used = walk(role, robot, context -> new SettingsTab(context, () -> {
        }), tab -> Arrays.stream(new String[]{"GENERAL", "APP", "SECURITY", "SYNC", "API", "PROFILE", "AUDIT"})
                .map(section -> "#section-" + section).toList());
        assertThat(used).as("the walk went through").contains("Change passphrase…", "Check log");
        assertThat(used.contains("Look now")).isEqualTo(role.includes(Role.PUBLISHER));
        assertThat(used.contains("Add person…")).isEqualTo(role.includes(Role.ADMINISTRATOR));
        assertThat(used.contains("New key…")).isEqualTo(role.includes(Role.ADMINISTRATOR));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void setup(Role role, FxRobot robot) {
        Set<String> used = walk(role, robot, context -> new SetupTab(context, new NoPrompt(), _ -> {
        }), _ -> List.of());
        assertThat(used).contains("Go to Campaigns");
        assertThat(used.contains("Choose others")).isEqualTo(role.includes(Role.ADMINISTRATOR));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void campaigns(Role role, FxRobot robot) {
        Set<String> used = walk(role, robot, CampaignsTab::new, _ -> List.of());
        assertThat(used).contains("Review & publish");
        assertThat(used.contains("Discard…")).isEqualTo(role.includes(Role.EDITOR));
        assertThat(used.contains("Go on")).isEqualTo(role.includes(Role.PUBLISHER));
        assertThat(fakes.campaigns.calls.isEmpty()).as("nothing was switched")
                .isEqualTo(!role.includes(Role.PUBLISHER));
        assertThat(fakes.publishing.calls.contains("publish")).isEqualTo(role.includes(Role.PUBLISHER));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void audiences(Role role, FxRobot robot) {
        walk(role, robot, AudiencesTab::new, _ -> List.of());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void creatives(Role role, FxRobot robot) {
        filling = WebshopCreatives::fill;
        Set<String> used = walk(role, robot, CreativesTab::new, _ -> List.of());
        assertThat(used).as("nothing here writes").contains("All 12", "In use", "Video 4");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void performance(Role role, FxRobot robot) {
        filling = WebshopFacts::fill;
        Set<String> used = walk(role, robot, PerformanceTab::new, _ -> List.of());
        assertThat(used).as("nothing here writes").contains("Purchases", "Week", "Placement");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void window(Role role, FxRobot robot) {
        robot.interact(() -> {
            DeskContext context = context(role);
            DeskWindow window = new DeskWindow(context,
                    Arrays.stream(TabId.values()).map(id -> (DeskTab) new FakeTab(id)).toList(),
                    new DeskWindow.Surroundings(new Themes(Theme.LIGHT), WindowMemory.none(), "0.1.0", () -> {
                    }, new SimpleObjectProperty<>(Duration.ofMinutes(12))), List.of());
            show(window);
            window.start();
            layout(window);
            PaneWalk walk = walk();
            walk.walk(window);
            whose(walk);
            window.stop();
            assertThat(guard.refusals).as("refused as " + role.title()).isEmpty();
            assertThat(walk.used().contains("Add tenant")).isEqualTo(role.includes(Role.ADMINISTRATOR));
            assertThat(walk.used().contains("Rename…")).isEqualTo(role.includes(Role.ADMINISTRATOR));
        });
    }

    private DeskContext context(Role role) {
        fakes = new FakeServices();
        Nordlys.into(fakes);
        WebshopAudiences.fill(fakes);
        filling.accept(fakes);
        LogSample.fill(fakes);
        fakes.persons.current = new Person(fakes.persons.current.id(), "Ines Moreau", role);
        fakes.drafts.review = ReviewSample.review(false);
        fakes.drafts.book = fakes.drafts.book.with(Edits.set(fakes.drafts.book, ReviewSample.SPRING, "Spring", Map.of(),
                Map.of(Fields.DAILY, "48000")), Samples.NOW, "You");
        fakes.publishing.batches = List.of(ReviewSample.batch(PublishBatch.Phase.PAUSED));
        fakes.publishing.plan = new UndoPlan(List.of(new UndoRow(ReviewSample.SPRING, "Spring", Draft.Action.CHANGE,
                Fields.NAME, "Spring 1", "Spring", "Spring", "", new UndoWords("", "Spring 1", "Spring", "Spring"))),
                List.of(), List.of(), 0);
        fakes.localApi.wanted = new LocalApiService.Wanted(true, 0);
        fakes.journal.writes.add(new WriteEntry("w1", "b1", 0,
                new PlannedWrite(Samples.NORDLYS.id(), new AdAccountId("act_1"),
                        WriteKind.UPDATE, "campaigns", new GraphId("1"), "One",
                        "campaign.pause", new Before.Values(Map.of("status", "ACTIVE")), Map.of("status", "PAUSED")),
                WriteState.UNKNOWN, "Ines", Samples.NOW, Samples.NOW, null, "", "The answer was lost"));
        guard = new GuardedServices(role);
        DeskServices services = guard.guard(fakes.services());
        return new DeskContext(services, new DirectTasks(), fakes.scope, fakes.notifier, fakes.dialogs,
                fakes.opened::add, Samples.CLOCK);
    }

    private Set<String> walk(Role role, FxRobot robot, Function<DeskContext, DeskTab> make,
            Function<DeskTab, List<String>> doors) {
        PaneWalk[] walk = new PaneWalk[1];
        robot.interact(() -> {
            DeskTab tab = make.apply(context(role));
            StackPane root = new StackPane(tab.view());
            show(root);
            tab.activate();
            layout(root);
            walk[0] = walk();
            List<String> sections = doors.apply(tab);
            if (sections.isEmpty()) {
                walk[0].walk(root);
            }
            for (String door : sections) {
                ((ButtonBase) root.lookup(door)).fire();
                layout(root);
                walk[0].walk(root);
            }
            tab.deactivate();
        });
        assertThat(guard.refusals).as("refused as " + role.title() + "; grey the control with Permits.needs").isEmpty();
        whose(walk[0]);
        return walk[0].used();
    }

    /// Colour and name of the client, and its ad accounts with their ids, stand in the head of each dialog that is about a
    /// client's ads.
    private void whose(PaneWalk walk) {
        assertThat(walk.opened()).filteredOn(form -> !OF_NO_CLIENT.contains(form.title()))
                .allSatisfy(form -> {
                    assertThat(form.tenant()).as(form.title()).isNotNull();
                    assertThat(form.places()).as(form.title()).anyMatch(place -> place.contains("act_"));
                });
        assertThat(fakes.dialogs.questions).filteredOn(Question::danger).allSatisfy(question -> {
            assertThat(question.tenant()).as(question.title()).isNotNull();
            if (!fakes.connections.accounts(question.tenant().id()).isEmpty()) {
                assertThat(question.places()).as(question.title()).anyMatch(place -> place.contains("act_"));
            }
        });
    }

    private PaneWalk walk() {
        return new PaneWalk(fakes.dialogs,
                name -> LEFT.contains(name) || LEVELS.contains(name) || name.startsWith("section-"));
    }

    private void show(Parent root) {
        Scene scene = Snapshots.scene(root, 1384, 900, Theme.LIGHT);
        Snapshots.show(stage, scene);
        layout(root);
    }

    private static void layout(Node node) {
        for (int i = 0; i < 3; i++) {
            node.applyCss();
            ((Parent) node).layout();
        }
    }

    private static final class NoPrompt implements ConsentPrompt {
        @Override
        public void open(Tenant tenant, LoginAttempt attempt,
                Consumer<Outcome> told) {
            // Nobody signs in.
        }

        @Override
        public void show() {
            // Nothing to show.
        }

        @Override
        public void close() {
            // Nothing to close.
        }
    }
}
