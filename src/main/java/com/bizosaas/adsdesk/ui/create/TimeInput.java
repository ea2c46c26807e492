package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// A day and a time of day in the ad account's zone, which stands beside it; told as Facebook takes it, with the offset of
/// that zone on that day.
final class TimeInput extends FlowPane {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");
    private static final DateTimeFormatter WIRE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx");

    private static final double WIDE = 420;

    private final DatePicker day = new DatePicker();
    private final TextField time;
    private final ZoneId zone;
    private final LocalTime usual;
    private final String name;
    private final Consumer<String> typed;
    private final AmountInput.Misread misread;
    private boolean showing;

    /// @param usual the time that is filled in with a day
    TimeInput(String id, String name, ZoneId zone, LocalTime usual, Consumer<String> typed,
            AmountInput.Misread misread) {
        super(8, 4);
        this.zone = zone;
        this.usual = usual;
        this.name = name;
        this.typed = typed;
        this.misread = misread;
        day.setId(id + "-day");
        day.setPromptText("Day");
        day.setPrefWidth(140);
        day.setShowWeekNumbers(false);
        day.setConverter(new Days());
        time = Inputs.text(id + "-time", "00:00", _ -> read());
        time.setPrefWidth(60);
        day.getEditor().textProperty().addListener((_, _, _) -> read());
        day.valueProperty().addListener((_, _, _) -> read());
        setPrefWrapLength(WIDE);
        setAlignment(Pos.CENTER_LEFT);
        Label where = Labels.whole(zone.getId(), "hint");
        getChildren().addAll(day, time, where);
    }

    DatePicker day() {
        return day;
    }

    void show(String value) {
        showing = true;
        try {
            Optional<ZonedDateTime> at = FieldValues.instant(value).map(instant -> instant.atZone(zone));
            if (!at.equals(parsed())) {
                day.setValue(at.map(ZonedDateTime::toLocalDate).orElse(null));
                day.getEditor().setText(at.map(DAY::format).orElse(""));
                Inputs.show(time, at.map(TIME::format).orElse(""));
            }
        } finally {
            showing = false;
        }
    }

    private Optional<ZonedDateTime> parsed() {
        Optional<LocalDate> date = Days.parse(day.getEditor().getText());
        Optional<LocalTime> hour = hour();
        return date.isPresent() && hour.isPresent()
                ? Optional.of(date.get().atTime(hour.get()).atZone(zone))
                : Optional.empty();
    }

    private Optional<LocalTime> hour() {
        try {
            String text = time.getText().strip();
            return Optional.of(text.isEmpty() ? usual : LocalTime.parse(text, TIME));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private void read() {
        if (showing) {
            return;
        }
        String date = day.getEditor().getText().strip();
        if (date.isEmpty()) {
            typed.accept("");
        } else if (Days.parse(date).isEmpty()) {
            misread.tell(name + ": “" + date + "” is no day", "Type it as 15 Apr 2026, or pick it.");
        } else if (hour().isEmpty()) {
            misread.tell(name + ": “" + time.getText().strip() + "” is no time of day", "Type it as 08:00.");
        } else {
            typed.accept(parsed().map(WIRE::format).orElse(""));
        }
    }

    /// Days as people write them in English, or in ISO.
    private static final class Days extends StringConverter<LocalDate> {

        @Override
        public String toString(@Nullable LocalDate date) {
            return date == null ? "" : DAY.format(date);
        }

        @Override
        public @Nullable LocalDate fromString(String text) {
            return parse(text).orElse(null);
        }

        static Optional<LocalDate> parse(String text) {
            for (DateTimeFormatter format : new DateTimeFormatter[]{DAY, DateTimeFormatter.ISO_LOCAL_DATE}) {
                try {
                    return Optional.of(LocalDate.parse(text.strip(), format));
                } catch (DateTimeException another) {
                    // The next format may fit.
                    continue;
                }
            }
            return Optional.empty();
        }
    }
}
