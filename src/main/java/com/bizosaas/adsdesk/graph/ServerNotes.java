package com.bizosaas.adsdesk.graph;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What replies tell beside their answer: that it is Facebook who answers, the server's time, and which version served them
/// (graph-api chapter 02). Nothing
/// in the engine depends on the server's clock; that of this computer decides what "today" is, so the person is told when
/// it is wrong.
///
/// Thread-safe.
final class ServerNotes {

    private static final Logger LOG = LoggerFactory.getLogger(ServerNotes.class);
    private static final Pattern VERSION = Pattern.compile("v[0-9]{1,3}\\.[0-9]{1,3}");
    /// Below this it is rounding and travel time.
    private static final Duration WORTH_TELLING = Duration.ofMinutes(2);
    private static final int LOOKS = 5;
    private static final Duration LATELY = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Deque<Duration> offsets = new ArrayDeque<>();
    private String servedInstead = "";
    private boolean toldOfClock;
    private Instant answered = Instant.MIN;

    ServerNotes(InstantSource clock) {
        this.clock = clock;
    }

    /// A reply was one of the Graph API's.
    synchronized void noteAnswer() {
        answered = clock.instant();
    }

    /// Whether the Graph API itself has answered within the last minute, whoever asked.
    synchronized boolean answeredLately() {
        return answered.isAfter(Instant.MIN) && answered.plus(LATELY).isAfter(clock.instant());
    }

    /// @param asked the version in the request's address
    synchronized void note(WireReply reply, String asked) {
        noteVersion(reply, asked);
        try {
            Instant theirs = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(reply.header("date")));
            offsets.addLast(Duration.between(theirs, clock.instant()));
            if (offsets.size() > LOOKS) {
                offsets.removeFirst();
            }
        } catch (DateTimeException absent) {
            return;
        }
        if (!toldOfClock && !clockAhead().isZero()) {
            toldOfClock = true;
            LOG.warn("This computer's clock is {} s ahead of Facebook's", clockAhead().toSeconds());
        }
    }

    /// An ended version is served by a later one, and only these headers say so.
    private void noteVersion(WireReply reply, String asked) {
        String served = reply.header("facebook-api-version");
        boolean other = VERSION.matcher(served).matches() && !served.equals(asked);
        String instead = other ? served : reply.header("x-ad-api-version-warning").isEmpty() ? "" : "a later version";
        if (!instead.isEmpty() && servedInstead.isEmpty()) {
            LOG.warn("Facebook answers with {} in place of {}", instead, asked);
        }
        servedInstead = instead.isEmpty() ? servedInstead : instead;
    }

    /// How far this computer's clock is ahead, negative when it is behind; zero while the difference does not matter. The
    /// middle of the last replies counts, for one may have been long on its way.
    synchronized Duration clockAhead() {
        if (offsets.isEmpty()) {
            return Duration.ZERO;
        }
        Duration middle = offsets.stream().sorted(Comparator.naturalOrder()).skip(offsets.size() / 2).findFirst()
                .orElse(Duration.ZERO);
        return middle.abs().compareTo(WORTH_TELLING) < 0 ? Duration.ZERO : middle;
    }

    /// The version that served in place of the one asked for, empty while they are the same.
    synchronized String servedInstead() {
        return servedInstead;
    }
}
