package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Connection;
import com.bizosaas.adsdesk.domain.TenantId;
import java.util.Set;

/// A token that Facebook gave and that nobody has confirmed yet. It lives in memory only; closing it forgets the token.
public interface PendingConnection extends AutoCloseable {

    TenantId tenant();

    /// Who signed in, with which permissions and until when.
    Connection connection();

    /// Required permissions that were not given; the desk works without them as far as it can.
    Set<String> missingPermissions();

    @Override
    void close();
}
