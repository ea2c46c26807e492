package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The ad accounts of each tenant as last read. Which of them were chosen stands in the [ConnectionStore].
public final class AccountStore {

    private static final String MERGE = "MERGE INTO ad_account (tenant_id, account_id, body) KEY (tenant_id, account_id) "
            + "VALUES (?, ?, ?)";

    private final Sql sql;
    private final ReadMarks marks;

    AccountStore(Sql sql, ReadMarks marks) {
        this.sql = sql;
        this.marks = marks;
    }

    /// Stores a complete list, in one transaction.
    ///
    /// @param asOf when the reading began
    public void replaceAll(TenantId tenant, List<AdAccount> accounts, Instant asOf) {
        sql.inTransaction(() -> {
            sql.update("DELETE FROM ad_account WHERE tenant_id = ?", tenant.value());
            accounts.forEach(account -> put(tenant, account, asOf));
            marks.set(tenant, null, Topic.ACCOUNTS, asOf);
            return accounts;
        });
    }

    /// Stores one account and leaves the others.
    public void put(TenantId tenant, AdAccount account, Instant asOf) {
        sql.inTransaction(() -> {
            sql.update(MERGE, tenant.value(), account.id().value(), Json.write(account));
            marks.set(tenant, account.id(), Topic.ACCOUNTS, asOf);
            return account;
        });
    }

    /// Those of a tenant by id, stamped with the last reading of a complete list.
    public Stamped<List<AdAccount>> list(TenantId tenant) {
        return marks.stamp(tenant, null, Topic.ACCOUNTS,
                () -> sql.list("SELECT body FROM ad_account WHERE tenant_id = ? ORDER BY account_id",
                        row -> Json.read(row.getString(1), AdAccount.class), tenant.value()),
                List.of());
    }

    public Optional<AdAccount> find(TenantId tenant, AdAccountId account) {
        return sql.one("SELECT body FROM ad_account WHERE tenant_id = ? AND account_id = ?",
                row -> Json.read(row.getString(1), AdAccount.class), tenant.value(), account.value());
    }
}
