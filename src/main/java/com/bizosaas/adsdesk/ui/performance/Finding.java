package com.bizosaas.adsdesk.ui.performance;

import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import java.math.BigDecimal;
import java.time.LocalDate;

/// Something that a person should look at, found in stored figures and states; never a guess about the cause.
public sealed interface Finding {

    /// Id of the campaign concerned.
    GraphId campaign();

    /// Name of what is concerned.
    String name();

    /// A ratio moved away from its mean of the seven days before.
    ///
    /// @param change relative, 0.3 for +30 %
    /// @param value on `day`
    /// @param base over the seven days before `day`
    record Moved(GraphId campaign, String name, Metric metric, LocalDate day, BigDecimal value, BigDecimal base,
            BigDecimal change) implements Finding {
    }

    /// Money was spent over the range without one conversion.
    ///
    /// @param usual the account's cost per conversion in the range, or what was agreed with the client
    /// @param agreed whether it is what was agreed
    record NoResult(GraphId campaign, String name, BigDecimal spend, BigDecimal usual,
            boolean agreed) implements Finding {
    }

    /// A conversion cost more over the range than was agreed with the client, by three tenths or more.
    record TooDear(GraphId campaign, String name, BigDecimal cost, BigDecimal target) implements Finding {
    }

    /// Facebook refused an ad that is switched on.
    ///
    /// @param name the ad's
    /// @param reason Facebook's words, empty where it gave none
    record Rejected(GraphId campaign, String name, String reason) implements Finding {
    }
}
