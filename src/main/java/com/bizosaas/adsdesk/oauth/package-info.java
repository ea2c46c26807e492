/// Facebook's login: the dialog's address, `state`, the loopback listener, and the exchange of a code for a long-lived
/// token (graph-api chapter 01). The sign-in window itself lives in `ui.login`.
@NullMarked
package com.bizosaas.adsdesk.oauth;

import org.jspecify.annotations.NullMarked;
