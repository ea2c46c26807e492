package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.TenantId;
import java.time.Instant;
import java.util.List;

/// Where it outlives the program which fields Facebook has taken away, so that a restart does not send what was refused.
///
/// Called from the threads that call Facebook. It may block, and throws nothing.
public interface FieldMemory {

    /// Forgets at once.
    FieldMemory NONE = new FieldMemory() {

        @Override
        public List<Kept> load() {
            return List.of();
        }

        @Override
        public void save(TenantId tenant, Kept kept) {
            // Nothing outlives the program.
        }
    };

    /// What was kept, whichever tenant found out: the fields are the same for all.
    List<Kept> load();

    /// @param tenant whose call was refused
    void save(TenantId tenant, Kept kept);

    /// A field that is gone.
    ///
    /// @param version of the API that refused it
    /// @param of the edge that lists such objects, or what was asked of a single one
    /// @param at when it was refused
    record Kept(String version, String of, String field, Instant at) {
    }
}
