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
}
