/// What stands before the desk: making the vault at first start, opening it later, and lifting the screen lock. Passphrases
/// leave a field as characters that are wiped by whoever checks them; nothing here keeps one.
@NullMarked
package com.bizosaas.adsdesk.ui.lock;

import org.jspecify.annotations.NullMarked;
