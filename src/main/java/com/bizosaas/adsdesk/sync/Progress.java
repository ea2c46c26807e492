package com.bizosaas.adsdesk.sync;

/// Told how far a read is; must return at once.
@FunctionalInterface
public interface Progress {

    Progress NONE = (done, total) -> {
    };

    /// @param done items read so far
    /// @param total items expected, 0 while unknown
    void at(int done, int total);

    /// Whether somebody waits for the first rows on screen.
    default boolean watched() {
        return false;
    }

    /// Rows were stored that are worth showing before the read has ended.
    default void stored() {
    }
}
