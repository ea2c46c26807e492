/// What was delivered in the sandbox, and the insights edge that reports it (graph-api chapter 05).
///
/// Facts are made per ad and day from the seed; every level, breakdown and range is summed from the same facts, so all
/// answers agree with each other.
@NullMarked
package com.bizosaas.adsdesk.sandbox.insights;

import org.jspecify.annotations.NullMarked;
