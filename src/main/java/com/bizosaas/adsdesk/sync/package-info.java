/// Keeps the store fresh: a scheduler that ticks, one poller per topic, and the readers that fetch from Facebook and
/// store what they got. Knows `graph`, `store` and `domain`; services use it and are not known here.
///
/// A failed or partial read never overwrites good rows, equal reads in flight are one read, and what comes back after a
/// tenant was signed out is dropped.
@NullMarked
package com.bizosaas.adsdesk.sync;

import org.jspecify.annotations.NullMarked;
