package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.Draft.Action;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.PublishRow;
import com.bizosaas.adsdesk.draft.PublishRow.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which rows of a batch may go together: of one account, parents before their children, deletions last, and never two new
/// ad sets of one campaign at once (graph-api chapter 13).
final class Wave {

    private final List<PublishRow> rows;
    private final Map<String, String> aliases;
    private final Map<String, PublishRow> byObject = new HashMap<>();

    Wave(List<PublishRow> rows, Map<String, String> aliases) {
        this.rows = rows;
        this.aliases = aliases;
        rows.forEach(row -> byObject.put(row.key().object(), row));
    }

    /// Accounts that have rows which could go, in the order of the batch.
    Set<AdAccountId> accounts() {
        Set<AdAccountId> writing = rows.stream()
                .filter(row -> row.state() == State.WAITING && row.action() != Action.REMOVE)
                .map(row -> row.key().account()).collect(Collectors.toSet());
        Set<AdAccountId> accounts = new LinkedHashSet<>();
        for (PublishRow row : rows) {
            AdAccountId account = row.key().account();
            if (row.state() == State.WAITING && newParent(row) == null
                    && (row.action() != Action.REMOVE || !writing.contains(account))) {
                accounts.add(account);
            }
        }
        return accounts;
    }

    /// Empty where nothing is left of the account that could go. Fewer are the first of more.
    List<PublishRow> next(AdAccountId account, int most) {
        List<PublishRow> mine = rows.stream()
                .filter(row -> row.state() == State.WAITING && row.key().account().equals(account)).toList();
        boolean deletes = mine.stream().allMatch(row -> row.action() == Action.REMOVE);
        List<PublishRow> wave = new ArrayList<>();
        Set<String> campaigns = new HashSet<>();
        for (PublishRow row : mine) {
            boolean fits = (row.action() == Action.REMOVE) == deletes && newParent(row) == null;
            if (fits && row.action() == Action.ADD && row.key().level() == Level.AD_SET) {
                fits = campaigns.add(row.sent().getOrDefault(Fields.CAMPAIGN, ""));
            }
            if (fits && wave.size() < most) {
                wave.add(row);
            }
        }
        return wave;
    }

    /// The key of the new object under which the row's is to be created; null where that has an id.
    private @Nullable String newParent(PublishRow row) {
        for (String field : List.of(Fields.CAMPAIGN, Fields.AD_SET)) {
            String parent = row.sent().getOrDefault(field, "");
            if (DraftKey.isNew(parent) && !aliases.containsKey(parent)) {
                return parent;
            }
        }
        return null;
    }

    /// Rows whose parent will not come, held.
    List<PublishRow> orphans() {
        List<PublishRow> orphans = new ArrayList<>();
        for (PublishRow row : rows) {
            String parent = row.state() == State.WAITING ? newParent(row) : null;
            if (parent != null) {
                PublishRow above = byObject.get(parent);
                if (above == null || above.state().canRetry()) {
                    orphans.add(row.now(State.HELD, (above == null ? "Its parent" : above.name())
                            + " was not created, so this cannot be"));
                }
            }
        }
        return orphans;
    }
}
