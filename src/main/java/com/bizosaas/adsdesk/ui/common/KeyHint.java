package com.bizosaas.adsdesk.ui.common;

/// A key and what it does, for the list of keys.
///
/// @param keys as they are printed, such as `Ctrl Shift F`
public record KeyHint(String what, String keys) {
}
