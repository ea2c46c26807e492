package com.bizosaas.adsdesk.draft;

/// A field that can be drafted.
///
/// @param name of the Graph API
/// @param label for the screen
/// @param kind how it is written, compared and shown
/// @param use whether it can be changed once the object exists
/// @param resetsLearning whether changing it may start the learning phase again
public record FieldSpec(String name, String label, Kind kind, Use use, boolean resetsLearning) {

    public enum Kind {
        TEXT,
        /// Minor units of the account's currency.
        MONEY,
        /// ISO with an offset, or unix seconds.
        TIME,
        /// One of a fixed set of words.
        WORD, FLAG,
        /// The id of another object, or the key of a new one.
        REFERENCE, JSON
    }

    public enum Use {
        ALWAYS, ON_CREATE
    }
}
