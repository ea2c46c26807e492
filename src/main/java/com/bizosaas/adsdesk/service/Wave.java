package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.Draft.Action;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.PublishBatch;
import com.bizosaas.adsdesk.draft.PublishRow;
import com.bizosaas.adsdesk.draft.PublishRow.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which rows of a batch may go together: of one account, parents before their children, deletions last, and never two new
/// ad sets of one campaign at once (graph-api chapter 13).
final class Wave {

    private final PublishBatch batch;
    private final Map<String, String> aliases;
    private final Map<String, PublishRow> byObject = new HashMap<>();

    Wave(PublishBatch batch, Map<String, String> aliases) {
        this.batch = batch;
        this.aliases = aliases;
        batch.rows().forEach(row -> byObject.put(row.key().object(), row));
    }

    /// Empty where nothing is left that could go.
    List<PublishRow> next(int most) {
        List<PublishRow> wave = new ArrayList<>();
        Set<String> campaigns = new HashSet<>();
        AdAccountId account = null;
        boolean deletes = batch.rows().stream()
                .noneMatch(row -> row.state() == State.WAITING && row.action() != Action.REMOVE);
        for (PublishRow row : batch.rows()) {
            boolean fits = row.state() == State.WAITING && (row.action() == Action.REMOVE) == deletes
                    && (account == null || account.equals(row.key().account())) && parentIsThere(row);
            if (fits && row.action() == Action.ADD && row.key().level() == Level.AD_SET) {
                fits = campaigns.add(row.sent().getOrDefault(Fields.CAMPAIGN, ""));
            }
            if (fits && wave.size() < most) {
                account = row.key().account();
                wave.add(row);
            }
        }
        return wave;
    }

    private boolean parentIsThere(PublishRow row) {
        String parent = newParent(row);
        return parent == null;
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
        for (PublishRow row : batch.rows()) {
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
