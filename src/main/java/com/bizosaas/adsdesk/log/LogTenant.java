package com.bizosaas.adsdesk.log;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// Names the tenant for whom something is done in every line that is logged meanwhile on this thread (robustness
/// "Isolation", rule 1). Lines without one are the desk's own.
public final class LogTenant {

    /// As the log's pattern knows it.
    public static final String KEY = "tenant";

    private LogTenant() {
    }

    /// @param tenant null for what concerns no tenant; what was named around it is named again afterwards
    public static <T extends @Nullable Object> T in(@Nullable String tenant, Supplier<T> work) {
        String before = MDC.get(KEY);
        name(tenant);
        try {
            return work.get();
        } finally {
            name(before);
        }
    }

    private static void name(@Nullable String tenant) {
        if (tenant == null) {
            MDC.remove(KEY);
        } else {
            MDC.put(KEY, tenant);
        }
    }
}
