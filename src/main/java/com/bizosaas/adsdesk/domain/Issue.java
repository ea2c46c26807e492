package com.bizosaas.adsdesk.domain;

/// A reason why something does not deliver, from `issues_info` or the ad review, in Meta's words.
///
/// @param hard whether delivery is stopped, not merely limited
public record Issue(String code, String summary, String message, boolean hard) {
}
