/// Insights as facts, and the figures made of them. Numerators and denominators are kept and summed; every ratio is a
/// ratio of sums, never a mean of ratios, and has no value where its denominator is zero.
@NullMarked
package com.bizosaas.adsdesk.domain.metrics;

import org.jspecify.annotations.NullMarked;
