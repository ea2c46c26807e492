package com.bizosaas.adsdesk.sandbox.login;

import com.bizosaas.adsdesk.sandbox.model.Fleet;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import java.util.Set;

/// Who makes a call, and with what rights.
///
/// @param scopes permissions in force at the moment of the call
public record Caller(AccessToken token, Fleet.Operator operator, Set<String> scopes) {

    private static final Set<String> READING = Set.of("ads_read", "ads_management");

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    public boolean reaches(String accountId) {
        return operator.tasks().containsKey(accountId);
    }

    public Set<String> tasks(String accountId) {
        return operator.tasks().getOrDefault(accountId, Set.of());
    }

    /// @throws GraphError 200 where neither permission to read ads is granted
    public void mustReadAds() {
        if (scopes.stream().noneMatch(READING::contains)) {
            throw GraphError.of(403, 200, "(#200) Requires permission: ads_read or ads_management");
        }
    }

    /// @throws GraphError 200 where the permission or the task to change this account is missing
    public void mustWriteAds(String accountId) {
        must("ads_management");
        Set<String> held = tasks(accountId);
        if (!held.contains("ADVERTISE") && !held.contains("MANAGE")) {
            throw GraphError.of(403, 200,
                    "(#200) The user does not have sufficient tasks on ad account " + accountId
                            + ": ADVERTISE or MANAGE");
        }
    }

    /// @throws GraphError 200 where this permission is missing
    public void must(String permission) {
        if (!scopes.contains(permission)) {
            throw GraphError.of(403, 200, "(#200) Requires permission: " + permission);
        }
    }
}
