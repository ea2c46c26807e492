package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.domain.AuditEntry.Outcome;
import com.bizosaas.adsdesk.domain.AuditEntry.Source;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The audit log's stable words in the operator's own. A word that is not known here is shown as it is.
final class AuditWords {

    private static final Map<String, String> ACTIONS = Map.ofEntries(Map.entry("campaign.create", "Campaign created"),
            Map.entry("campaign.update", "Campaign edited"), Map.entry("campaign.pause", "Campaign paused"),
            Map.entry("campaign.resume", "Campaign switched on"), Map.entry("campaign.archive", "Campaign archived"),
            Map.entry("campaign.delete", "Campaign deleted"), Map.entry("ad-set.pause", "Ad set paused"),
            Map.entry("ad-set.resume", "Ad set switched on"), Map.entry("ad.pause", "Ad paused"),
            Map.entry("ad.resume", "Ad switched on"), Map.entry("audience.create", "Audience created"),
            Map.entry("audience.delete", "Audience deleted"), Map.entry("connection.sign-in", "Signed in"),
            Map.entry("connection.connect", "Tenant connected"), Map.entry("connection.accounts", "Accounts chosen"),
            Map.entry("connection.renew", "Sign-in renewed"), Map.entry("connection.disconnect", "Disconnected"),
            Map.entry("connection.broken", "Sign-in broken"), Map.entry("connection.mended", "Sign-in works again"),
            Map.entry("settings.save", "Settings changed"), Map.entry("settings.app-secret", "App secret set"),
            Map.entry("tenant.create", "Tenant created"), Map.entry("tenant.update", "Tenant edited"),
            Map.entry("tenant.delete", "Tenant deleted"), Map.entry("vault.passphrase", "Passphrase changed"));

    private AuditWords() {
    }

    static String action(String word) {
        return ACTIONS.getOrDefault(word, word);
    }

    /// The stable words whose readable text contains what is looked for.
    static List<String> actionsLike(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return ACTIONS.entrySet().stream().filter(entry -> entry.getValue().toLowerCase(Locale.ROOT).contains(wanted))
                .map(Map.Entry::getKey).sorted().toList();
    }

    static String outcome(Outcome outcome) {
        return switch (outcome) {
            case DONE -> "Done";
            case REFUSED -> "Refused";
            case UNKNOWN -> "Not known";
        };
    }

    static String source(Source source) {
        return switch (source) {
            case APP -> "App";
            case META -> "Meta";
            case SYSTEM -> "System";
        };
    }
}
