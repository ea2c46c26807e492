/// The Performance tab: key figures, trend, breakdowns, ranking and findings of one ad account.
///
/// Figures are made by `domain.metrics` from daily facts; nothing here averages a ratio or adds up reach. Computing
/// happens in the view model's tasks, drawing on canvases, so that the FX thread only paints.
@NullMarked
package com.bizosaas.adsdesk.ui.performance;

import org.jspecify.annotations.NullMarked;
