package com.bizosaas.adsdesk.ui.edit;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.draft.DraftKey;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Rows of one tenant that are changed together, in the order of the table.
public record Chosen(Tenant tenant, List<Row> rows) {

    /// @param account its own, for currency and zone
    /// @param budgetField the field of its own budget, empty where it has none
    public record Row(DraftKey key, String name, AdAccount account, String budgetField) {
    }

    public Chosen {
        rows = List.copyOf(rows);
    }

    List<DraftKey> keys() {
        return rows.stream().map(Row::key).toList();
    }

    Map<AdAccountId, AdAccount> accountsById() {
        return accounts().stream().collect(Collectors.toMap(AdAccount::id, account -> account, (one, _) -> one));
    }

    /// Their accounts, each once.
    List<AdAccount> accounts() {
        return rows.stream().map(Row::account).distinct().toList();
    }
}
