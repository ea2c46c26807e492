/// Writes to Facebook as the desk's own journal knows them: what was asked for, what stood there before, how it ended.
///
/// A write leaves the computer only as a [JournalledWrite], which nothing but the store's journal makes, and a
/// [PlannedWrite] cannot be made without its [Before]: so no write is sent that was not recorded with its before-values.
@NullMarked
package com.bizosaas.adsdesk.domain.journal;

import org.jspecify.annotations.NullMarked;
