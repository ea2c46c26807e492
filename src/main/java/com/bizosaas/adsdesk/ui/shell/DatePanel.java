package com.bizosaas.adsdesk.ui.shell;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.DatePreset;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Scope;
import com.bizosaas.adsdesk.ui.common.Switch;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The panel behind the date range: named ranges at the left, two months at the right. Two clicks make a range of one's
/// own; days are those of the account's zone, which is named.
final class DatePanel extends HBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final ScopeChooser chooser;
    private final Formats formats;
    private final LocalDate today;
    private final Runnable close;
    private final HBox months = new HBox();
    private final Label hint = Labels.of("", "caption");
    private YearMonth right;
    private @Nullable LocalDate start;
    private @Nullable DateRange shown;

    DatePanel(ScopeChooser chooser, @Nullable Scope scope, Formats formats, Runnable close) {
        this.chooser = chooser;
        this.formats = formats;
        this.close = close;
        AdAccount account = scope == null ? null : scope.account();
        this.today = chooser.today(account);
        this.shown = scope == null ? null : scope.range();
        this.right = YearMonth.from(shown == null ? today : shown.until());
        getStyleClass().add("date-panel");
        setId("date-panel");
        VBox presets = new VBox();
        presets.getStyleClass().add("date-presets");
        for (DatePreset preset : DatePreset.values()) {
            Button button = Buttons.flat(ScopeChooser.words(preset), null, () -> {
                chooser.usePreset(preset);
                close.run();
            });
            button.getStyleClass().add("date-preset");
            button.setMaxWidth(Double.MAX_VALUE);
            button.pseudoClassStateChanged(CHOSEN, preset == chooser.preset());
            presets.getChildren().add(button);
        }
        months.getStyleClass().add("months");
        Button back = Buttons.icon(Icons.PREVIOUS, "Earlier months", () -> turn(-1));
        Button forward = Buttons.icon(Icons.NEXT, "Later months", () -> turn(1));
        back.getStyleClass().add("small");
        forward.getStyleClass().add("small");
        HBox turns = new HBox(back, Labels.gap(), hint, Labels.gap(), forward);
        turns.setAlignment(Pos.CENTER);
        String zone = account == null ? "each account's own" : TopBar.city(account.zone()) + "'s";
        Switch compare = new Switch("Compare with the days before");
        compare.setId("compare-in-panel");
        compare.setSelected(chooser.compares());
        compare.setOnAction(_ -> chooser.compare(compare.isSelected()));
        HBox comparison = new HBox(8, compare, Labels.of("Compare with the days before", "t12"));
        comparison.setAlignment(Pos.CENTER_LEFT);
        VBox calendar = new VBox(8, turns, months, comparison,
                Labels.of("Days are " + zone + " days. Today is not over yet.", "caption"));
        calendar.getStyleClass().add("date-calendar");
        getChildren().addAll(presets, calendar);
        render();
    }

    private void turn(int direction) {
        right = right.plusMonths(direction);
        if (right.isAfter(YearMonth.from(today))) {
            right = YearMonth.from(today);
        }
        render();
    }

    private void press(LocalDate day) {
        if (start == null) {
            start = day;
            shown = new DateRange(day, day);
            render();
        } else {
            DateRange range = day.isBefore(start) ? new DateRange(day, start) : new DateRange(start, day);
            chooser.useRange(range);
            close.run();
        }
    }

    private void render() {
        Locale locale = Locale.getDefault(Locale.Category.FORMAT);
        months.getChildren().setAll(new MonthGrid(right.minusMonths(1), shown, today, locale, this::press),
                new MonthGrid(right, shown, today, locale, this::press));
        hint.setText(start == null ? "Press the first day" : formats.day(start) + " – press the last day");
    }
}
