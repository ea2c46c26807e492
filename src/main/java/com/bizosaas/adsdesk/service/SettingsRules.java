package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Topic;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/// What settings must be; each refusal names its field.
final class SettingsRules {

    static final Duration LEAST_LIFETIME = Duration.ofMinutes(1);
    static final Duration LONGEST_LIFETIME = Duration.ofDays(7);
    private static final Duration LONGEST_IDLE = Duration.ofHours(24);
    private static final Duration LONGEST_VAULT_IDLE = Duration.ofDays(7);
    private static final Pattern APP_ID = Pattern.compile("[0-9]{1,30}");
    private static final Pattern VERSION = Pattern.compile("v[0-9]{1,3}\\.[0-9]{1,2}");
    private static final Pattern SCOPE = Pattern.compile("[a-z][a-z0-9_]{1,63}");
    private static final int NAME_LENGTH = 80;

    private SettingsRules() {
    }

    static void check(DeskSettings settings) {
        if (!settings.appId().isEmpty() && !APP_ID.matcher(settings.appId()).matches()) {
            throw invalid("appId", "An app id is digits only", "Copy it from the app's dashboard at Meta.");
        }
        if (!VERSION.matcher(settings.apiVersion()).matches()) {
            throw invalid("apiVersion", "A Graph API version looks like v26.0", "Correct it.");
        }
        if (settings.scopes().isEmpty()) {
            throw invalid("scopes", "No permission is asked for", "Name at least ads_read.");
        }
        for (String scope : settings.scopes()) {
            if (!SCOPE.matcher(scope).matches()) {
                throw invalid("scopes", "“" + scope + "” is not the name of a permission",
                        "Permissions are lower-case words such as ads_management.");
            }
        }
        checkRedirect(settings.redirectUri());
        for (Map.Entry<Topic, Duration> entry : settings.lifetimes().entrySet()) {
            Duration lifetime = entry.getValue();
            if (lifetime.compareTo(LEAST_LIFETIME) < 0 || lifetime.compareTo(LONGEST_LIFETIME) > 0) {
                throw invalid("lifetimes." + entry.getKey().name(), "A lifetime is 1 minute to 7 days",
                        "Choose a length in between.");
            }
        }
        if (settings.idleLock().isNegative() || settings.idleLock().compareTo(LONGEST_IDLE) > 0) {
            throw invalid("idleLock", "The screen locks after at most 24 hours", "Choose a shorter time, or never.");
        }
        if (settings.vaultLock().isNegative() || settings.vaultLock().compareTo(LONGEST_VAULT_IDLE) > 0) {
            throw invalid("vaultLock", "The vault locks after at most 7 days", "Choose a shorter time, or never.");
        }
        if (settings.operatorName().isBlank() || settings.operatorName().length() > NAME_LENGTH) {
            throw invalid("operatorName", "The name of who works here has 1 to 80 characters",
                    "It stands in the audit log.");
        }
    }

    private static void checkRedirect(String text) {
        try {
            URI redirect = new URI(text);
            String scheme = redirect.getScheme();
            if (redirect.getHost() != null && redirect.getFragment() == null
                    && ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme))) {
                return;
            }
        } catch (URISyntaxException e) {
            throw new DeskException(redirect().problem(), e);
        }
        throw redirect();
    }

    private static DeskException redirect() {
        return invalid("redirectUri", "The redirect address is not a whole http or https address",
                "It must be exactly as it stands in the app's settings at Meta.");
    }

    private static DeskException invalid(String field, String title, String remedy) {
        return new DeskException(Problem.invalid(field, title, remedy));
    }
}
