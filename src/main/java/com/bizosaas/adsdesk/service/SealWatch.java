package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.log.LogTenant;
import com.bizosaas.adsdesk.domain.AuditEntry.Outcome;
import com.bizosaas.adsdesk.domain.AuditEntry.Source;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.AuditTrail.Deed;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down that a sealed value was found out of its place: moved from another tenant, field or version, or changed. It
/// was not used. Each place is told once while the desk is open, for readers try again.
final class SealWatch {

    static final String ACTION = "vault.seal-broken";

    private static final Logger LOG = LoggerFactory.getLogger(SealWatch.class);

    private final AuditTrail audit;
    private final Executor worker;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    SealWatch(AuditTrail audit, Executor worker) {
        this.audit = audit;
        this.worker = worker;
    }

    void broken(@Nullable TenantId tenant, String field) {
        if (told.add((tenant == null ? "" : tenant.value()) + "|" + field)) {
            worker.execute(LogTenant.named(tenant == null ? null : tenant.value(), () -> note(tenant, field)));
        }
    }

    private void note(@Nullable TenantId tenant, String field) {
        try {
            audit.note(new Deed(tenant, ACTION, field, field, "", ""), Outcome.REFUSED, "", Source.SYSTEM);
        } catch (RuntimeException e) {
            LOG.error("A sealed {} was found out of its place, and that could not be written down", field, e);
        }
    }
}
