package com.bizosaas.adsdesk.sandbox.graph;

import com.bizosaas.adsdesk.sandbox.model.Node;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;

/// Times as the Graph API writes them: ISO text with the account's offset and no colon in it (graph-api chapter 03).
public final class Times {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx",
            Locale.ROOT);
    private static final DateTimeFormatter READ = new DateTimeFormatterBuilder().append(
            DateTimeFormatter.ISO_LOCAL_DATE_TIME).optionalStart().appendOffset("+HH:MM", "Z").optionalEnd()
            .optionalStart().appendOffset("+HHMM", "Z").optionalEnd().toFormatter(Locale.ROOT);

    private Times() {
    }

    public static String write(Instant time, ZoneId zone) {
        return WRITTEN.format(time.atZone(zone));
    }

    /// ISO text, a day, or unix seconds; text without an offset is taken as UTC.
    public static Optional<Instant> parse(String text) {
        String trimmed = text.strip();
        try {
            if (trimmed.matches("\\d{1,12}")) {
                return Optional.of(Instant.ofEpochSecond(Long.parseLong(trimmed)));
            }
            if (trimmed.length() == 10) {
                return Optional.of(LocalDate.parse(trimmed).atStartOfDay(ZoneOffset.UTC).toInstant());
            }
            return Optional.of(READ.parseBest(trimmed.replace(' ', 'T'), OffsetDateTime::from,
                    temporal -> java.time.LocalDateTime.from(temporal).atOffset(ZoneOffset.UTC)))
                    .map(best -> Instant.from(best));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// The zone of an ad account, UTC where it names none.
    public static ZoneId zone(Node account) {
        String name = account.text("timezone_name");
        return name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name);
    }
}
