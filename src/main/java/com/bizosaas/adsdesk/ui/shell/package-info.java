/// The window around the tabs: tenant rail, top bar, tab strip, status bar, keyboard, and the frame that shows the lock
/// screen before it. It decides what is looked at (the scope) and what is read first; what a tab shows is the tab's.
@NullMarked
package com.bizosaas.adsdesk.ui.shell;

import org.jspecify.annotations.NullMarked;
