package com.bizosaas.adsdesk.ui.fakes;

import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.journal.WriteEntry;
import com.bizosaas.adsdesk.domain.journal.WriteState;
import com.bizosaas.adsdesk.service.JournalService;
import java.util.ArrayList;
import java.util.List;

public final class FakeJournal implements JournalService {

    public final List<WriteEntry> writes = new ArrayList<>();
    public final List<String> said = new ArrayList<>();

    @Override
    public List<WriteEntry> writes(TenantId tenant, int limit) {
        return writes.stream().filter(entry -> entry.write().tenant().equals(tenant)).limit(limit).toList();
    }

    @Override
    public List<WriteEntry> batch(TenantId tenant, String batch) {
        return writes(tenant, Integer.MAX_VALUE).stream().filter(entry -> entry.batch().equals(batch)).toList();
    }

    @Override
    public List<WriteEntry> unknown(TenantId tenant) {
        return writes(tenant, Integer.MAX_VALUE).stream().filter(entry -> entry.state() == WriteState.UNKNOWN).toList();
    }

    @Override
    public List<WriteEntry> look(TenantId tenant) {
        said.add("look");
        return unknown(tenant);
    }

    @Override
    public WriteEntry sayDone(TenantId tenant, String writeId, GraphId object) {
        return settle("done " + object, writeId, WriteState.FOUND);
    }

    @Override
    public WriteEntry sayNotDone(TenantId tenant, String writeId) {
        return settle("not done", writeId, WriteState.ABSENT);
    }

    private WriteEntry settle(String words, String writeId, WriteState state) {
        said.add(words);
        WriteEntry old = writes.stream().filter(entry -> entry.id().equals(writeId)).findFirst().orElseThrow();
        WriteEntry settled = new WriteEntry(old.id(), old.batch(), old.place(), old.write(), state, old.who(),
                old.plannedAt(), old.sentAt(), Samples.CLOCK.instant(), "", "");
        writes.set(writes.indexOf(old), settled);
        return settled;
    }
}
