package com.bizosaas.adsdesk.sync;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;

/// What is read as one piece: a topic of an account, with one tenant's sign-in.
public record SyncKey(TenantId tenant, AdAccountId account, Topic topic) {
}
