package com.bizosaas.adsdesk.domain.metrics;

import java.time.LocalDate;

/// Takes figures one by one, so that a hundred thousand of them need no list.
@FunctionalInterface
public interface FigureSink {

    /// @param objectId the id as text
    /// @param day day of the object's ad account
    void add(String objectId, LocalDate day, DayFigures figures);
}
