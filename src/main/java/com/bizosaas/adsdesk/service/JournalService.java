package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.journal.WriteEntry;
import java.util.List;

/// The journal of what was written to Facebook: every write with what was asked for, what stood there before, and how it
/// ended.
@Needs(Role.VIEWER)
public interface JournalService {

    /// Newest first.
    List<WriteEntry> writes(TenantId tenant, int limit);

    /// What was done together, in its order.
    List<WriteEntry> batch(TenantId tenant, String batch);

    /// Writes whose answer was lost and that have not been found yet, oldest first.
    List<WriteEntry> unknown(TenantId tenant);

    /// Looks at Facebook for the unknown ones now.
    ///
    /// @return what is still unknown
    @Needs(Role.PUBLISHER)
    List<WriteEntry> look(TenantId tenant);

    /// A person saw at Facebook that it was done.
    ///
    /// @param object what was made or changed
    /// @throws DeskException if the write is not unknown any more
    @Needs(Role.PUBLISHER)
    WriteEntry sayDone(TenantId tenant, String writeId, GraphId object);

    /// A person saw at Facebook that it was not done, so that it may be done again.
    ///
    /// @throws DeskException if the write is not unknown any more
    @Needs(Role.PUBLISHER)
    WriteEntry sayNotDone(TenantId tenant, String writeId);
}
