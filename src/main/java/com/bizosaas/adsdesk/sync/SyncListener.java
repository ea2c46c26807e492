package com.bizosaas.adsdesk.sync;

/// Hears of the scheduler's work, on its threads; must return at once.
public interface SyncListener {

    /// A read started, moved on, ended or failed.
    void changed(SyncKey key);

    /// The store holds newer data.
    void stored(SyncKey key);
}
