/// HTTP as the sandbox speaks it: requests read whole, replies written whole, and the connection broken on purpose where a
/// fault asks for it. No knowledge of the graph, the login or the control address.
@NullMarked
package com.bizosaas.adsdesk.sandbox.http;

import org.jspecify.annotations.NullMarked;
