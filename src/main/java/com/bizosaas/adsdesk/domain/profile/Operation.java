package com.bizosaas.adsdesk.domain.profile;

/// What a guardrail can keep from happening in a client's accounts.
public enum Operation {
    CREATE("creating"),
    ACTIVATE("switching on"),
    RAISE_BUDGET("raising budgets"),
    CHANGE_TARGETING(
            "changing targetings"),
    CHANGE_AUDIENCES("making and deleting audiences"),
    ARCHIVE("archiving"),
    DELETE(
            "deleting");

    private final String words;

    Operation(String words) {
        this.words = words;
    }

    /// As the end of a sentence: "… is blocked".
    public String words() {
        return words;
    }
}
