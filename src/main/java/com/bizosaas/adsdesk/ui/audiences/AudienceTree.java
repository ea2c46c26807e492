package com.bizosaas.adsdesk.ui.audiences;

import com.bizosaas.adsdesk.domain.AudienceState;
import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.draft.AudienceValues;
import com.bizosaas.adsdesk.draft.Draft;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Audiences with their lookalikes hung under the source. A lookalike whose source is not in the account is a root, and
/// so is every member of a ring, which broken data could form.
final class AudienceTree {

    private AudienceTree() {
    }

    static List<AudienceRow> of(Collection<CustomAudience> audiences, Locale locale) {
        return of(audiences, List.of(), locale);
    }

    /// The same with what is drafted: new ones stand among the others, under a passing id.
    static List<AudienceRow> of(Collection<CustomAudience> read, List<Draft> drafted, Locale locale) {
        List<CustomAudience> audiences = new ArrayList<>(read);
        Map<GraphId, Draft> drafts = new HashMap<>();
        for (Draft draft : drafted) {
            if (draft.key().isNew()) {
                Map<String, String> values = new HashMap<>();
                draft.cells().forEach((field, cell) -> values.put(field, cell.mine()));
                // No id of Facebook's begins with a zero.
                GraphId passing = new GraphId("0" + draft.key().number());
                audiences.add(AudienceValues.audience(passing, values, draft.since()));
                drafts.put(passing, draft);
            } else {
                drafts.put(draft.key().id(), draft);
            }
        }
        Collator collator = Collator.getInstance(locale);
        Comparator<CustomAudience> byName = (one, other) -> collator.compare(one.name(), other.name());
        Comparator<CustomAudience> order = byName.thenComparing(CustomAudience::id);
        Map<GraphId, CustomAudience> known = new HashMap<>();
        audiences.forEach(audience -> known.put(audience.id(), audience));
        Map<GraphId, List<CustomAudience>> grown = new HashMap<>();
        List<CustomAudience> roots = new ArrayList<>();
        for (CustomAudience audience : audiences) {
            GraphId origin = origin(audience);
            if (origin == null || !known.containsKey(origin) || rings(audience, known)) {
                roots.add(audience);
            } else {
                grown.computeIfAbsent(origin, _ -> new ArrayList<>()).add(audience);
            }
        }
        return roots.stream().sorted(order).map(root -> row(root, known, grown, order, drafts)).toList();
    }

    /// Rows that match, with the parents of matching lookalikes kept as their place.
    static List<AudienceRow> filter(List<AudienceRow> rows, Predicate<AudienceRow> matches) {
        List<AudienceRow> kept = new ArrayList<>();
        for (AudienceRow row : rows) {
            List<AudienceRow> children = filter(row.children(), matches);
            if (!children.isEmpty() || matches.test(row)) {
                kept.add(new AudienceRow(row.audience(), row.type(), row.state(), row.source(), children, row.draft()));
            }
        }
        return kept;
    }

    /// Every row, parents before children.
    static List<AudienceRow> flat(List<AudienceRow> rows) {
        List<AudienceRow> flat = new ArrayList<>();
        for (AudienceRow row : rows) {
            flat.add(row);
            flat.addAll(flat(row.children()));
        }
        return flat;
    }

    private static AudienceRow row(CustomAudience audience, Map<GraphId, CustomAudience> known,
            Map<GraphId, List<CustomAudience>> grown, Comparator<CustomAudience> order,
            Map<GraphId, Draft> drafts) {
        List<AudienceRow> children = grown.getOrDefault(audience.id(), List.of()).stream().sorted(order)
                .map(child -> row(child, known, grown, order, drafts)).toList();
        GraphId origin = origin(audience);
        return new AudienceRow(audience, AudienceType.of(audience), AudienceState.of(audience),
                origin == null ? null : known.get(origin), children, drafts.get(audience.id()));
    }

    private static boolean rings(CustomAudience audience, Map<GraphId, CustomAudience> known) {
        Set<GraphId> seen = new HashSet<>();
        for (CustomAudience at = audience; at != null;) {
            if (!seen.add(at.id())) {
                return true;
            }
            GraphId origin = origin(at);
            at = origin == null ? null : known.get(origin);
        }
        return false;
    }

    private static @Nullable GraphId origin(CustomAudience audience) {
        return audience.lookalike() == null ? null : audience.lookalike().originId();
    }
}
