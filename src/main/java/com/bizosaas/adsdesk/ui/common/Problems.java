package com.bizosaas.adsdesk.ui.common;

import com.bizosaas.adsdesk.service.DeskException;
import com.bizosaas.adsdesk.service.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns what a service threw into words for the operator.
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {
    }

    /// What a [DeskException] says; anything else is a fault of the desk, logged here and told without its inner words.
    public static Problem of(Throwable thrown) {
        if (thrown instanceof DeskException known) {
            return known.problem();
        }
        LOG.error("Unexpected failure", thrown);
        return new Problem(Problem.Kind.FAILED, "Something went wrong in Ads Desk",
                "Nothing was changed that is not shown here. Try again; if it comes back, the log in the data folder says more.",
                "", null, thrown.getClass().getSimpleName());
    }
}
