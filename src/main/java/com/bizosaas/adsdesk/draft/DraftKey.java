package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import java.util.Comparator;
import java.util.regex.Pattern;

/// What a draft is about: a campaign, ad set, ad or audience of an ad account, or one that does not exist at Facebook yet.
///
/// @param object a Graph id, or `new-` and a number for what is to be created
public record DraftKey(AdAccountId account, Level level, String object) implements Comparable<DraftKey> {

    private static final String NEW = "new-";
    private static final Pattern SHAPE = Pattern.compile("(new-)?[0-9]{1,40}");
    private static final Comparator<DraftKey> ORDER = Comparator.comparing(DraftKey::account)
            .thenComparing(DraftKey::level).thenComparing(key -> !key.isNew())
            .thenComparing(key -> key.object.length()).thenComparing(DraftKey::object);

    public DraftKey {
        if (!SHAPE.matcher(object).matches()) {
            throw new IllegalArgumentException("An object is named by its id, or by new- and a number");
        }
        if (level == Level.ACCOUNT) {
            throw new IllegalArgumentException("An ad account is not drafted");
        }
    }

    public static DraftKey of(AdAccountId account, Level level, GraphId id) {
        return new DraftKey(account, level, id.value());
    }

    /// The key of a new object.
    ///
    /// @param number never used before in this tenant
    public static DraftKey fresh(AdAccountId account, Level level, long number) {
        return new DraftKey(account, level, NEW + number);
    }

    /// Whether the object does not exist at Facebook yet.
    public boolean isNew() {
        return isNew(object);
    }

    /// Whether a text is the key of a new object.
    public static boolean isNew(String object) {
        return object.startsWith(NEW);
    }

    /// Its number among the new ones, 0 for what exists.
    public long number() {
        return isNew() ? Long.parseLong(object.substring(NEW.length())) : 0;
    }

    /// @throws IllegalStateException for an object that does not exist yet
    public GraphId id() {
        if (isNew()) {
            throw new IllegalStateException("It is not at Facebook yet");
        }
        return new GraphId(object);
    }

    @Override
    public int compareTo(DraftKey other) {
        return ORDER.compare(this, other);
    }
}
