/// Everything that is seen: one package per tab, the shell around them, the sign-in window, and what they share.
///
/// A pane binds to its view model and asks no service; a view model calls services through the task runner and imports
/// nothing of `javafx.scene`. The FX thread only paints.
@NullMarked
package com.bizosaas.adsdesk.ui;

import org.jspecify.annotations.NullMarked;
