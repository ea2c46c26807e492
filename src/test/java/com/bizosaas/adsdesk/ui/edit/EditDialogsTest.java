package com.bizosaas.adsdesk.ui.edit;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.BudgetChange;
import com.bizosaas.adsdesk.draft.Copies;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.NamePattern;
import com.bizosaas.adsdesk.draft.TargetingChange;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.service.DraftService.Duplication;
import com.bizosaas.adsdesk.service.DraftService.NewObject;
import com.bizosaas.adsdesk.service.DraftService.Preview;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.OverlayDialogs;
import com.bizosaas.adsdesk.ui.common.Themes;
import com.bizosaas.adsdesk.ui.fakes.DirectTasks;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class EditDialogsTest {

    private static final DraftKey SPRING = new DraftKey(Samples.WEBSHOP.id(), Level.CAMPAIGN, "120218843307512001");
    private static final DraftKey BROAD = new DraftKey(Samples.WEBSHOP.id(), Level.AD_SET, "220000000000000001");
    private static final DraftKey VIDEO = new DraftKey(Samples.WEBSHOP.id(), Level.AD, "320000000000000001");
    private static final Chosen CAMPAIGN = chosen(row(SPRING, "Spring Layers — Prospecting EU", Fields.DAILY));
    private static final Chosen MIXED = chosen(row(SPRING, "Spring Layers — Prospecting EU", Fields.DAILY),
            row(BROAD, "Broad 25–54 · DE AT CH", ""), row(VIDEO, "Video 15 s — Fjord crossing", ""));

    private final FakeServices fakes = new FakeServices();
    private OverlayDialogs dialogs;
    private EditDialogs edits;
    private StackPane root;
    private Scene scene;
    private Stage stage;

    private static Chosen.Row row(DraftKey key, String name, String budget) {
        return new Chosen.Row(key, name, Samples.WEBSHOP, budget);
    }

    private static Chosen chosen(Chosen.Row... rows) {
        return new Chosen(Samples.NORDLYS, List.of(rows));
    }

    @Start
    void start(Stage shown) {
        stage = shown;
        dialogs = new OverlayDialogs();
        edits = new EditDialogs(new DeskContext(fakes.services(), new DirectTasks(), fakes.scope, fakes.notifier,
                dialogs, fakes.opened::add, Samples.CLOCK), new Formats(Locale.UK), Locale.UK);
        root = new StackPane(new Region(), dialogs.layer());
        scene = Snapshots.scene(root, 1440, 900, Theme.LIGHT);
        Snapshots.show(stage, scene);
    }

    @Test
    void refusedRowsComeFirstWithTheReasonAndTheOthersAreDraftedAsOneStep(FxRobot robot) {
        robot.interact(() -> {
            fakes.drafts.previews = List.of(
                    new Preview(SPRING, "Spring Layers — Prospecting EU", Fields.DAILY, "48000", "55000", "Rounded"),
                    new Preview(BROAD, "Broad 25–54 · DE AT CH", Fields.DAILY, "", "",
                            "Its campaign holds the budget"));
            edits.open(BulkEdit.BUDGETS, List.of(MIXED));
            layout();
            field("bulk-by").setText("*1.2 round 10 max 550");
            layout();
            BudgetChange asked = (BudgetChange) fakes.drafts.asked.get("budgets").get(2);
            assertThat(asked.by()).isEqualByComparingTo("20");
            assertThat(asked.roundTo()).isEqualByComparingTo("10");
            assertThat(asked.ceiling()).isEqualByComparingTo("550");
            assertThat(texts()).containsSubsequence("Broad 25–54 · DE AT CH", "Spring Layers — Prospecting EU")
                    .contains("Its campaign holds the budget", "€480.00 → €550.00",
                            "1 of 2 change, 1 with a note, 1 refused");
            looks("edit-budgets");
            primary().fire();
            assertThat(fakes.drafts.applied).extracting(Preview::key).containsExactly(SPRING);
            assertThat(dialogs.isOpen()).isFalse();
        });
    }

    @Test
    void findAndReplaceNamesTheErrorOfAnExpressionAndReadsWhatIsNotKnown(FxRobot robot) {
        robot.interact(() -> {
            fakes.drafts.previews = List.of(new Preview(VIDEO, "Video 15 s — Fjord crossing", Fields.URL_TAGS,
                    "utm_campaign=spring", "utm_campaign=summer", ""));
            edits.open(BulkEdit.REPLACE, List.of(MIXED));
            layout();
            assertThat(texts()).contains("Type what is to be found.");
            assertThat(fakes.drafts.asked.get("preview").get(1)).as("looked at while the operator types")
                    .isEqualTo(Map.of(SPRING, Map.of()));
            toggle("URL parameters").fire();
            field("bulk-find").setText("utm_campaign=spring");
            field("bulk-with").setText("utm_campaign=summer");
            layout();
            assertThat(fakes.drafts.asked.get("replace").get(2)).isEqualTo(Fields.URL_TAGS);
            assertThat(texts()).contains("utm_campaign=spring → utm_campaign=summer", "1 of 1 change");
            looks("edit-replace");
            ((Button) root.lookup("#bulk-read")).fire();
            assertThat(fakes.drafts.calls).contains("readAll");
            ((CheckBox) root.lookup("#bulk-regex")).setSelected(true);
            field("bulk-find").setText("(spring");
            layout();
            assertThat(texts()).anyMatch(text -> text.startsWith("The expression cannot be read"));
            assertThat(primary().isDisabled()).isTrue();
            assertThat(fakes.drafts.applied).isEmpty();
        });
    }

    @Test
    void everywhereLooksInNamesAndUrlParametersOfSeveralTenantsAndDraftsEachItsOwn(FxRobot robot) {
        robot.interact(() -> {
            DraftKey there = new DraftKey(Samples.NETTBUTIKK.id(), Level.AD, "320000000000000009");
            Chosen others = new Chosen(Samples.SUGARLOAF,
                    List.of(new Chosen.Row(there, "Video — Spring", Samples.NETTBUTIKK,
                            "")));
            fakes.drafts.previews = List.of(new Preview(VIDEO, "Video 15 s — Fjord crossing", Fields.URL_TAGS,
                    "utm_campaign=spring", "utm_campaign=summer", ""));
            edits.open(BulkEdit.REPLACE, List.of(MIXED, others));
            layout();
            field("bulk-find").setText("utm_campaign=spring");
            field("bulk-with").setText("utm_campaign=summer");
            layout();
            assertThat(fakes.drafts.asked.get("replace").get(2)).as("URL parameters are looked at last")
                    .isEqualTo(Fields.URL_TAGS);
            assertThat(texts()).contains("Nordlys Outdoor AS", "Sugarloaf Pet Supply", "4 of 4 change")
                    .anyMatch(text -> text.startsWith("4 rows of 2 tenants: "));
            looks("edit-replace-tenants");
            primary().fire();
            assertThat(fakes.drafts.applied).hasSize(4);
            assertThat(dialogs.isOpen()).isFalse();
        });
    }

    @Test
    void targetingsAreChangedByOperations(FxRobot robot) {
        robot.interact(() -> {
            String before = "{\"geo_locations\":{\"countries\":[\"DE\",\"AT\"]},\"age_min\":25,\"age_max\":54}";
            fakes.drafts.values.put(BROAD, Map.of(Fields.TARGETING, before));
            fakes.drafts.previews = List.of(new Preview(BROAD, "Broad 25–54 · DE AT CH", Fields.TARGETING, before,
                    before.replace("\"AT\"", "\"AT\",\"CH\""), ""),
                    new Preview(SPRING, "Spring Layers — Prospecting EU", Fields.TARGETING, "", "",
                            "Targetings belong to ad sets"));
            edits.open(BulkEdit.TARGETING, List.of(MIXED));
            layout();
            assertThat(texts()).contains("Type what is meant, separated by commas.")
                    .anyMatch(text -> text.contains("They have Austria, Germany."));
            field("targeting-what").setText("CH");
            layout();
            TargetingChange asked = (TargetingChange) fakes.drafts.asked.get("retarget").get(2);
            assertThat(asked).isEqualTo(new TargetingChange(TargetingChange.Part.PLACES, TargetingChange.Operation.ADD,
                    List.of("CH"), List.of()));
            assertThat(texts()).contains("1 of 2 change, 1 refused", "Targetings belong to ad sets",
                    "in DE, AT → in DE, AT, CH");
            toggle("Find and replace").fire();
            layout();
            assertThat(texts()).contains("Type what takes its place.");
            field("targeting-with").setText("Norway");
            layout();
            looks("edit-targetings");
            primary().fire();
            assertThat(fakes.drafts.applied).singleElement().satisfies(
                    preview -> assertThat(preview.key()).isEqualTo(BROAD));
        });
    }

    @Test
    void aCommentIsWrittenAboutAllRowsAndTakenAwayEmpty(FxRobot robot) {
        robot.interact(() -> {
            edits.open(BulkEdit.COMMENT, List.of(MIXED));
            layout();
            assertThat(primary().isDisabled()).as("there is none to remove").isTrue();
            TextArea text = (TextArea) root.lookup("#comment-text");
            text.setText("Ask Kari before this goes live");
            layout();
            assertThat(primary().getText()).isEqualTo("Save comment");
            looks("edit-comment");
            primary().fire();
            assertThat(fakes.comments.comments).containsOnlyKeys(SPRING, BROAD, VIDEO);
            edits.open(BulkEdit.COMMENT, List.of(CAMPAIGN));
            layout();
            text = (TextArea) root.lookup("#comment-text");
            assertThat(text.getText()).isEqualTo("Ask Kari before this goes live");
            text.setText("x".repeat(2001));
            layout();
            assertThat(primary().isDisabled()).isTrue();
            text.setText(" ");
            assertThat(primary().getText()).isEqualTo("Remove comment");
            primary().fire();
            assertThat(fakes.comments.comments).containsOnlyKeys(BROAD, VIDEO);
        });
    }

    @Test
    void aTemplateShowsItsNamesAndSaysWhichWordThereIsNot(FxRobot robot) {
        robot.interact(() -> {
            fakes.drafts.previews = List.of(new Preview(SPRING, "Spring Layers — Prospecting EU", Fields.NAME,
                    "Spring Layers — Prospecting EU", "SALES_DE_2604", ""));
            edits.open(BulkEdit.NAMES, List.of(CAMPAIGN));
            layout();
            field("bulk-template").setText("{objective}_{country}_{date:yyMM}");
            layout();
            assertThat(fakes.drafts.asked.get("rename").get(2)).hasToString("{objective}_{country}_{date:yyMM}");
            assertThat(texts()).contains("Spring Layers — Prospecting EU → SALES_DE_2604");
            looks("edit-names");
            field("bulk-template").setText("{colour}");
            layout();
            assertThat(texts()).anyMatch(text -> text.startsWith("There is no word {colour}"));
            primary().fire();
            assertThat(fakes.drafts.applied).isEmpty();
        });
    }

    @Test
    void appendedTextMayHoldWords(FxRobot robot) {
        robot.interact(() -> {
            fakes.drafts.previews = List.of(new Preview(SPRING, "Spring", Fields.NAME, "Spring", "Spring | v2", ""));
            edits.open(BulkEdit.APPEND, List.of(CAMPAIGN));
            layout();
            field("bulk-after").setText(" | v2");
            layout();
            assertThat(fakes.drafts.asked.get("append").subList(2, 5)).containsExactly(Fields.NAME, "", " | v2");
            looks("edit-append");
            field("bulk-after").setText(" | {country}");
            layout();
            assertThat(fakes.drafts.asked.get("rename").get(2)).hasToString("{name} | {country}");
            primary().fire();
            assertThat(fakes.drafts.applied).hasSize(1);
        });
    }

    @Test
    @SuppressWarnings("unchecked")
    void severalFieldsAreSetInOneStepAndEmptyOnesStay(FxRobot robot) {
        robot.interact(() -> {
            edits.open(BulkEdit.FIELDS, List.of(MIXED));
            layout();
            assertThat(primary().isDisabled()).isTrue();
            assertThat(texts()).contains("Fill in what is to change on the 3 rows.");
            fakes.drafts.previews = List.of(
                    new Preview(BROAD, "Broad 25–54 · DE AT CH", "end_time", "", "2026-04-30T23:59:00+02:00", ""),
                    new Preview(SPRING, "Spring Layers — Prospecting EU", Fields.STATUS, "ACTIVE", "PAUSED", ""));
            ((ComboBox<String>) root.lookup("#fields-status")).setValue("PAUSED");
            field("fields-end").setText("2026-04-30");
            layout();
            Map<DraftKey, Map<String, String>> asked = (Map<DraftKey, Map<String, String>>) fakes.drafts.asked
                    .get("preview").get(1);
            assertThat(asked).hasSize(3).allSatisfy((_, fields) -> assertThat(fields).isEqualTo(
                    Map.of(Fields.STATUS, "PAUSED", "end_time", "2026-04-30T23:59:00+02:00")));
            assertThat(texts()).contains("Status: Active → Paused", "End: — → 2026-04-30 23:59");
            looks("edit-fields");
            assertThat(field("fields-pixel").isDisabled()).isTrue();
            assertThat(texts()).contains(
                    "Facebook fixes what an ad set promotes, its pixel, Page or app, once the ad set exists.");
            field("fields-end").setText("soon");
            layout();
            assertThat(texts()).contains("End “soon” is no date. Write 2026-04-12 or 2026-04-12 08:30.");
        });
    }

    @Test
    void duplicatesAreListedBeforeTheyAreDrafted(FxRobot robot) {
        robot.interact(() -> {
            fakes.drafts.copies = List.of(
                    new NewObject("#1", Level.CAMPAIGN, Map.of(Fields.NAME, "Spring Layers — Prospecting EU – Copy",
                            Fields.DAILY, "48000", Fields.STATUS, "PAUSED")),
                    new NewObject("#2", Level.AD_SET, Map.of(Fields.NAME, "Broad 25–54 · DE AT CH", Fields.STATUS,
                            "PAUSED")),
                    new NewObject("#3", Level.AD, Map.of(Fields.NAME, "Video 15 s — Fjord crossing", Fields.STATUS,
                            "PAUSED")));
            edits.open(BulkEdit.DUPLICATE, List.of(CAMPAIGN));
            layout();
            field("copy-budget").setText("+20%");
            field("copy-start").setText("2026-05-01");
            layout();
            assertThat(texts()).contains("Makes 1 campaign, 1 ad set and 1 ad");
            fakes.drafts.used = Set.of(new Copies.Used("pixel", "881", "Nordlys Web"),
                    new Copies.Used("audience", "771", "Viewers 30 d"));
            fakes.drafts.choices = Map.of("pixel", Map.of("881", "Nordlys Web", "882", "Nordlys App"), "audience",
                    Map.of("771", "Viewers 30 d"));
            ((Button) root.lookup("#copy-uses")).fire();
            layout();
            choose("map-881", "882");
            looks("edit-duplicate");
            primary().fire();
            Duplication how = (Duplication) fakes.drafts.asked.get("duplicate").get(2);
            assertThat(how.mapping()).containsEntry("881", "882");
            assertThat(how.budget()).isNotNull();
            assertThat(how.overrides().get(Level.AD_SET)).containsEntry("start_time", "2026-05-01T00:00:00+02:00")
                    .containsEntry(Fields.STATUS, "PAUSED");
            assertThat(how.deep()).isTrue();
            assertThat(dialogs.isOpen()).isFalse();
        });
    }

    /// A published ad set keeps its pixel: the way to another one is a copy.
    @Test
    void anotherPixelIsReachedFromTheFieldThatCannotBeEdited(FxRobot robot) {
        robot.interact(() -> {
            fakes.drafts.used = Set.of(new Copies.Used("pixel", "881", "Nordlys Web"));
            fakes.drafts.choices = Map.of("pixel", Map.of("881", "Nordlys Web", "882", "Nordlys App"));
            fakes.drafts.copies = List.of(new NewObject("#1", Level.AD_SET, Map.of(Fields.NAME, "Broad – Copy")));
            edits.open(BulkEdit.FIELDS, List.of(MIXED));
            layout();
            ((Button) root.lookup("#fields-pixel-duplicate")).fire();
            layout();
            assertThat(root.lookup("#fields-pixel")).as("the first dialog is gone").isNull();
            choose("map-881", "882");
            primary().fire();
            assertThat(((Duplication) fakes.drafts.asked.get("duplicate").get(2)).mapping())
                    .containsEntry("881", "882");
        });
    }

    @Test
    void theNumberOfCopiesIsCheckedWithItsField(FxRobot robot) {
        robot.interact(() -> {
            edits.open(BulkEdit.DUPLICATE, List.of(CAMPAIGN));
            layout();
            field("copy-times").setText("1000");
            layout();
            assertThat(texts()).contains("Copies of each: type a number from 1 to 100.");
            assertThat(primary().isDisabled()).isTrue();
        });
    }

    @Test
    @SuppressWarnings("unchecked")
    void aCopyToAnotherClientIsBlockedByEachGapWithItsName(FxRobot robot) {
        robot.interact(() -> {
            fakes.tenants.list.add(Samples.SUGARLOAF);
            fakes.connections.chosen.put(Samples.SUGARLOAF.id(), List.of(Samples.NETTBUTIKK));
            fakes.drafts.used = new java.util.TreeSet<>(Set.of(new Copies.Used("page", "91", "Nordlys Outdoor"),
                    new Copies.Used("audience", "771", "Viewers 30 d"), new Copies.Used("image", "5d2a4b", ""),
                    new Copies.Used("creative", "42", "Fjord crossing"), new Copies.Used("pixel", "881", "Web"),
                    new Copies.Used("video", "661", "")));
            fakes.drafts.choices = Map.of("page", Map.of("95", "Sugarloaf Pets"), "audience",
                    Map.of("779", "viewers 30 D"), "pixel", Map.of("889", "Pets"), "video", Map.of("662", "Film"));
            edits.open(BulkEdit.COPY, List.of(CAMPAIGN));
            layout();
            assertThat(primary().isDisabled()).isTrue();
            ComboBox<com.bizosaas.adsdesk.domain.Tenant> tenant = (ComboBox<com.bizosaas.adsdesk.domain.Tenant>) root
                    .lookup("#copy-tenant");
            tenant.setValue(Samples.SUGARLOAF);
            ComboBox<com.bizosaas.adsdesk.domain.AdAccount> account = (ComboBox<com.bizosaas.adsdesk.domain.AdAccount>) root
                    .lookup("#copy-account");
            account.setValue(Samples.NETTBUTIKK);
            layout();
            assertThat(texts()).anyMatch(text -> text.contains("Budgets and caps are left out"));
            assertThat(root.lookup("#map-771")).extracting(node -> ((ComboBox<String>) node).getValue())
                    .as("the same name is suggested").isEqualTo("779");
            assertThat(((ComboBox<String>) root.lookup("#map-42")).getValue()).isEqualTo(Copies.ALONG);
            looks("edit-copy");
            choose("map-881", "889");
            choose("map-661", "662");
            assertThat(primary().isDisabled()).isTrue();
            assertThat(primary().getAccessibleHelp()).isEqualTo(
                    "Choose what takes the place of Page “Nordlys Outdoor”.");
            choose("map-91", "95");
            primary().fire();
            List<Object> asked = fakes.drafts.asked.get("copy");
            assertThat(asked.get(2)).isEqualTo(Samples.SUGARLOAF.id());
            assertThat(asked.get(3)).isEqualTo(Samples.NETTBUTIKK.id());
            assertThat((Map<String, String>) asked.get(4)).containsEntry("91", "95").containsEntry("5d2a4b",
                    Copies.ALONG).containsEntry("42", Copies.ALONG).containsEntry("881", "889");
            assertThat(fakes.notifier.done).hasSize(1);
        });
    }

    @Test
    void onlyWholeCampaignsGoToAnotherAccount(FxRobot robot) {
        robot.interact(() -> {
            edits.open(BulkEdit.COPY, List.of(MIXED));
            layout();
            assertThat(texts()).contains("Whole campaigns are copied to another account: tick campaigns only.");
            assertThat(primary().isDisabled()).isTrue();
        });
    }

    @Test
    @SuppressWarnings("unchecked")
    void pastedCellsFindTheirRowsByIdOrNameAndTheRestIsToldWhy(FxRobot robot) {
        robot.interact(() -> {
            fakes.drafts.previews = List.of(new Preview(SPRING, "Spring Layers — Prospecting EU", Fields.DAILY, "48000",
                    "50000", ""));
            edits.paste(MIXED, 0, "", "ID\tName\tBudget\tOn\tSpend\n'120218843307512001\tSpring 2\t500.00\toff\t9\n"
                    + "\tBroad 25–54 · DE AT CH\t\tmaybe\t\n\tNobody\t5\ton\t\n");
            layout();
            assertThat((Map<DraftKey, Map<String, String>>) fakes.drafts.asked.get("preview").get(1)).isEqualTo(Map.of(
                    SPRING, Map.of(Fields.NAME, "Spring 2", Fields.DAILY, "50000", Fields.STATUS, "PAUSED")));
            assertThat(texts()).contains("No row that is shown has this name",
                    "“maybe” is no status: write on, off or archived", "Daily budget: €480.00 → €500.00");
            looks("edit-paste");
            ((TextArea) root.lookup("#paste-cells")).setText("1\t2\n3\t4");
            layout();
            assertThat(texts()).anyMatch(text -> text.startsWith("Copy the line of heads too"));
            assertThat(primary().isDisabled()).isTrue();
        });
    }

    @Test
    @SuppressWarnings("unchecked")
    void aColumnWithoutAHeadGoesDownFromTheRowInFocus(FxRobot robot) {
        robot.interact(() -> {
            edits.paste(MIXED, 1, Fields.NAME, "Broad\nVideo\nToo many\n");
            layout();
            assertThat((Map<DraftKey, Map<String, String>>) fakes.drafts.asked.get("preview").get(1)).isEqualTo(
                    Map.of(BROAD, Map.of(Fields.NAME, "Broad"), VIDEO, Map.of(Fields.NAME, "Video")));
            assertThat(texts()).contains("There is no row left below");
        });
    }

    @Test
    void anAnswerThatFailsStaysInTheDialog(FxRobot robot) {
        robot.interact(() -> {
            fakes.drafts.unanswered = new com.bizosaas.adsdesk.service.DeskException(
                    com.bizosaas.adsdesk.service.Problem.invalid("field", "This field is no text on this level",
                            "Choose the name."));
            edits.open(BulkEdit.NAMES, List.of(CAMPAIGN));
            layout();
            assertThat(texts()).contains("This field is no text on this level. Choose the name.");
            assertThat(dialogs.isOpen()).isTrue();
            assertThat(NamePattern.WORDS).isNotEmpty();
        });
    }

    /// The same dialog in the smallest window and in a large dark one.
    private void looks(String name) {
        layout();
        Snapshots.write(scene, name);
        stage.setWidth(1024);
        stage.setHeight(700);
        root.resize(1024, 700);
        layout();
        Snapshots.write(scene, name + "-small");
        new Themes(Theme.DARK).dress(scene);
        layout();
        Snapshots.write(scene, name + "-dark");
        new Themes(Theme.LIGHT).dress(scene);
        stage.setWidth(1440);
        stage.setHeight(900);
        layout();
    }

    @SuppressWarnings("unchecked")
    private void choose(String id, String value) {
        ((ComboBox<String>) root.lookup("#" + id)).setValue(value);
        layout();
    }

    private TextField field(String id) {
        return (TextField) root.lookup("#" + id);
    }

    private Button primary() {
        return (Button) root.lookup("#dialog-primary");
    }

    private ToggleButton toggle(String text) {
        return root.lookupAll(".toggle-button").stream().map(ToggleButton.class::cast)
                .filter(button -> text.equals(button.getText())).findFirst().orElseThrow();
    }

    private List<String> texts() {
        return root.lookupAll("*").stream().filter(each -> each instanceof Labeled && seen(each))
                .map(each -> ((Labeled) each).getText()).filter(text -> text != null && !text.isEmpty())
                .map(text -> text.replaceAll("[\\u2066-\\u2069]", "")).toList();
    }

    private static boolean seen(Node node) {
        return node.isVisible();
    }

    private void layout() {
        root.applyCss();
        root.layout();
    }
}
