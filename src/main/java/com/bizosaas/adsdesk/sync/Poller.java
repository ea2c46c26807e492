package com.bizosaas.adsdesk.sync;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Reads one topic from Facebook into the store. Blocking; an interrupt cancels.
public interface Poller {

    Topic topic();

    /// When the stored rows were read, null if they never were or are known to be out of date.
    @Nullable
    Instant lastRead(TenantId tenant, AdAccountId account);

    /// Reads and stores; throws what the Graph client throws, and stores nothing then.
    ///
    /// @param force whether to read what is still fresh, too
    Polled poll(TenantId tenant, AdAccountId account, boolean force, Progress progress);
}
