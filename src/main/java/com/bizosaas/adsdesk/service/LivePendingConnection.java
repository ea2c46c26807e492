package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Connection;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.graph.AccessToken;
import com.bizosaas.adsdesk.oauth.LoginResult;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A token that waits for the operator's word.
final class LivePendingConnection implements PendingConnection {

    private final TenantId tenant;
    private final LoginResult result;
    private final Set<String> required;
    private volatile List<AdAccount> found = List.of();

    LivePendingConnection(TenantId tenant, LoginResult result, Set<String> required) {
        this.tenant = tenant;
        this.result = result;
        this.required = Set.copyOf(required);
    }

    AccessToken token() {
        return result.token();
    }

    /// The accounts that the last search found.
    List<AdAccount> found() {
        return found;
    }

    void found(List<AdAccount> accounts) {
        found = List.copyOf(accounts);
    }

    @Override
    public TenantId tenant() {
        return tenant;
    }

    @Override
    public Connection connection() {
        return result.connection();
    }

    @Override
    public Set<String> missingPermissions() {
        Set<String> missing = new TreeSet<>(required);
        missing.removeAll(result.connection().granted());
        return missing;
    }

    @Override
    public void close() {
        result.token().close();
    }

    @Override
    public String toString() {
        return "PendingConnection[" + tenant + "]";
    }
}
