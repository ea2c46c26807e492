/// The Settings tab: the desk itself, the Facebook app, the vault, sync with its limits, and the audit log.
///
/// One view class per section. What belongs to a tenant's sign-in is in Setup, not here.
@NullMarked
package com.bizosaas.adsdesk.ui.settings;

import org.jspecify.annotations.NullMarked;
