package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.TenantId;

/// Campaigns, ad sets and ads of an account. Every write is audited with its values before and after, updates the store
/// and publishes news; a refused write changes nothing.
@Needs(Role.PUBLISHER)
public interface CampaignService {

    /// From the store, at once. Archived objects are included if they were read; deleted ones are not.
    @Needs(Role.VIEWER)
    Stamped<AdStructure> structure(TenantId tenant, AdAccountId account);

    /// The same down to a level, for reading many accounts one after another: nothing of it is kept in memory here.
    ///
    /// @param deepest CAMPAIGN, AD_SET or AD; what is deeper is left empty
    @Needs(Role.VIEWER)
    Stamped<AdStructure> structure(TenantId tenant, AdAccountId account, Level deepest);

    /// Pauses or resumes; immediate.
    ///
    /// @param level CAMPAIGN, AD_SET or AD
    /// @param status ACTIVE or PAUSED
    void setStatus(TenantId tenant, AdAccountId account, Level level, GraphId id, Status status);

    /// Creates a campaign, PAUSED. If the answer is lost, looks for it before telling what happened.
    GraphId create(TenantId tenant, AdAccountId account, CampaignDraft draft);

    void update(TenantId tenant, AdAccountId account, GraphId campaign, CampaignEdit edit);

    /// `status=ARCHIVED`: it keeps its figures and cannot be switched on again.
    void archive(TenantId tenant, AdAccountId account, GraphId campaign);

    /// Facebook's final `DELETE`, children included.
    void delete(TenantId tenant, AdAccountId account, GraphId campaign);
}
