/// The Setup tab: Authenticate, Select accounts, Complete; the health of the sign-in, its permissions, reconnect and
/// disconnect.
@NullMarked
package com.bizosaas.adsdesk.ui.setup;

import org.jspecify.annotations.NullMarked;
