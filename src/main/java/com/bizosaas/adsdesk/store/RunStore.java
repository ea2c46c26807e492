package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Report runs that Facebook makes for us and whose rows we have not fetched yet. Safe for use by any thread.
public final class RunStore {

    /// Facebook forgets a run after this (graph-api chapter 05).
    private static final Duration LIFE = Duration.ofDays(30);

    private final Sql sql;

    RunStore(Sql sql) {
        this.sql = sql;
    }

    /// The run that answers a question, if it was started since.
    public Optional<String> find(TenantId tenant, AdAccountId account, String question, Instant notBefore) {
        return sql.one("SELECT run_id FROM report_run WHERE tenant_id = ? AND account_id = ? AND question = ? "
                + "AND started_at >= ?", row -> row.getString(1), tenant.value(), account.value(), question, notBefore);
    }

    public void put(TenantId tenant, AdAccountId account, String question, String run, Instant startedAt) {
        sql.inTransaction(() -> {
            sql.update("DELETE FROM report_run WHERE tenant_id = ? AND account_id = ? AND started_at < ?",
                    tenant.value(), account.value(), startedAt.minus(LIFE));
            sql.update("MERGE INTO report_run (tenant_id, account_id, question, run_id, started_at) "
                    + "KEY (tenant_id, account_id, question) VALUES (?, ?, ?, ?, ?)", tenant.value(), account.value(),
                    question, run, startedAt);
            return run;
        });
    }

    public void remove(TenantId tenant, AdAccountId account, String question) {
        sql.update("DELETE FROM report_run WHERE tenant_id = ? AND account_id = ? AND question = ?", tenant.value(),
                account.value(), question);
    }
}
