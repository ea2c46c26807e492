package com.bizosaas.adsdesk.domain.journal;

/// How far a write has come (robustness "Writes", rule 1).
public enum WriteState {
    /// Recorded; nothing has left this computer.
    PLANNED,
    /// On its way. One that is found at the next start had its answer lost with the program.
    SENDING,
    /// Facebook said that it was done.
    CONFIRMED,
    /// Facebook refused it, or it never left: nothing was changed.
    REJECTED,
    /// The answer was lost. It may have happened; it is looked for, never repeated blindly.
    UNKNOWN,
    /// The answer was lost, and Facebook shows that it happened.
    FOUND,
    /// The answer was lost, and Facebook shows that it did not happen: it may be sent again, as a new write.
    ABSENT;

    public boolean mayBecome(WriteState next) {
        return switch (this) {
            case PLANNED -> next == SENDING || next == REJECTED;
            case SENDING -> next == CONFIRMED || next == REJECTED || next == UNKNOWN;
            case UNKNOWN -> next == FOUND || next == ABSENT;
            case CONFIRMED, REJECTED, FOUND, ABSENT -> false;
        };
    }

    /// Whether nothing more will come of it.
    public boolean isSettled() {
        return this == CONFIRMED || this == REJECTED || this == FOUND || this == ABSENT;
    }

    /// Whether it is known to have been done.
    public boolean tookEffect() {
        return this == CONFIRMED || this == FOUND;
    }
}
