/// What the panes share: running work off the FX thread, the scope they look at, formats, icons, dialogs, shared states.
@NullMarked
package com.bizosaas.adsdesk.ui.common;

import org.jspecify.annotations.NullMarked;
