package com.bizosaas.adsdesk.sync;

import com.bizosaas.adsdesk.domain.TenantId;

/// The tenant is not signed in to Facebook.
public final class NotConnectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotConnectedException(TenantId tenant) {
        super("Tenant " + tenant + " is not connected");
    }
}
