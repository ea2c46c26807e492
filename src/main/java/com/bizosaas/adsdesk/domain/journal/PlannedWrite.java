package com.bizosaas.adsdesk.domain.journal;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.journal.Before.Nothing;
import com.bizosaas.adsdesk.domain.journal.Before.Values;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A write as it is to be sent.
///
/// @param edge the account's list that the object belongs to: `campaigns`, `adsets`, `ads`, `customaudiences`, …
/// @param object null for a create whose id is not known yet
/// @param objectName for people; the name it will have, for a create
/// @param action a stable word for the audit log, such as `campaign.pause`
/// @param before for an update, a value for each field that is set; for a deletion, what was known of the object
/// @param requested fields in the order in which they are sent, in the API's own shapes; empty for a deletion
public record PlannedWrite(TenantId tenant, AdAccountId account, WriteKind kind, String edge, @Nullable GraphId object,
        String objectName, String action, Before before, Map<String, String> requested) {

    public PlannedWrite {
        requested = Collections.unmodifiableMap(new LinkedHashMap<>(requested));
        if ((kind == WriteKind.CREATE) != before instanceof Nothing) {
            throw new IllegalArgumentException("Only a create has nothing before it");
        }
        if (kind != WriteKind.CREATE && object == null) {
            throw new IllegalArgumentException("An update or a deletion has an object");
        }
        if (kind == WriteKind.DELETE && before instanceof Values values && values.values().isEmpty()) {
            throw new IllegalArgumentException("A deletion needs what was known of the object before");
        }
        if (kind == WriteKind.UPDATE && before instanceof Values values) {
            Set<String> missing = new TreeSet<>(requested.keySet());
            missing.removeAll(values.values().keySet());
            if (!missing.isEmpty() || requested.isEmpty()) {
                throw new IllegalArgumentException("An update needs the value before of each field, not of " + missing);
            }
        }
    }

    public static PlannedWrite create(TenantId tenant, AdAccountId account, String edge, String objectName,
            String action, Nothing before, Map<String, String> requested) {
        return new PlannedWrite(tenant, account, WriteKind.CREATE, edge, null, objectName, action, before, requested);
    }

    public static PlannedWrite update(TenantId tenant, AdAccountId account, String edge, GraphId object,
            String objectName, String action, Values before, Map<String, String> requested) {
        return new PlannedWrite(tenant, account, WriteKind.UPDATE, edge, object, objectName, action, before, requested);
    }

    public static PlannedWrite delete(TenantId tenant, AdAccountId account, String edge, GraphId object,
            String objectName, String action, Values before) {
        return new PlannedWrite(tenant, account, WriteKind.DELETE, edge, object, objectName, action, before, Map.of());
    }

    /// The object of an update or a deletion.
    ///
    /// @throws IllegalStateException for a create whose id is not known
    public GraphId target() {
        GraphId known = object;
        if (known == null) {
            throw new IllegalStateException("The object of a create is known once it was made");
        }
        return known;
    }

    /// The same, now that its object is known.
    public PlannedWrite onObject(GraphId made) {
        return new PlannedWrite(tenant, account, kind, edge, made, objectName, action, before, requested);
    }

    /// The values before, none for a create.
    public Map<String, String> valuesBefore() {
        return before instanceof Values values ? values.values() : Map.of();
    }
}
