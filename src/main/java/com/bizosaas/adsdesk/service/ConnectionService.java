package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Connection;
import com.bizosaas.adsdesk.domain.TenantId;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// Signing a tenant in at Facebook, choosing its ad accounts, and signing it out (graph-api chapter 01).
@Needs(Role.ADMINISTRATOR)
public interface ConnectionService {

    @Needs(Role.VIEWER)
    Optional<Connection> connection(TenantId tenant);

    /// Starts a sign-in by dialog. An earlier unfinished one of the same tenant ends.
    ///
    /// @param again whether to ask again for permissions that were declined (`auth_type=rerequest`)
    /// @throws DeskException if the app id or secret is missing
    LoginAttempt begin(TenantId tenant, boolean again);

    /// Ends a sign-in with the address it came back to: checks the state, swaps the code for a long-lived token, and
    /// reads who it belongs to and what it may do. Nothing is stored. The caller closes the attempt when it has dealt with
    /// the outcome: a browser that waits on the redirect address gets its page then.
    ///
    /// @throws DeskException with its own sentence for a used or late state, a foreign address, a refusal, an unreachable
    ///         host
    PendingConnection complete(LoginAttempt attempt, URI cameBack);

    /// The third way in: a system user's token. The characters are wiped.
    PendingConnection useToken(TenantId tenant, char[] token);

    /// Every account that a sign-in reaches, paged to the end.
    ///
    /// @param progress told how many accounts were found so far
    ReachableAccounts reachable(PendingConnection pending, IntConsumer progress);

    /// The same for the sign-in that is already stored.
    ReachableAccounts reachable(TenantId tenant, IntConsumer progress);

    /// Stores the token and the chosen accounts. A reconnect keeps all settings of the tenant.
    Connection confirm(PendingConnection pending, Collection<AdAccountId> chosen);

    /// Stores the token and leaves the choice of accounts as it is: none for a tenant that signs in for the first time.
    Connection keep(PendingConnection pending);

    /// Chooses other accounts under the stored sign-in.
    void choose(TenantId tenant, Collection<AdAccountId> chosen);

    /// The chosen accounts as last read, in the operator's order.
    @Needs(Role.VIEWER)
    List<AdAccount> accounts(TenantId tenant);

    /// Exchanges the token again while it is still alive.
    Connection renew(TenantId tenant);

    /// Revokes at Facebook and destroys the local secret. If Facebook cannot be reached the secret is destroyed all the
    /// same and the answer says that access must be removed at Facebook by hand.
    Optional<Problem> disconnect(TenantId tenant);
}
