package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.journal.WriteEntry;
import com.bizosaas.adsdesk.domain.journal.WriteState;
import com.bizosaas.adsdesk.store.JournalStore;
import java.util.List;

/// Shows the journal, and takes a person's word where Facebook's was lost.
final class LiveJournalService implements JournalService {

    private final JournalStore store;
    private final WriteJournal journal;
    private final Reconciler reconciler;

    LiveJournalService(JournalStore store, WriteJournal journal, Reconciler reconciler) {
        this.store = store;
        this.journal = journal;
        this.reconciler = reconciler;
    }

    @Override
    public List<WriteEntry> writes(TenantId tenant, int limit) {
        return Problems.explained(() -> store.list(tenant, limit));
    }

    @Override
    public List<WriteEntry> batch(TenantId tenant, String batch) {
        return Problems.explained(() -> store.batch(tenant, batch));
    }

    @Override
    public List<WriteEntry> unknown(TenantId tenant) {
        return Problems.explained(() -> journal.unknown(tenant));
    }

    @Override
    public List<WriteEntry> look(TenantId tenant) {
        return Problems.explained(() -> {
            reconciler.look(tenant);
            return journal.unknown(tenant);
        });
    }

    @Override
    public WriteEntry sayDone(TenantId tenant, String writeId, GraphId object) {
        return Problems.explained(() -> journal.saidDone(unknown(tenant, writeId), object));
    }

    @Override
    public WriteEntry sayNotDone(TenantId tenant, String writeId) {
        return Problems.explained(() -> journal.saidNotDone(unknown(tenant, writeId)));
    }

    private WriteEntry unknown(TenantId tenant, String writeId) {
        return store.find(tenant, writeId).filter(entry -> entry.state() == WriteState.UNKNOWN)
                .orElseThrow(() -> new DeskException(Problem.of(Problem.Kind.REFUSED,
                        "The end of this write is known already", "Look at the list again.")));
    }
}
