package com.bizosaas.adsdesk.ui.fakes;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.AdObjectService;
import java.util.ArrayList;
import java.util.List;

public final class FakeAdObjects implements AdObjectService {

    public final List<String> calls = new ArrayList<>();

    @Override
    public void update(TenantId tenant, AdAccountId account, Level level, GraphId id, Edit edit) {
        calls.add("update " + level + " " + id);
    }

    @Override
    public void archive(TenantId tenant, AdAccountId account, Level level, GraphId id) {
        calls.add("archive " + level + " " + id);
    }

    @Override
    public void delete(TenantId tenant, AdAccountId account, Level level, GraphId id) {
        calls.add("delete " + level + " " + id);
    }

    @Override
    public GraphId duplicate(TenantId tenant, AdAccountId account, Level level, GraphId id, boolean deep) {
        calls.add("duplicate " + level + " " + id);
        return new GraphId(id.value() + "1");
    }
}
