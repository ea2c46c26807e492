package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.AuditTrail.Deed;
import com.bizosaas.adsdesk.store.AuditStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the audit log, writes it out and walks its chain.
final class LiveAuditService implements AuditService {

    private final AuditStore store;
    private final AuditTrail audit;

    LiveAuditService(AuditStore store, AuditTrail audit) {
        this.store = store;
        this.audit = audit;
    }

    @Override
    public List<AuditEntry> entries(@Nullable TenantId tenant, String text, int limit) {
        return entries(new Filter(tenant, text, "", null), limit);
    }

    @Override
    public List<AuditEntry> entries(Filter filter, int limit) {
        return Problems.explained(() -> store.list(stored(filter), limit));
    }

    private static AuditStore.Filter stored(Filter filter) {
        return new AuditStore.Filter(filter.tenant(), filter.text().strip(), filter.since(), null, filter.action());
    }

    @Override
    public Verification verify() {
        AuditStore.Verification result = Problems.explained(store::verify);
        return new Verification(result.checked(), result.brokenAt(), result.reason());
    }

    @Override
    public long export(Filter filter, Path file) {
        long[] written = {0};
        Problems.explained(() -> {
            try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE)) {
                out.write(Csv.line("number", "at", "who", "tenant_id", "tenant", "action", "object", "object_name",
                        "before", "after", "outcome", "source", "trace_id"));
                store.each(stored(filter), entry -> {
                    append(out, entry);
                    written[0]++;
                });
            } catch (FileAlreadyExistsException e) {
                throw failed("There is a file of this name already", "Choose another name; nothing was overwritten.",
                        e);
            } catch (IOException | UncheckedIOException e) {
                discard(file, e);
                throw failed("The file could not be written", "Check free space and permissions of its folder.", e);
            }
            audit.done(new Deed(filter.tenant(), "audit.export", "", String.valueOf(file.getFileName()), "",
                    Json.of(Map.of("entries", written[0], "filter", filter.text().strip(), "action",
                            filter.action()))));
            return file;
        });
        return written[0];
    }

    private static void append(Writer out, AuditEntry entry) {
        TenantId tenant = entry.tenantId();
        try {
            out.write(Csv.line(Long.toString(entry.number()), entry.at().toString(), entry.who(),
                    tenant == null ? "" : tenant.value(), entry.tenantName(), entry.action(), entry.object(),
                    entry.objectName(), entry.before(), entry.after(), entry.outcome().name(), entry.source().name(),
                    entry.traceId()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void discard(Path file, Exception why) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    private static DeskException failed(String title, String remedy, Exception cause) {
        return new DeskException(Problem.invalid("file", title, remedy), cause);
    }
}
