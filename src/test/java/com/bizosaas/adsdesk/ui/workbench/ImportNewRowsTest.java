package com.bizosaas.adsdesk.ui.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.BidStrategy;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.draft.Projection;
import com.bizosaas.adsdesk.draft.Proposal;
import com.bizosaas.adsdesk.draft.Rules;
import com.bizosaas.adsdesk.draft.SheetImport;
import com.bizosaas.adsdesk.service.DeskException;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.SheetService;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.OverlayDialogs;
import com.bizosaas.adsdesk.ui.fakes.DirectTasks;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/// New objects of a sheet in the import pane: a tree that is accepted together, red checks, and what cannot be read.
@ExtendWith(ApplicationExtension.class)
class ImportNewRowsTest {

    private static final String SHEET = """
            Level | ID | Campaign | Ad set | Name | Objective | Special ad categories | Daily budget | Performance goal | Pixel | Event | Countries | Ages | Placements | Advantage+ audience | Beneficiary | Payer | Creative | Status | CTR
            campaign | new | | | Autumn Layers — Prospecting EU | Sales | none | 50,00 | | | | | | | | | | | on | 1.2
            ad set | new | Autumn Layers — Prospecting EU | | Broad 25–54 · DE AT CH | | | | Conversions | 77 | Purchase | DE, AT, CH | 25-54 | automatic | no | Nordlys Outdoor AS | Nordlys Outdoor AS | | |
            ad | new | | Broad 25–54 · DE AT CH | Video 15 s — Fjord crossing | | | | | | | | | | | | | 431 | |
            campaign | new | | | Winter — 冬のセール ❄ | Traffic | | 20 | | | | | | | | | | | |
            ad set | new | Winter — 冬のセール ❄ | | حملة الشتاء | | | | Link clicks | | | NO | 18+ | automatic | yes | | | | |
            campaign | | | | Brand film | | | 90 | | | | | | | | | | | |
            ad set | new | Lost campaign | | Nowhere | | | x | | | | | | | | | | | |
            """;

    private final FakeServices fakes = new FakeServices();
    private OverlayDialogs dialogs = new OverlayDialogs();
    private StackPane root = new StackPane();

    private static SheetImport.Sheet sheet(String text) {
        Campaign film = new Campaign(new GraphId("120218843307512002"), "Brand film", Objective.AWARENESS,
                Status.ACTIVE,
                EffectiveStatus.ACTIVE, new Budget(Budget.Kind.DAILY, Money.of("75", Samples.EUR)),
                BidStrategy.LOWEST_COST_WITHOUT_CAP, List.of(), null, null, null, null, List.of());
        Projection projection = new Projection(Samples.WEBSHOP,
                new AdStructure(List.of(film), List.of(), List.of()), List.of(), _ -> Map.of(), Map.of());
        return SheetImport.read(new SheetImport.Desk(projection, "Nordlys Outdoor AS", Rules.NONE, Map.of("431",
                "Fjord"), Samples.NOW), text.lines()
                        .map(line -> Arrays.stream(line.split("\\|", -1))
                                .map(String::strip).toList())
                        .toList());
    }

    private void open(SheetImport.Sheet sheet, Theme theme, double width, double height) {
        fakes.sheets.proposals = sheet.proposals();
        fakes.sheets.notes = sheet.notes();
        dialogs = new OverlayDialogs();
        DeskContext context = new DeskContext(fakes.services(), new DirectTasks(), fakes.scope, fakes.notifier, dialogs,
                fakes.opened::add, Samples.CLOCK);
        root = new StackPane(dialogs.layer());
        Snapshots.scene(root, width, height, theme);
        FilePicker picker = new FilePicker() {
            @Override
            public Optional<Path> save(String title, String name) {
                return Optional.empty();
            }

            @Override
            public Optional<Path> open(String title) {
                return Optional.empty();
            }
        };
        new SheetDialogs(context, picker, () -> null).paste(new SheetService.Source(Samples.NORDLYS, Samples.WEBSHOP),
                "cells");
        layout();
    }

    @Test
    void aTreeIsAcceptedTogetherAndRedOnesWaitForADecision(FxRobot robot) {
        robot.interact(() -> {
            open(sheet(SHEET), Theme.LIGHT, 1440, 900);
            assertThat(texts()).contains("4 accepted", "Proposed 6", "Cannot be read 1",
                    "Left aside, for nothing can be set by them: CTR.", "Proposed new",
                    "+ " + com.bizosaas.adsdesk.ui.common.Labels.isolated("Autumn Layers — Prospecting EU"),
                    "Line 3 · New ad set in Autumn Layers — Prospecting EU")
                    .anyMatch(text -> text
                            .startsWith("1 new object has a red check: it is left out, with what is below it."))
                    .anyMatch(text -> text.startsWith("Nobody said whether the campaign is in a special ad category."));
            List<CheckBox> ticks = ticks();
            ticks.get(4).fire();
            assertThat(primary().getText()).as("an ad set brings its new campaign along")
                    .isEqualTo("Add 6 to pending changes");
            layout();
            ticks().get(0).fire();
            assertThat(primary().getText()).as("without the campaign nothing below it")
                    .isEqualTo("Add 3 to pending changes");
            primary().fire();
            assertThat(fakes.sheets.accepted).extracting(Proposal::line).containsExactly(5, 6, 7);
        });
    }

    @Test
    void fiftyThousandRowsAreTickedAtOnce(FxRobot robot) {
        StringBuilder text = new StringBuilder(
                "Level | ID | Name | Objective | Special ad categories | Daily budget\n");
        for (int i = 0; i < 50_000; i++) {
            text.append("campaign | new | Campaign no ").append(i).append(" | Traffic | none | 20\n");
        }
        SheetImport.Sheet read = sheet(text.toString());
        robot.interact(() -> {
            open(read, Theme.LIGHT, 1440, 900);
            assertThat(primary().getText()).isEqualTo("Add 50000 to pending changes");
            long before = System.nanoTime();
            CheckBox all = root.lookupAll(".check-box").stream().map(CheckBox.class::cast)
                    .filter(each -> each.getText().equals("All shown")).findFirst().orElseThrow();
            all.fire();
            all.fire();
            layout();
            assertThat(System.nanoTime() - before).as("nanoseconds, where looking up each row would take minutes")
                    .isLessThan(30_000_000_000L);
            assertThat(((ListView<?>) root.lookup("#import-rows")).getItems()).hasSize(50_000);
        });
    }

    @Test
    void aSheetThatIsRefusedSaysWhyInADialog(FxRobot robot) {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            robot.interact(() -> {
                fakes.sheets.refusal = new DeskException(Problem.invalid("file",
                        "The sheet is of another ad account: Norge Nettbutikk (act_102938475642)",
                        "This one is EU Webshop (act_102938475610). Go to the other account to import it there, or use "
                                + "“Copy to another account…” there to bring its campaigns here."));
                open(new SheetImport.Sheet(List.of(), List.of()), theme, 1440, 900);
                assertThat(texts()).contains("Nothing of the clipboard was taken over.");
                assertThat(root.lookupAll("*").stream().filter(Text.class::isInstance).map(Text.class::cast)
                        .map(Text::getText)).anyMatch(
                                text -> text.contains("The sheet is of another ad account: Norge Nettbutikk"));
                Snapshots.write(root.getScene(), "import-refused-" + theme.name().toLowerCase(Locale.ROOT));
                primary().fire();
                assertThat(dialogs.isOpen()).isFalse();
            });
        }
    }

    @Test
    void fitsEveryWindowLightAndDark(FxRobot robot) {
        SheetImport.Sheet read = sheet(SHEET);
        for (int[] size : new int[][]{{1440, 900}, {1024, 700}, {2560, 1440}}) {
            Theme theme = size[0] == 1440 ? Theme.DARK : Theme.LIGHT;
            robot.interact(() -> {
                open(read, theme, size[0], size[1]);
                Snapshots.write(root.getScene(), "import-new-" + size[0] + "x" + size[1] + "-"
                        + theme.name().toLowerCase(Locale.ROOT));
                assertThat(root.lookup("#import-rows").getLayoutBounds().getWidth()).isGreaterThan(800);
            });
        }
        robot.interact(() -> {
            open(sheet("Level | Name\n"), Theme.LIGHT, 1440, 900);
            assertThat(texts()).contains("The sheet has no rows below its columns.");
            assertThat(primary().isDisabled()).isTrue();
            Snapshots.write(root.getScene(), "import-empty-light");
        });
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
        List<String> texts = new ArrayList<>();
        for (String css : List.of(".label", ".button", ".toggle-button")) {
            for (Node node : root.lookupAll(css)) {
                String text = node instanceof Labeled labeled ? labeled.getText() : "";
                if (text != null && !text.isEmpty()) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }
}
