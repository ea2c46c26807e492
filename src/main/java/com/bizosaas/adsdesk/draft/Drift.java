package com.bizosaas.adsdesk.draft;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A field that Facebook has otherwise than this desk last wrote it: a colleague, another tool or Facebook itself changed it.
///
/// @param published what this desk wrote last
/// @param now what Facebook has, `DELETED` in `status` for an object that is gone
/// @param shown where the object is, and both values in words
/// @param actor who did it, by the account's history; empty where that does not tell
/// @param changedAt when, null where the history does not tell
public record Drift(DraftKey key, String name, FieldSpec field, String published, Instant publishedAt, String now,
        Words shown, String actor, @Nullable Instant changedAt) {

    /// For people: amounts with their currency, times in the account's zone, a targeting as a sentence.
    ///
    /// @param path campaign and ad set that it is in, empty for a campaign
    public record Words(String path, String published, String now) {
    }

    /// Whether the object is gone, so that nothing can be reverted.
    public boolean isGone() {
        return field.name().equals(Fields.STATUS) && now.equals("DELETED");
    }

    /// What this desk wrote to one field.
    public record Written(DraftKey key, String name, String field, String value, Instant at) {
    }

    public Drift by(String who, @Nullable Instant at) {
        return new Drift(key, name, field, published, publishedAt, now, shown, who, at);
    }
}
