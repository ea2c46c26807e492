package com.bizosaas.adsdesk.oauth;

import com.bizosaas.adsdesk.domain.Connection;
import com.bizosaas.adsdesk.graph.AccessToken;

/// A token with everything that is to be known about it.
///
/// @param token the receiver's to close
public record LoginResult(AccessToken token, Connection connection) {
}
