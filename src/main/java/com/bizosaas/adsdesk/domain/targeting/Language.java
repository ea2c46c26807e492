package com.bizosaas.adsdesk.domain.targeting;

/// A language as `locales` has it.
///
/// @param key Facebook's number, such as 5 for German
public record Language(int key, String name) {
}
