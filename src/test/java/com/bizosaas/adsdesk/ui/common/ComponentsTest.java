package com.bizosaas.adsdesk.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.metrics.Delta;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The components of mock-up 11, seen in both themes.
@ExtendWith(ApplicationExtension.class)
class ComponentsTest {

    private static final Formats FORMATS = new Formats(Locale.UK);

    private Stage stage;

    @Start
    void start(Stage stage) {
        this.stage = stage;
        Fonts.load();
        stage.setScene(new Scene(new VBox(), 200, 200));
        stage.show();
    }

    @Test
    void theThreeWeightsAreThreeCutsAndAllDigitsAreEquallyWide(FxRobot robot) {
        robot.interact(() -> {
            Font regular = Font.font(Fonts.REGULAR, FontWeight.NORMAL, 40);
            Font medium = Font.font(Fonts.MEDIUM, FontWeight.NORMAL, 40);
            Font bold = Font.font(Fonts.REGULAR, FontWeight.BOLD, 40);
            assertThat(List.of(width("Budget", regular), width("Budget", medium), width("Budget", bold)))
                    .doesNotHaveDuplicates();
            for (Font font : List.of(regular, medium, bold)) {
                for (String digit : "0 2 3 4 5 6 7 8 9".split(" ")) {
                    assertThat(width(digit.repeat(8), font)).isEqualTo(width("1".repeat(8), font));
                }
            }
        });
    }

    private static double width(String words, Font font) {
        Text text = new Text(words);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }

    @Test
    void showsEveryComponentLightAndDark(FxRobot robot) {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            robot.interact(() -> {
                Scene scene = Snapshots.scene(sheet(), 900, 900, theme);
                Snapshots.write(scene, "components-" + theme.name().toLowerCase(Locale.ROOT));
                Label label = (Label) scene.getRoot().lookup("#probe");
                assertThat(label.getTextFill())
                        .isEqualTo(javafx.scene.paint.Color.web(theme == Theme.LIGHT ? "#B0261E" : "#FF938A"));
            });
        }
    }

    private static VBox sheet() {
        VBox sheet = new VBox(14);
        sheet.getStyleClass().addAll("state-pane", "sheet");
        sheet.setPadding(new javafx.geometry.Insets(20));
        Button disabled = Buttons.secondary("Disabled", () -> {
        });
        disabled.setDisable(true);
        Button keyed = Buttons.primary("With key", () -> {
        });
        Buttons.withKey(keyed, "Ctrl N");
        Button erase = Buttons.secondary("Erase", () -> {
        });
        erase.getStyleClass().add("danger-fill");
        Label probe = Labels.of("danger", "danger-text");
        probe.setId("probe");
        sheet.getChildren().addAll(
                line(Labels.of("€17,247", "t24", "weight-semibold"), Labels.of("Dialog title 16", "dialog-title"),
                        Labels.of("Section 14", "section-title"), Labels.of("Body 13"),
                        Labels.of("Medium 13", "weight-medium"), Labels.of("Table 12", "t12"),
                        Labels.of("Caption 11", "caption"), Labels.of("mono 11", "mono"), probe),
                line(Buttons.primary("Default", () -> {
                }), keyed, Buttons.secondary("Secondary", Icons.SYNC, () -> {
                }), disabled, Buttons.flat("Flat", null, () -> {
                }), Buttons.danger("Danger…", () -> {
                }), erase, Buttons.link("Link", () -> {
                }), Buttons.icon(Icons.DARK, "Dark", () -> {
                })), line(fields()), line(choices()), line(pills()), line(deltas()), line(meters()), line(avatars()),
                new Banner(Banner.Tone.DANGER, "Meta did not answer.", "Figures below are from 08:19.",
                        Buttons.link("Details", () -> {
                        })),
                new Banner(Banner.Tone.WARNING, "Take care.", ""), new Banner(Banner.Tone.INFO, "Good to know.", ""),
                new Banner(Banner.Tone.GOOD, "Done.", ""), new Banner(Banner.Tone.NEUTRAL, "You are offline.", ""),
                table());
        return sheet;
    }

    private static HBox line(Node... nodes) {
        HBox line = new HBox(12, nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Node[] fields() {
        TextField wrong = new TextField("4.000");
        wrong.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("danger"), true);
        ComboBox<String> combo = new ComboBox<>();
        combo.getItems().addAll("15 minutes", "30 minutes");
        combo.getSelectionModel().selectFirst();
        SecretField secret = new SecretField();
        secret.insert("secret");
        return new Node[]{new TextField("Value"), wrong, new SearchField("Name or ID", "Ctrl F"), combo, secret};
    }

    private static Node[] choices() {
        Switch on = new Switch("on");
        on.setSelected(true);
        CheckBox ticked = new CheckBox("Ticked");
        ticked.setSelected(true);
        CheckBox some = new CheckBox();
        some.setIndeterminate(true);
        Map<String, String> levels = new LinkedHashMap<>();
        levels.put("tree", "Tree");
        levels.put("ads", "Ads");
        levels.put("sets", "Ad sets");
        return new Node[]{on, new Switch("off"), ticked, some, new CheckBox("Empty"),
                new SegmentedControl<>(levels, "tree"), Labels.whole("Filter", "chip", "on"),
                Labels.whole("Off", "chip"),
                Labels.whole("tag", "tag"), Labels.keyCap("Ctrl K"), Labels.whole("EUR", "currency-tag"),
                Labels.of("9", "count-badge"), Labels.of("3", "count-badge", "warning"),
                Labels.of("2", "count-badge", "danger"), Labels.of("7", "count-badge", "accent")};
    }

    private static Node[] pills() {
        return new Node[]{new Pill("Active", Icons.DOT, Pill.Tone.OK),
                new Pill("Learning 31/50", Icons.LEARNING, Pill.Tone.LEARN),
                new Pill("Learning limited", Icons.CAUTION, Pill.Tone.WARNING),
                new Pill("In review", Icons.CLOCK, Pill.Tone.INFO), new Pill("Paused", Icons.PAUSE, Pill.Tone.OFF),
                new Pill("Rejected", Icons.STOPPED, Pill.Tone.DANGER),
                new Pill("Issues", Icons.ISSUE, Pill.Tone.DANGER),
                new Pill("Completed", Icons.CHECK, Pill.Tone.OFF)};
    }

    private static Node[] deltas() {
        DeltaLabel better = new DeltaLabel(FORMATS);
        better.show(Delta.between(Metric.CONVERSIONS, new BigDecimal("100"), new BigDecimal("106.1")));
        DeltaLabel worse = new DeltaLabel(FORMATS);
        worse.show(Delta.between(Metric.CPA, new BigDecimal("100"), new BigDecimal("106.4")));
        DeltaLabel none = new DeltaLabel(FORMATS);
        none.show(Delta.between(Metric.SPEND, new BigDecimal("100"), new BigDecimal("106.7")));
        FreshnessLabel fresh = new FreshnessLabel(FORMATS, Samples.CLOCK);
        fresh.show(Samples.NOW.minusSeconds(140), false);
        return new Node[]{better, worse, none, fresh};
    }

    private static Node[] meters() {
        Meter half = new Meter(80);
        half.show(0.38, Meter.Tone.ACCENT);
        Meter high = new Meter(80);
        high.show(0.84, Meter.Tone.WARNING);
        Meter full = new Meter(80);
        full.show(0.98, Meter.Tone.DANGER);
        Sparkline bars = new Sparkline();
        bars.show(List.of(5.0, 6.0, 6.5, 6.0, 5.5, 6.2, 7.0, 5.0, 4.0, 3.0, 6.0, 5.0, 7.0, 6.5), false, "Spend");
        Sparkline off = new Sparkline();
        off.show(List.of(5.0, 6.0, 6.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0), true, "Spend");
        return new Node[]{half, high, full, bars, off};
    }

    private static Node[] avatars() {
        Avatar good = new Avatar(Avatar.Size.NORMAL);
        good.show(Samples.NORDLYS, Health.GOOD);
        Avatar warning = new Avatar(Avatar.Size.NORMAL);
        warning.show(Samples.HIKARI, Health.WARNING);
        Avatar stopped = new Avatar(Avatar.Size.NORMAL);
        stopped.show(Samples.SUGARLOAF, Health.STOPPED);
        Avatar unknown = new Avatar(Avatar.Size.NORMAL);
        unknown.show(Samples.ZAYTUN, Health.UNKNOWN);
        return new Node[]{good, warning, stopped, unknown, Avatar.of(Samples.NORDLYS, Avatar.Size.SMALL),
                Avatar.of(Samples.NORDLYS, Avatar.Size.TINY), TenantPlate.of(Samples.NORDLYS, Samples.WEBSHOP)};
    }

    private static TableView<String> table() {
        TableView<String> table = new TableView<>();
        for (String name : List.of("Row state", "Budget", "Spend")) {
            TableColumn<String, String> column = new TableColumn<>(name);
            column.setCellValueFactory(row -> new javafx.beans.property.SimpleStringProperty(
                    name.equals("Row state") ? row.getValue() : "420.00"));
            column.setPrefWidth(160);
            if (!name.equals("Row state")) {
                column.getStyleClass().add("figures");
            }
            table.getColumns().add(column);
        }
        table.getItems().addAll("Default", "Selected", "株式会社ひかり旅行", "مطاعم الزيتون", "अन्नपूर्णा मसाले");
        table.getSelectionModel().select(1);
        table.setFixedCellSize(32);
        table.setPrefHeight(200);
        return table;
    }

    @Test
    void initialsAreTwoLettersOrOneSign() {
        assertThat(Avatar.initials("Nordlys Outdoor AS")).isEqualTo("NO");
        assertThat(Avatar.initials("Aegean Olive & Co.")).isEqualTo("AO");
        assertThat(Avatar.initials("Kaveri")).isEqualTo("KA");
        assertThat(Avatar.initials("Şirin Ev Tekstil")).isEqualTo("ŞE");
        assertThat(Avatar.initials("株式会社ひかり旅行")).isEqualTo("株");
        assertThat(Avatar.initials("مطاعم الزيتون")).isEqualTo("م");
    }
}
