package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.journal.Before;
import com.bizosaas.adsdesk.domain.journal.JournalledWrite;
import com.bizosaas.adsdesk.domain.journal.PlannedWrite;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/// Writes for tests of the client, which stand in no journal.
public final class Writes {

    private static final TenantId TENANT = new TenantId("nord");

    private Writes() {
    }

    public static JournalledWrite create(AdAccountId account, String edge, Map<String, String> parameters) {
        return journalled(PlannedWrite.create(TENANT, account, edge, parameters.getOrDefault("name", ""), "test.create",
                new Before.Nothing(Set.of()), parameters));
    }

    public static JournalledWrite update(AdAccountId account, GraphId id, Map<String, String> parameters) {
        return journalled(PlannedWrite.update(TENANT, account, "campaigns", id, "", "test.update",
                Before.of(parameters.keySet(), Map.of()), parameters));
    }

    public static JournalledWrite delete(AdAccountId account, GraphId id) {
        return journalled(PlannedWrite.delete(TENANT, account, "campaigns", id, "", "test.delete",
                new Before.Values(Map.of("status", "PAUSED"))));
    }

    private static JournalledWrite journalled(PlannedWrite write) {
        AtomicBoolean spent = new AtomicBoolean();
        return new JournalledWrite() {
            @Override
            public PlannedWrite write() {
                return write;
            }

            @Override
            public void spend() {
                if (spent.getAndSet(true)) {
                    throw new IllegalStateException("Sent already");
                }
            }
        };
    }
}
