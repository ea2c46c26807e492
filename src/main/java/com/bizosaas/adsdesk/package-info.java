/// Ads Desk: a desktop client with which agency operators run the Meta ads of many clients.
@NullMarked
package com.bizosaas.adsdesk;

import org.jspecify.annotations.NullMarked;
