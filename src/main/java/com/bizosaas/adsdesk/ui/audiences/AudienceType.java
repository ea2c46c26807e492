package com.bizosaas.adsdesk.ui.audiences;

import com.bizosaas.adsdesk.domain.CustomAudience;

/// The kinds of audience that the tab tells apart, from Meta's open list of subtypes (graph-api chapter 06).
enum AudienceType {
    WEBSITE("Website", "Website"),
    LIST("Customer list", "Lists"),
    LOOKALIKE("Lookalike", "Lookalikes"),
    ENGAGEMENT(
            "Engagement", "Engagement"),
    APP("App activity", "App"),
    OTHER("Other", "Other");

    private final String label;
    private final String filterLabel;

    AudienceType(String label, String filterLabel) {
        this.label = label;
        this.filterLabel = filterLabel;
    }

    static AudienceType of(CustomAudience audience) {
        return switch (audience.subtype()) {
            case "WEBSITE" -> WEBSITE;
            case "CUSTOM" -> LIST;
            case "LOOKALIKE" -> LOOKALIKE;
            case "ENGAGEMENT", "VIDEO", "FOX" -> ENGAGEMENT;
            case "APP" -> APP;
            default -> OTHER;
        };
    }

    /// One audience of this kind.
    String label() {
        return label;
    }

    /// All of this kind.
    String filterLabel() {
        return filterLabel;
    }
}
