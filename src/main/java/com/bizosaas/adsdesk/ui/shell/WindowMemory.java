package com.bizosaas.adsdesk.ui.shell;

import java.util.Optional;

/// Small things the window remembers from one start to the next: its place, the folded rail, the last tenant and account.
/// Never a name, a figure or a secret: it is read before the vault opens.
public interface WindowMemory {

    Optional<String> get(String key);

    /// Kept at once; a failure to keep it is logged and costs nothing but the memory.
    void put(String key, String value);

    /// Remembers nothing beyond this run.
    static WindowMemory none() {
        return new WindowMemory() {
            private final java.util.Map<String, String> values = new java.util.HashMap<>();

            @Override
            public Optional<String> get(String key) {
                return Optional.ofNullable(values.get(key));
            }

            @Override
            public void put(String key, String value) {
                values.put(key, value);
            }
        };
    }
}
