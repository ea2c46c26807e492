package com.bizosaas.adsdesk.draft;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is drafted for one object.
///
/// @param name the object's name when it was first edited; for a new one, the drafted name
/// @param cells by field, in the order in which they were edited
/// @param since when it was last edited
/// @param who the person who edited it last
public record Draft(DraftKey key, String name, Action action, Map<String, Cell> cells, Instant since, String who) {

    /// What happens to the object, with the mark that editors know.
    public enum Action {
        ADD("+"), CHANGE("∆"), REMOVE("−");

        private final String mark;

        Action(String mark) {
            this.mark = mark;
        }

        public String mark() {
            return mark;
        }
    }

    public Draft {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /// The drafted value, null where the field is not drafted.
    public @Nullable String mine(String field) {
        Cell cell = cells.get(field);
        return cell == null ? null : cell.mine();
    }

    /// Whether a field waits for a decision.
    public boolean conflicts() {
        return cells.values().stream().anyMatch(Cell::conflicts);
    }
}
