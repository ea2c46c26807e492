package com.bizosaas.adsdesk.domain.journal;

import com.bizosaas.adsdesk.domain.GraphId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What stood at Facebook before a write. Without it a write can neither be undone nor be told from what was there already.
public sealed interface Before {

    /// The fields of an object that exists.
    ///
    /// @param values in the API's own shapes; empty text where the field had no value
    record Values(Map<String, String> values) implements Before {

        public Values {
            values = Map.copyOf(values);
        }
    }

    /// An object that does not exist yet.
    ///
    /// @param namesakes ids of what has its name already, so that none of them is taken for the new one
    record Nothing(Set<GraphId> namesakes) implements Before {

        public Nothing {
            namesakes = Set.copyOf(namesakes);
        }
    }

    /// @param fields which were asked for
    /// @param read what Facebook or the store said; a field that is missing had no value
    static Values of(Collection<String> fields, Map<String, String> read) {
        Map<String, String> values = new TreeMap<>();
        fields.forEach(field -> values.put(field, read.getOrDefault(field, "")));
        return new Values(values);
    }
}
