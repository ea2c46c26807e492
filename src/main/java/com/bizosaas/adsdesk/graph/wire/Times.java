package com.bizosaas.adsdesk.graph.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// Times as Facebook writes them: ISO text with an offset, nearly always `2026-11-26T09:30:00+0100`.
final class Times {

    private static final DateTimeFormatter ISO = DateTimeFormatter
            .ofPattern("uuuu-MM-dd'T'HH:mm:ss[.SSSSSS][.SSS][XXX][XX][X]");
    private static final String USUAL = "0000-00-00T00:00:00+0000";

    private Times() {
    }

    /// @return null for what is no such time
    static @Nullable Instant of(String text) {
        try {
            return isUsual(text) ? usual(text) : ISO.parse(text, Instant::from);
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    private static boolean isUsual(String text) {
        if (text.length() != USUAL.length()) {
            return false;
        }
        for (int i = 0; i < USUAL.length(); i++) {
            char form = USUAL.charAt(i);
            char c = text.charAt(i);
            boolean fits = form == '0' ? c >= '0' && c <= '9' : c == form || form == '+' && c == '-';
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static Instant usual(String text) {
        int sign = text.charAt(19) == '-' ? -1 : 1;
        LocalDate day = LocalDate.of(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2));
        LocalTime time = LocalTime.of(number(text, 11, 2), number(text, 14, 2), number(text, 17, 2));
        int offset = ZoneOffset.ofHoursMinutes(sign * number(text, 20, 2), sign * number(text, 22, 2))
                .getTotalSeconds();
        return Instant.ofEpochSecond(day.toEpochDay() * 86_400 + time.toSecondOfDay() - offset);
    }

    private static int number(String text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number;
    }
}
