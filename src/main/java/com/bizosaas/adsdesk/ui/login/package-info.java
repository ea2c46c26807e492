/// The sign-in window: an embedded browser for Facebook's dialog that shows only Facebook's hosts, and whose cookies and
/// storage live for one sign-in (robustness 3.4 to 3.6).
@NullMarked
package com.bizosaas.adsdesk.ui.login;

import org.jspecify.annotations.NullMarked;
