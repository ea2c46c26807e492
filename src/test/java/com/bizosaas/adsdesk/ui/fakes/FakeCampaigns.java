package com.bizosaas.adsdesk.ui.fakes;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.CampaignDraft;
import com.bizosaas.adsdesk.service.CampaignEdit;
import com.bizosaas.adsdesk.service.CampaignService;
import com.bizosaas.adsdesk.service.DeskException;
import com.bizosaas.adsdesk.service.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

public final class FakeCampaigns implements CampaignService {

    public Stamped<AdStructure> structure = Stamped.never(AdStructure.EMPTY);
    /// Thrown by every write while set.
    public @Nullable Problem refusal;
    public final List<String> calls = new ArrayList<>();
    /// Whose objects were switched.
    public final List<TenantId> switched = new ArrayList<>();
    public final List<CampaignDraft> drafts = new ArrayList<>();
    public final List<CampaignEdit> edits = new ArrayList<>();

    /// Of accounts that have another structure than the common one.
    public final Map<AdAccountId, Stamped<AdStructure>> structures = new HashMap<>();

    @Override
    public Stamped<AdStructure> structure(TenantId tenant, AdAccountId account) {
        return structures.getOrDefault(account, structure);
    }

    @Override
    public Stamped<AdStructure> structure(TenantId tenant, AdAccountId account, Level deepest) {
        Stamped<AdStructure> whole = structure(tenant, account);
        AdStructure all = whole.value();
        return new Stamped<>(new AdStructure(all.campaigns(), deepest == Level.CAMPAIGN ? List.of() : all.adSets(),
                deepest == Level.AD ? all.ads() : List.of()), whole.asOf(), whole.stale());
    }

    @Override
    public void setStatus(TenantId tenant, AdAccountId account, Level level, GraphId id, Status status) {
        switched.add(tenant);
        write("status " + level + " " + id + " " + status.value());
    }

    @Override
    public GraphId create(TenantId tenant, AdAccountId account, CampaignDraft draft) {
        write("create " + draft.name());
        drafts.add(draft);
        return new GraphId("900" + drafts.size());
    }

    @Override
    public void update(TenantId tenant, AdAccountId account, GraphId campaign, CampaignEdit edit) {
        write("update " + campaign);
        edits.add(edit);
    }

    @Override
    public void archive(TenantId tenant, AdAccountId account, GraphId campaign) {
        write("archive " + campaign);
    }

    @Override
    public void delete(TenantId tenant, AdAccountId account, GraphId campaign) {
        write("delete " + campaign);
    }

    private void write(String call) {
        calls.add(call);
        if (refusal != null) {
            throw new DeskException(refusal);
        }
    }
}
