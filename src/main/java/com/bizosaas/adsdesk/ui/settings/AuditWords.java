package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.domain.AuditEntry.Outcome;
import com.bizosaas.adsdesk.domain.AuditEntry.Source;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The audit log's stable words in the operator's own; they name the deed, since the outcome may be a refusal. A word that is not known here is shown as it is.
final class AuditWords {

    private static final Map<String, String> ACTIONS = Map.ofEntries(Map.entry("campaign.create", "Create campaign"),
            Map.entry("campaign.update", "Edit campaign"), Map.entry("campaign.pause", "Pause campaign"),
            Map.entry("campaign.resume", "Resume campaign"), Map.entry("campaign.archive", "Archive campaign"),
            Map.entry("campaign.delete", "Delete campaign"), Map.entry("ad-set.pause", "Pause ad set"),
            Map.entry("ad-set.resume", "Resume ad set"), Map.entry("ad.pause", "Pause ad"),
            Map.entry("ad.resume", "Resume ad"), Map.entry("ad-set.update", "Edit ad set"),
            Map.entry("ad-set.archive", "Archive ad set"), Map.entry("ad-set.delete", "Delete ad set"),
            Map.entry("ad.update", "Edit ad"), Map.entry("ad.archive", "Archive ad"),
            Map.entry("ad.delete", "Delete ad"), Map.entry("campaign.duplicate", "Duplicate campaign"),
            Map.entry("ad-set.duplicate", "Duplicate ad set"), Map.entry("ad.duplicate", "Duplicate ad"),
            Map.entry("creative.create", "Create creative"), Map.entry("api.switch", "Switch local API"),
            Map.entry("api.key.issue", "Issue API key"), Map.entry("api.key.rotate", "New API key"),
            Map.entry("api.key.revoke", "End API key"), Map.entry("audience.create", "Create audience"),
            Map.entry("audience.delete", "Delete audience"), Map.entry("connection.sign-in", "Sign in"),
            Map.entry("connection.connect", "Connect tenant"), Map.entry("connection.accounts", "Choose accounts"),
            Map.entry("connection.renew", "Renew sign-in"), Map.entry("connection.disconnect", "Disconnect"),
            Map.entry("connection.broken", "Sign-in broken"), Map.entry("connection.mended", "Sign-in works again"),
            Map.entry("settings.save", "Change settings"), Map.entry("settings.app-secret", "Set app secret"),
            Map.entry("tenant.create", "Create tenant"), Map.entry("tenant.update", "Edit tenant"),
            Map.entry("tenant.delete", "Delete tenant"),
            Map.entry("tenant.profile", "Change client profile"),
            Map.entry("tenant.first-write", "First write of the day"),
            Map.entry("vault.passphrase", "Change passphrase"),
            Map.entry("vault.recovery-code", "Make recovery code"), Map.entry("vault.rekey", "Make new keys"),
            Map.entry("person.add", "Add person"), Map.entry("person.rename", "Rename person"),
            Map.entry("person.role", "Change role"), Map.entry("person.remove", "Remove person"),
            Map.entry("person.passphrase", "Give new passphrase"),
            Map.entry("person.keyring-on", "Let keyring open the desk"),
            Map.entry("person.keyring-off", "End keyring"), Map.entry("backup.daily", "Daily backup"),
            Map.entry("backup.create", "Back up"), Map.entry("backup.verify", "Verify backup"),
            Map.entry("backup.restore", "Restore backup"),
            Map.entry("batch.publish", "Publish changes"), Map.entry("batch.undo", "Take changes back"),
            Map.entry("vault.seal-broken", "Find secret out of place"), Map.entry("desk.create", "Make vault"),
            Map.entry("desk.unlock", "Unlock vault"), Map.entry("desk.lock", "Lock vault"),
            Map.entry("desk.screen-unlock", "Lift screen lock"), Map.entry("role.refused", "Try beyond role"),
            Map.entry("audit.export", "Export audit log"), Map.entry("ad-set.create", "Create ad set"),
            Map.entry("ad.create", "Create ad"), Map.entry("image.upload", "Upload image"),
            Map.entry("image.copy", "Copy image"));

    private AuditWords() {
    }

    /// The stable words of all actions, in the order of what they read as.
    static List<String> actions() {
        return ACTIONS.entrySet().stream().sorted(Map.Entry.comparingByValue()).map(Map.Entry::getKey).toList();
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
