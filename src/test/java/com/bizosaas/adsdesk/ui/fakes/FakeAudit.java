package com.bizosaas.adsdesk.ui.fakes;

import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.AuditService;
import java.nio.file.Path;
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
    public List<AuditEntry> entries(Filter filter, int limit) {
        return entries(filter.tenant(), filter.text(), limit).stream()
                .filter(entry -> filter.action().isEmpty() || entry.action().equals(filter.action()))
                .filter(entry -> filter.since() == null || !entry.at().isBefore(filter.since())).toList();
    }

    @Override
    public long export(Filter filter, Path file) {
        exported.add(file);
        return entries(filter, Integer.MAX_VALUE).size();
    }

    @Override
    public Verification verify() {
        return verification;
    }
}
