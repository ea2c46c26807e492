/// A table for very many lines: only what is seen has nodes, columns can stay while others scroll, and lines are numbers
/// that somebody else sorts and filters. It knows nothing of ads.
@NullMarked
package com.bizosaas.adsdesk.ui.grid;

import org.jspecify.annotations.NullMarked;
