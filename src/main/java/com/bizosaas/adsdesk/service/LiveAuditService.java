package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.store.AuditStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the audit log and walks its chain.
final class LiveAuditService implements AuditService {

    private final AuditStore store;

    LiveAuditService(AuditStore store) {
        this.store = store;
    }

    @Override
    public List<AuditEntry> entries(@Nullable TenantId tenant, String text, int limit) {
        return Problems.explained(() -> store.list(new AuditStore.Filter(tenant, text.strip(), null, null), limit));
    }

    @Override
    public Verification verify() {
        AuditStore.Verification result = Problems.explained(store::verify);
        return new Verification(result.checked(), result.brokenAt(), result.reason());
    }
}
