package com.bizosaas.adsdesk.domain;

/// Whether a custom audience can be used, in one word, from its operation and delivery codes (graph-api chapter 06,
/// "operation_status" and "delivery_status").
///
/// Meta documents the operation codes in groups only; what a single code says is in its description, which is shown
/// beside this word. The worst finding wins: a flagged audience that is also filling is flagged.
public enum AudienceState {
    /// Usable.
    READY,
    /// Being matched, populated or counted.
    FILLING,
    /// Restricted by Meta, as a rule because too few people are in it.
    TOO_SMALL,
    /// Unused for so long that Meta will delete it.
    EXPIRING,
    /// A lookalike whose seed is gone: it keeps its people but is not renewed.
    SOURCE_LOST,
    /// Flagged for a breach of Meta's terms; cannot be used in ads.
    FLAGGED,
    /// Broken at Meta.
    ERROR;

    public static AudienceState of(CustomAudience audience) {
        int operation = audience.operationCode();
        int delivery = audience.deliveryCode();
        if (operation == 470 || operation == 471) {
            return FLAGGED;
        }
        if (operation >= 500 || delivery >= 400) {
            return ERROR;
        }
        if (audience.lookalike() != null && audience.lookalike().originId() == null) {
            return SOURCE_LOST;
        }
        if (operation == 100) {
            return EXPIRING;
        }
        if (operation >= 410 && operation <= 450 && !(operation >= 441 && delivery == 200 && counted(audience))) {
            return FILLING;
        }
        if (!counted(audience) && delivery != 200) {
            return FILLING;
        }
        return delivery == 300 ? TOO_SMALL : READY;
    }

    /// Whether Meta would make a lookalike of an audience in this state.
    public boolean canSeed() {
        return this == READY || this == EXPIRING || this == TOO_SMALL;
    }

    private static boolean counted(CustomAudience audience) {
        return audience.sizeUpper() != null && audience.sizeUpper() >= 0;
    }
}
