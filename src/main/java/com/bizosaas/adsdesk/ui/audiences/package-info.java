/// The Audiences tab: the account's custom audiences with lookalikes under their source, their detail, and the dialogs
/// that make or delete one.
///
/// Customer lists are shown but not uploaded from here.
@NullMarked
package com.bizosaas.adsdesk.ui.audiences;

import org.jspecify.annotations.NullMarked;
