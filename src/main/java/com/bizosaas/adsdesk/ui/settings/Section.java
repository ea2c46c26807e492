package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.ui.common.Icons;
import java.util.Locale;

/// A section of the settings, with the words it is found by.
enum Section {
    GENERAL("General", Icons.GENERAL, "theme light dark system operator name idle lock"),
    APP("Facebook app",
            Icons.APP,
            "app id secret redirect uri api version scopes permissions graph url dialog"),
    SECURITY("Security & vault",
            Icons.VAULT,
            "passphrase lock vault data folder idle person persons role administrator backup restore recovery code"),
    SYNC("Sync & limits", Icons.BUDGET,
            "polling lifetime minutes usage calls cpu time next read request log cache clock"),
    API("Local API", Icons.LINK, "key port rotate loopback headless command line script rest http"),
    PROFILE("Client profile", Icons.TENANT,
            "tenant client colour owner target budget cpa roas guardrail limit block conversion name url utm notes"),
    AUDIT("Audit log", Icons.AUDIT,
            "history check log trace who what when");

    private final String title;
    private final Icons icon;
    private final String words;

    Section(String title, Icons icon, String words) {
        this.title = title;
        this.icon = icon;
        this.words = words;
    }

    String title() {
        return title;
    }

    Icons icon() {
        return icon;
    }

    /// Whether its view has a head and states of its own.
    boolean bringsItsHead() {
        return this == PROFILE || this == AUDIT;
    }

    boolean matches(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty() || (title.toLowerCase(Locale.ROOT) + " " + words).contains(wanted);
    }
}
