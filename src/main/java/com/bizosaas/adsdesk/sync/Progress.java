package com.bizosaas.adsdesk.sync;

/// Told how far a read is; must return at once.
@FunctionalInterface
public interface Progress {

    Progress NONE = (done, total) -> {
    };

    /// @param done items read so far
    /// @param total items expected, 0 while unknown
    void at(int done, int total);
}
