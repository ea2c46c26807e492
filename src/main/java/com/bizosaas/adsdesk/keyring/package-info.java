/// The operating system's own keeper of small secrets, as a second way to open the vault: asked on a thread of its own,
/// for two seconds at most, and never needed.
@NullMarked
package com.bizosaas.adsdesk.keyring;

import org.jspecify.annotations.NullMarked;
