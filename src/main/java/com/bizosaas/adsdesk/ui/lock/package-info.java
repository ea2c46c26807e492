/// What stands before the desk: making the vault at the first start, opening it later, and the screen lock, behind which
/// sync goes on.
@NullMarked
package com.bizosaas.adsdesk.ui.lock;

import org.jspecify.annotations.NullMarked;
