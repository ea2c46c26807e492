/// The client of the Graph and Marketing API: transport, one send loop, classification of outcomes, limits, paging,
/// batches and the mapping of JSON to `domain`. Knows nothing of stores, tenants' settings or windows.
///
/// The JSON shapes live in `wire`. Rules come from the Graph API chapters 02 to 14 that the Javadoc names.
@NullMarked
package com.bizosaas.adsdesk.graph;

import org.jspecify.annotations.NullMarked;
