package com.bizosaas.adsdesk.ui.shell;

import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One month of days that can be pressed. Weeks begin on Monday, as the presets' do.
final class MonthGrid extends VBox {

    private static final PseudoClass IN_RANGE = PseudoClass.getPseudoClass("in-range");
    private static final PseudoClass END = PseudoClass.getPseudoClass("range-end");
    private static final PseudoClass TODAY = PseudoClass.getPseudoClass("today");

    MonthGrid(YearMonth month, @Nullable DateRange range, LocalDate today, Locale locale, Consumer<LocalDate> chosen) {
        getStyleClass().add("month");
        GridPane days = new GridPane();
        days.getStyleClass().add("month-days");
        for (DayOfWeek day : DayOfWeek.values()) {
            days.add(Labels.of(day.getDisplayName(TextStyle.NARROW, locale), "month-weekday"), day.ordinal(), 0);
        }
        int first = month.atDay(1).getDayOfWeek().ordinal();
        for (int number = 1; number <= month.lengthOfMonth(); number++) {
            LocalDate day = month.atDay(number);
            Button button = new Button(Integer.toString(number));
            button.getStyleClass().setAll("month-day");
            button.setAccessibleText(DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(day));
            button.setDisable(day.isAfter(today));
            button.setOnAction(_ -> chosen.accept(day));
            button.pseudoClassStateChanged(TODAY, day.equals(today));
            if (range != null && range.contains(day)) {
                button.pseudoClassStateChanged(IN_RANGE, true);
                button.pseudoClassStateChanged(END, day.equals(range.since()) || day.equals(range.until()));
            }
            int slot = first + number - 1;
            days.add(button, slot % 7, slot / 7 + 1);
        }
        getChildren().addAll(Labels.of(DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(month), "month-name"),
                days);
    }
}
