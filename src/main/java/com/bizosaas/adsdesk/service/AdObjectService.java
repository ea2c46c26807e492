package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.TenantId;
import org.jspecify.annotations.Nullable;

/// Immediate changes to ad sets and ads, and copies on all three levels. Journalled and audited as [CampaignService]'s.
@Needs(Role.PUBLISHER)
public interface AdObjectService {

    /// Changes to an ad set or an ad; a null field stays as it is.
    ///
    /// @param budget of an ad set, where its campaign has none
    /// @param bidAmount of an ad set
    /// @param creative of an ad; Meta reviews it again and it learns anew
    record Edit(@Nullable String name, @Nullable Budget budget, @Nullable Money bidAmount,
            @Nullable GraphId creative) {

        public boolean isEmpty() {
            return name == null && budget == null && bidAmount == null && creative == null;
        }
    }

    /// @param level AD_SET or AD
    /// @throws DeskException naming the field that is wrong
    void update(TenantId tenant, AdAccountId account, Level level, GraphId id, Edit edit);

    /// `status=ARCHIVED`.
    ///
    /// @param level AD_SET or AD
    void archive(TenantId tenant, AdAccountId account, Level level, GraphId id);

    /// Facebook's final `DELETE`, children included.
    ///
    /// @param level AD_SET or AD
    void delete(TenantId tenant, AdAccountId account, Level level, GraphId id);

    /// Copies an object in its place, PAUSED, with “ - Copy” behind its name. If the answer is lost, the copy is looked for
    /// before anybody is told what happened.
    ///
    /// @param deep whether what is below is copied too; Facebook does so at once for at most three objects (graph-api
    ///        chapter 04, "Copies")
    /// @return the copy
    GraphId duplicate(TenantId tenant, AdAccountId account, Level level, GraphId id, boolean deep);
}
