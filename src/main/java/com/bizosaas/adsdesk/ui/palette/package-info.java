/// The command palette: everything that can be done, opened or found, from one field (Ctrl+K). It writes nothing itself;
/// actions are the window's and the tabs' own.
@NullMarked
package com.bizosaas.adsdesk.ui.palette;

import org.jspecify.annotations.NullMarked;
