package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.draft.Draft.Action;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a row of a sheet proposes: one field of an object, its deletion, or a new object as a whole.
///
/// @param line of the sheet, from 1
/// @param column that a reason is about, empty where there is none
/// @param key the object; a new one goes under a number that nothing else has, until it is drafted
/// @param action what becomes of the object: `field` and values are empty for a deletion and for a new object
/// @param current what Facebook had when the sheet was written, empty where it does not say
/// @param proposed in the API's own shape
/// @param mine what is drafted here already, empty where nothing is
/// @param reason why it cannot be drafted, or is not by itself; empty for nothing
/// @param fresh what a new object would be, null for any other
public record Proposal(int line, String column, DraftKey key, Action action, String name, String field, String current,
        String proposed, String now, String mine, Words shown, Standing standing, String reason,
        @Nullable Fresh fresh) {

    /// What a row of a sheet is beside what is there.
    public enum Standing {
        /// A proposal for something that is not drafted.
        PROPOSED,
        /// The same as an own draft that is not published.
        OWN,
        /// Another value than an own draft, or than what Facebook has by now; or something that is there already.
        CONFLICT,
        /// It says what Facebook has.
        SAME,
        /// It cannot be read; the reason says why.
        UNREADABLE
    }

    /// Values for people.
    public record Words(String now, String mine, String proposed) {

        static final Words NONE = new Words("", "", "");
    }

    /// A new object.
    ///
    /// @param values as it would be drafted, with `campaign_id` or `adset_id` of its parent, which may be new itself
    /// @param path names of its campaign and ad set, joined by ` › `; empty for a campaign
    /// @param summary its values for people
    /// @param findings what the local rules say about it
    /// @param notes what the sheet says and the object will not have, with the reason
    public record Fresh(Map<String, String> values, String path, String summary, List<Finding> findings,
            List<String> notes) {

        public Fresh {
            values = Map.copyOf(values);
            findings = List.copyOf(findings);
            notes = List.copyOf(notes);
        }

        /// Whether it could not be published as it is.
        public boolean red() {
            return findings.stream().anyMatch(one -> one.severity() == Finding.Severity.RED);
        }
    }

    public Proposal(int line, String column, DraftKey key, Action action, String name, String field, String current,
            String proposed, String now, String mine, Words shown, Standing standing, String reason) {
        this(line, column, key, action, name, field, current, proposed, now, mine, shown, standing, reason, null);
    }

    /// Whether it can become a draft.
    public boolean acceptable() {
        return standing == Standing.PROPOSED || standing == Standing.CONFLICT;
    }

    /// Whether a new object belongs below another one.
    ///
    /// @param parent a key as `campaign_id` and `adset_id` have it
    public boolean below(String parent) {
        return fresh != null && (parent.equals(fresh.values().get(Fields.CAMPAIGN))
                || parent.equals(fresh.values().get(Fields.AD_SET)));
    }

    static Proposal unreadable(int line, String column, DraftKey key, String name, String field, String reason) {
        return new Proposal(line, column, key, Action.CHANGE, name, field, "", "", "", "", Words.NONE,
                Standing.UNREADABLE, reason);
    }
}
