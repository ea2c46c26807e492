package com.bizosaas.adsdesk.ui.fakes;

import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.AuditService;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

public final class FakeAudit implements AuditService {

    public final List<AuditEntry> entries = new ArrayList<>();
    public final List<Path> exported = new ArrayList<>();
    public Verification verification = new Verification(3, 0, "");

    @Override
    public List<AuditEntry> entries(@Nullable TenantId tenant, String text, int limit) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return entries.stream().filter(entry -> tenant == null || tenant.equals(entry.tenantId()))
                .filter(entry -> (entry.who() + entry.action() + entry.object() + entry.objectName())
                        .toLowerCase(Locale.ROOT).contains(wanted))
                .sorted((a, b) -> Long.compare(b.number(), a.number())).limit(limit).toList();
    }

    @Override
    public List<AuditEntry> entries(@Nullable TenantId tenant, String text, @Nullable Instant since, int limit) {
        return entries(tenant, text, limit).stream().filter(entry -> since == null || !entry.at().isBefore(since))
                .toList();
    }

    @Override
    public long export(@Nullable TenantId tenant, String text, @Nullable Instant since, Path file) {
        exported.add(file);
        return entries(tenant, text, since, Integer.MAX_VALUE).size();
    }

    @Override
    public Verification verify() {
        return verification;
    }
}
