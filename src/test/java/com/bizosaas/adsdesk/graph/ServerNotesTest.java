package com.bizosaas.adsdesk.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;

class ServerNotesTest {

    private final VirtualClock clock = new VirtualClock();
    private final ServerNotes notes = new ServerNotes(clock);

    @Test
    void aClockThatIsWrongByMinutesIsToldAndOneSlowReplyIsNot() {
        note(Duration.ofMinutes(8));
        assertThat(notes.clockAhead()).isEqualTo(Duration.ofMinutes(8));

        ServerNotes fresh = new ServerNotes(clock);
        for (int seconds : new int[]{1, 0, 240, 2}) {
            fresh.note(reply(Duration.ofSeconds(seconds)), "v26.0");
        }
        assertThat(fresh.clockAhead()).isZero();
    }

    @Test
    void aClockThatIsBehindIsTold() {
        note(Duration.ofMinutes(-90));

        assertThat(notes.clockAhead()).isEqualTo(Duration.ofMinutes(-90));
    }

    @Test
    void oddDatesSayNothing() {
        notes.note(Script.json(200, "{}", "date", "yesterday"), "v26.0");
        notes.note(Script.json(200, "{}"), "v26.0");

        assertThat(notes.clockAhead()).isZero();
    }

    @Test
    void anotherVersionThanTheOneAskedForIsTold() {
        notes.note(Script.json(200, "{}", "facebook-api-version", "v26.0"), "v26.0");
        assertThat(notes.servedInstead()).isEmpty();

        notes.note(Script.json(200, "{}", "facebook-api-version", "v27.0"), "v26.0");
        assertThat(notes.servedInstead()).isEqualTo("v27.0");

        ServerNotes other = new ServerNotes(clock);
        other.note(Script.json(200, "{}", "x-ad-api-version-warning", "The call has been auto-upgraded"), "v26.0");
        assertThat(other.servedInstead()).isEqualTo("a later version");
    }

    private void note(Duration ahead) {
        notes.note(reply(ahead), "v26.0");
    }

    private WireReply reply(Duration ahead) {
        Instant theirs = clock.instant().minus(ahead);
        return Script.json(200, "{}", "date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(theirs.atOffset(ZoneOffset.UTC)));
    }
}
