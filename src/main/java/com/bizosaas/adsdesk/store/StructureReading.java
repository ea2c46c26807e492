package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.store.GraphObjects.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A reading of all campaigns, ad sets and ads of an account on its way into the store, page by page: however large the
/// account is, no more than a megabyte of packed rows waits in memory. Until [#finish()] the rows of before count; what is
/// closed without it leaves them as they were.
///
/// Thread-safe.
public final class StructureReading implements AutoCloseable {

    private static final int MOST_WAITING = 1 << 20;

    private final Sql sql;
    private final Structures structures;
    private final ReadMarks marks;
    private final TenantId tenant;
    private final AdAccountId account;
    private final Instant asOf;
    private final long reading;
    private final Map<Kind, Integer> parts = new EnumMap<>(Kind.class);
    private final List<@Nullable Object[]> waiting = new ArrayList<>();
    private int bytes;
    private boolean written;
    private boolean counts;

    StructureReading(Sql sql, Structures structures, ReadMarks marks, TenantId tenant, AdAccountId account,
            Instant asOf) {
        this.sql = sql;
        this.structures = structures;
        this.marks = marks;
        this.tenant = tenant;
        this.account = account;
        this.asOf = asOf;
        this.reading = structures.nextReading();
    }

    /// Takes one page; rows of a level are kept in the order in which they come, each once.
    public synchronized void add(AdStructure page) {
        add(LevelForm.CAMPAIGN, page.campaigns());
        add(LevelForm.AD_SET, page.adSets());
        add(LevelForm.AD, page.ads());
        if (bytes > MOST_WAITING) {
            write();
        }
    }

    private <T> void add(LevelForm<T> form, List<T> rows) {
        if (rows.isEmpty()) {
            return;
        }
        byte[] body = form.pack().apply(rows);
        int part = parts.merge(form.kind(), 1, Integer::sum);
        waiting.add(
                new @Nullable Object[]{tenant.value(), account.value(), form.kind().name(), reading, part, body});
        bytes += body.length;
    }

    private void write() {
        structures.addParts(waiting);
        written = true;
        waiting.clear();
        bytes = 0;
    }

    /// Lets the rows so far be seen where there are none of before. They count as out of date until the last has come.
    public synchronized void show() {
        counts = sql.inTransaction(() -> {
            write();
            return counts || marks.begin(tenant, account, Topic.CAMPAIGNS, asOf, reading);
        });
    }

    /// The reading came to its end: what it brought replaces what was there, in one transaction. Objects that we changed or
    /// removed after it began keep what we made of them.
    public synchronized void finish() {
        counts = sql.inTransaction(() -> {
            write();
            structures.forgetChanges(tenant, account, asOf);
            marks.set(tenant, account, Topic.CAMPAIGNS, asOf, reading);
            structures.keepParts(tenant, account, reading);
            return true;
        });
    }

    @Override
    public synchronized void close() {
        if (written && !counts) {
            structures.dropParts(tenant, account, reading);
        }
    }
}
