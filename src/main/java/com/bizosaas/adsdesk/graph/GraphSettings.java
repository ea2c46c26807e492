package com.bizosaas.adsdesk.graph;

import java.net.URI;
import java.util.Optional;

/// Where the Graph API is and how the app proves itself there.
public interface GraphSettings {

    /// Base address without version and path, for example `https://graph.facebook.com`.
    URI graphUrl();

    /// For example `v26.0`.
    String apiVersion();

    /// The app secret for `appsecret_proof`, empty when none is known; the caller wipes the bytes.
    Optional<byte[]> appSecret();

    /// Another number once the app secret is another one: a proof that was made of the one before is not used any more.
    default int appSecrets() {
        return 0;
    }
}
