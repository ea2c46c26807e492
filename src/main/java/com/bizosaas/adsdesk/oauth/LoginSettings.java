package com.bizosaas.adsdesk.oauth;

import java.net.URI;
import java.util.List;

/// How the app signs in (graph-api chapter 01).
///
/// @param dialogUrl base address of the dialog without version and path, for example `https://www.facebook.com`
/// @param graphUrl base address of the API, for example `https://graph.facebook.com`
/// @param version for example `v26.0`
/// @param redirectUri exactly as it stands in the app's dashboard: dialog and exchange send it byte for byte
/// @param scopes permissions that the dialog asks for
public record LoginSettings(URI dialogUrl, URI graphUrl, String version, String appId, String redirectUri,
        List<String> scopes) {

    public LoginSettings {
        scopes = List.copyOf(scopes);
        if (appId.isBlank()) {
            throw new IllegalArgumentException("Signing in needs an app id");
        }
        URI redirect = URI.create(redirectUri);
        if (redirect.getScheme() == null || redirect.getHost() == null || redirect.getRawFragment() != null) {
            throw new IllegalArgumentException("A redirect address has a scheme and a host and no fragment");
        }
    }

    public URI redirect() {
        return URI.create(redirectUri);
    }
}
