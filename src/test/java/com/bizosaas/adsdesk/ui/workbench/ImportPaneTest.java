package com.bizosaas.adsdesk.ui.workbench;

import com.bizosaas.adsdesk.service.SheetService;
import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.Draft.Action;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Proposal;
import com.bizosaas.adsdesk.draft.Proposal.Standing;
import com.bizosaas.adsdesk.draft.Proposal.Words;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.ui.common.DeskAction;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.OverlayDialogs;
import com.bizosaas.adsdesk.ui.fakes.DirectTasks;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class ImportPaneTest {

    private static final String SPRING = "120218843307512001";

    private final FakeServices fakes = new FakeServices();
    private OverlayDialogs dialogs = new OverlayDialogs();
    private StackPane root = new StackPane();
    private SheetDialogs.@Nullable Table table = new SheetDialogs.Table(
            List.of(new SheetService.Source(Samples.NORDLYS, Samples.WEBSHOP)), "Campaigns", "2026-03-31 to 2026-04-13",
            List.of("Name", "Spent"), 1, () -> List.of(List.of("Spring", new java.math.BigDecimal("12.50"))));
    private String asked = "";

    private static Proposal row(int line, String name, String field, Words shown, Standing standing, String column,
            String reason) {
        return new Proposal(line, column, new DraftKey(Samples.WEBSHOP.id(), Level.CAMPAIGN, SPRING), Action.CHANGE,
                name,
                field, "", "", "", "", shown, standing, reason);
    }

    private SheetDialogs build(Theme theme, double width, double height) {
        fakes.sheets.proposals = List.of(
                row(7, "Spring Layers — Prospecting EU", Fields.DAILY, new Words("€420.00", "", "€480.00"),
                        Standing.PROPOSED, "", ""),
                row(8, "Spring Layers — Prospecting EU", Fields.NAME, new Words("Spring Layers — Prospecting EU", "",
                        "NO | Spring"), Standing.PROPOSED, "", ""),
                row(9, "Brand film", Fields.STATUS, new Words("Active", "Paused", "Paused"), Standing.OWN, "", ""),
                row(10, "Brand film", Fields.DAILY, new Words("€75.00", "€90.00", "€65.00"), Standing.CONFLICT, "", ""),
                row(11, "Catalogue", Fields.NAME, new Words("Catalogue", "", "Catalogue"), Standing.SAME, "", ""),
                row(12, "Newsletter", Fields.DAILY, new Words("", "", ""), Standing.UNREADABLE, "proposed",
                        "Daily budget is no amount in EUR"));
        dialogs = new OverlayDialogs();
        DeskContext context = new DeskContext(fakes.services(), new DirectTasks(), fakes.scope, fakes.notifier, dialogs,
                fakes.opened::add, Samples.CLOCK);
        root = new StackPane(dialogs.layer());
        Snapshots.scene(root, width, height, theme);
        return new SheetDialogs(context, new FilePicker() {
            @Override
            public Optional<Path> save(String title, String name) {
                asked = name;
                return Optional.of(Path.of("out.xlsx"));
            }

            @Override
            public Optional<Path> open(String title) {
                return Optional.of(Path.of("proposals.csv"));
            }
        }, () -> table);
    }

    private void run(SheetDialogs sheets, String name) {
        DeskAction action = sheets.actions().stream().filter(one -> one.name().startsWith(name)).findFirst()
                .orElseThrow();
        assertThat(action.obstacle()).isEmpty();
        action.run().run();
        layout();
    }

    @Test
    void tellsThreeKindsApartAndTakesWhatIsAcceptedAlone(FxRobot robot) {
        robot.interact(() -> {
            run(build(Theme.LIGHT, 1440, 900), "Import");
            assertThat(texts()).contains("All 6", "Proposed 2", "Own, unpublished 1", "Conflicting 1",
                    "Cannot be read 1", "2 accepted", "Yours, unpublished: €90.00",
                    "Column “proposed”: Daily budget is no amount in EUR.", "Line 12 · Daily budget");
            assertThat(primary().getText()).isEqualTo("Add 2 to pending changes");
            List<CheckBox> ticks = ticks();
            assertThat(ticks).extracting(Node::isDisabled).containsExactly(false, false, true, false, true, true);
            ticks.get(1).fire();
            ticks.get(3).fire();
            layout();
            assertThat(fakes.sheets.calls).doesNotContain("accept");
            primary().fire();
            assertThat(fakes.sheets.accepted).extracting(Proposal::line).containsExactly(7, 10);
            assertThat(dialogs.isOpen()).isFalse();
        });
    }

    @Test
    void oneKindIsShownAndAcceptedTogether(FxRobot robot) {
        robot.interact(() -> {
            run(build(Theme.LIGHT, 1440, 900), "Import");
            root.lookupAll(".toggle-button").stream().map(Labeled.class::cast)
                    .filter(each -> each.getText().startsWith("Conflicting"))
                    .map(javafx.scene.control.ToggleButton.class::cast)
                    .findFirst().orElseThrow().fire();
            layout();
            assertThat(((ListView<?>) root.lookup("#import-rows")).getItems()).hasSize(1);
            CheckBox all = root.lookupAll(".check-box").stream().map(CheckBox.class::cast)
                    .filter(each -> each.getText().equals("All shown")).findFirst().orElseThrow();
            all.fire();
            layout();
            assertThat(primary().getText()).isEqualTo("Add 3 to pending changes");
        });
    }

    @Test
    void exportsWhatTheTableShowsAndSaysWhyItCannot(FxRobot robot) {
        robot.interact(() -> {
            SheetDialogs sheets = build(Theme.LIGHT, 1440, 900);
            run(sheets, "Export what the table shows");
            run(sheets, "Export pending changes");
            assertThat(fakes.sheets.calls).containsSubsequence("exportTable", "exportDrafts");
            assertThat(asked).isEqualTo("EU Webshop pending changes");
            assertThat(fakes.notifier.done).first().asString().contains("1 row written to out.xlsx");
            table = null;
            assertThat(sheets.actions()).noneMatch(action -> action.obstacle().isEmpty());
            table = new SheetDialogs.Table(List.of(new SheetService.Source(Samples.NORDLYS, Samples.WEBSHOP),
                    new SheetService.Source(Samples.HIKARI, Samples.AURORA)), "Campaigns", "", List.of("Name"), 0,
                    List::of);
            assertThat(sheets.actions()).extracting(action -> action.obstacle().isEmpty())
                    .as("all tenants are exported, but drafts are of one").containsExactly(true, false, false, false);
            run(sheets, "Export what the table shows");
            assertThat(asked).isEqualTo("All tenants Campaigns");
        });
    }

    @Test
    void fitsEveryWindowLightAndDark(FxRobot robot) {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            for (int[] size : new int[][]{{1440, 900}, {1024, 700}, {2560, 1440}}) {
                robot.interact(() -> {
                    run(build(theme, size[0], size[1]), "Import");
                    Snapshots.write(root.getScene(), "import-" + size[0] + "x" + size[1] + "-"
                            + theme.name().toLowerCase(Locale.ROOT));
                    assertThat(root.lookup("#import-rows").getLayoutBounds().getWidth()).isGreaterThan(800);
                });
            }
        }
    }

    private List<CheckBox> ticks() {
        return root.lookup("#import-rows").lookupAll(".check-box").stream().map(CheckBox.class::cast)
                .sorted(java.util.Comparator.comparingDouble(node -> node.localToScene(0, 0).getY())).toList();
    }

    private void layout() {
        for (int i = 0; i < 3; i++) {
            root.applyCss();
            root.layout();
        }
    }

    private Button primary() {
        return (Button) root.lookup("#dialog-primary");
    }

    private List<String> texts() {
        return Stream.of(".label", ".button", ".toggle-button").flatMap(css -> root.lookupAll(css).stream())
                .map(node -> node instanceof Labeled labeled ? labeled.getText() : "")
                .filter(text -> text != null && !text.isEmpty()).toList();
    }
}
