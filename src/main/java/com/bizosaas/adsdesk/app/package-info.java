/// Start-up: options, environment and `.env.facebook`, the one composition of all objects, the window's life, the tour.
/// The only package that knows every other one; nothing imports it.
@NullMarked
package com.bizosaas.adsdesk.app;

import org.jspecify.annotations.NullMarked;
