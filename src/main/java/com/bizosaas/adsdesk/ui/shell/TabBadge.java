package com.bizosaas.adsdesk.ui.shell;

/// What stands beside a tab's name.
///
/// @param text a short count or "!", empty for nothing
/// @param meaning in words, for the tooltip and screen readers
record TabBadge(String text, String meaning) {

    static final TabBadge NONE = new TabBadge("", "");
}
