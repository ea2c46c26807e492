package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import java.time.Instant;
import java.util.Optional;

/// Remembers report runs that were started and whose rows were not fetched yet, so that a restart of the desk takes them up
/// again rather than have them made anew. Called by any thread; a run that is forgotten costs a second one, no more.
public interface RunMemory {

    /// Remembers nothing.
    RunMemory NONE = new RunMemory() {
        @Override
        public Optional<String> find(TenantId tenant, AdAccountId account, String question, Instant notBefore) {
            return Optional.empty();
        }

        @Override
        public void started(TenantId tenant, AdAccountId account, String question, String run, Instant at) {
        }

        @Override
        public void ended(TenantId tenant, AdAccountId account, String question) {
        }
    };

    /// The run that answers a question.
    ///
    /// @param question tells questions of an account apart; 64 hex digits
    /// @param notBefore an older run would tell old figures
    Optional<String> find(TenantId tenant, AdAccountId account, String question, Instant notBefore);

    void started(TenantId tenant, AdAccountId account, String question, String run, Instant at);

    /// Its rows were fetched, or it came to nothing.
    void ended(TenantId tenant, AdAccountId account, String question);
}
