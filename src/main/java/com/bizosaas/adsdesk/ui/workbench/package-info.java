/// What stands between an edit and Facebook, as the operator sees it: the pending changes, their review, and the batches
/// that are being published.
@NullMarked
package com.bizosaas.adsdesk.ui.workbench;

import org.jspecify.annotations.NullMarked;
