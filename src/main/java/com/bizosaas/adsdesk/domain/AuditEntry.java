package com.bizosaas.adsdesk.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of the audit log.
///
/// @param number rises by one with each entry
/// @param who the person at the desk, or `System`
/// @param tenantId null for what concerns no tenant, such as unlocking
/// @param tenantName the name at that time, empty without a tenant
/// @param action a stable word such as `campaign.pause`
/// @param object id of what was changed, empty where nothing was
/// @param objectName its name at that time
/// @param before JSON of the changed fields before, empty where there is none; never a secret
/// @param after JSON of the changed fields after
/// @param traceId Facebook's `fbtrace_id` of a refusal, empty otherwise
public record AuditEntry(long number, Instant at, String who, @Nullable TenantId tenantId, String tenantName,
        String action, String object, String objectName, String before, String after, Outcome outcome, String traceId,
        Source source) {

    /// How it ended.
    public enum Outcome {
        DONE, REFUSED, UNKNOWN
    }

    /// Where it came from.
    public enum Source {
        APP, META, SYSTEM
    }
}
