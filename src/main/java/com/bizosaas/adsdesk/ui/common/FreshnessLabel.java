package com.bizosaas.adsdesk.ui.common;

import com.bizosaas.adsdesk.domain.Stamped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// Says when what is shown was read from Facebook, in the operator's own time.
public final class FreshnessLabel extends Label {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final Formats formats;
    private final InstantSource clock;

    public FreshnessLabel(Formats formats, InstantSource clock) {
        this.formats = formats;
        this.clock = clock;
        getStyleClass().add("freshness");
        setMinWidth(USE_PREF_SIZE);
    }

    public void show(Stamped<?> stamped) {
        show(stamped.asOf(), stamped.stale());
    }

    /// @param asOf null if it was never read
    public void show(@Nullable Instant asOf, boolean stale) {
        setText(asOf == null ? "Not read yet" : "As of " + time(asOf) + " · " + formats.ago(asOf, clock.instant()));
        pseudoClassStateChanged(STALE, stale && asOf != null);
    }

    /// A time of today, or day and time of an earlier one.
    private String time(Instant asOf) {
        ZoneId zone = ZoneId.systemDefault();
        boolean today = asOf.atZone(zone).toLocalDate().equals(clock.instant().atZone(zone).toLocalDate());
        return DateTimeFormatter.ofPattern(today ? "HH:mm" : "d MMM HH:mm").format(asOf.atZone(zone));
    }
}
