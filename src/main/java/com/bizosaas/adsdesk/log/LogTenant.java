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

    /// Work for another thread that is to be logged as done for this tenant.
    public static Runnable named(@Nullable String tenant, Runnable work) {
        return () -> in(tenant, () -> {
            work.run();
            return tenant;
        });
    }

    /// The same for the tenant that is named on this thread.
    public static Runnable carried(Runnable work) {
        return named(MDC.get(KEY), work);
    }

    private static void name(@Nullable String tenant) {
        if (tenant == null) {
            MDC.remove(KEY);
        } else {
            MDC.put(KEY, tenant);
        }
    }
}
