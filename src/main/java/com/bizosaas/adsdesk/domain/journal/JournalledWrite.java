package com.bizosaas.adsdesk.domain.journal;

/// A write that stands in the journal as SENDING, forced to the disk: the only thing that the Graph client sends. Made by
/// the store's journal alone (guarded by the layers test).
public interface JournalledWrite {

    PlannedWrite write();

    /// Called by the Graph client just before it sends. A write leaves once; a repetition is a new write.
    ///
    /// @throws IllegalStateException the second time
    void spend();
}
