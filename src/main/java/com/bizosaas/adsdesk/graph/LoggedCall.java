package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.AdAccountId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One request as it went over the wire, for looking back. It names no parameters, so it holds no secret.
///
/// @param path ids and edges below the version
/// @param account whose limits it used, null for calls outside an ad account
/// @param points what it cost of the account's score
/// @param took from admission to the whole answer
/// @param outcome the class of its outcome in lower case: `ok`, `limit`, `token`, …
/// @param code of Facebook's error, 0 for none
public record LoggedCall(Instant at, String method, String path, @Nullable AdAccountId account, int points,
        Duration took, String outcome, int code) {
}
