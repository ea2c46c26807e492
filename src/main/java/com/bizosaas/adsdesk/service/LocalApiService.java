package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.TenantId;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether the local API is switched on, and who holds a key to it. Secrets of keys are shown once and kept as hashes.
@Needs(Role.ADMINISTRATOR)
public interface LocalApiService {

    /// @param port 0 for any free one
    record Wanted(boolean on, int port) {
    }

    /// A key with its secret, for the one moment in which it can be shown.
    record Issued(ApiKey key, String secret) {
        @Override
        public String toString() {
            return "Issued[" + key.id() + "]";
        }
    }

    /// Whether it answers.
    ///
    /// @param url where, null while it does not
    /// @param problem why it could not be started, null if nothing went wrong
    record Status(@Nullable String url, @Nullable Problem problem) {

        public static final Status OFF = new Status(null, null);
    }

    @Needs(Role.VIEWER)
    Status status();

    /// Told by whoever runs the API.
    @Needs(Role.VIEWER)
    void report(Status status);

    /// Called before the desk closes its stores, so that no request comes to a closed desk.
    @Needs(Role.VIEWER)
    void whenEnding(Runnable stop);

    /// As stored; off until somebody switches it on.
    @Needs(Role.VIEWER)
    Wanted wanted();

    /// @throws DeskException if the port does not exist
    void save(Wanted wanted);

    /// Where the desk's own key lies, readable by its owner alone. The file exists once [#ownKey] was called.
    @Needs(Role.VIEWER)
    Path keyFile();

    /// Sees to it that the key file holds a key that works, and makes a new one if it is missing, changed or was readable
    /// by others.
    @Needs(Role.VIEWER)
    void ownKey();

    /// The keys, the desk's own first.
    @Needs(Role.VIEWER)
    List<ApiKey> keys();

    /// @param tenants empty for all
    /// @throws DeskException if the name is empty, too long or taken
    Issued issue(String name, Role role, Collection<TenantId> tenants);

    /// Gives a key a new secret; the old one stops at once. The desk's own is written to its file.
    Issued rotate(String id);

    /// Ends a key at once. The desk's own cannot be ended, only rotated.
    void revoke(String id);

    /// The key of which this is the secret. Takes the same time for every text of a length.
    @Needs(Role.VIEWER)
    Optional<ApiKey> recognise(String secret);
}
