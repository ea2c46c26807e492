package com.bizosaas.adsdesk.ui.common;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Holds the [Scope] for all tabs. FX thread only.
public final class ScopeModel {

    private final ReadOnlyObjectWrapper<@Nullable Scope> scope = new ReadOnlyObjectWrapper<>(this, "scope", null);

    /// Null until a tenant exists and was picked.
    public @Nullable Scope scope() {
        return scope.get();
    }

    public ReadOnlyObjectProperty<@Nullable Scope> scopeProperty() {
        return scope.getReadOnlyProperty();
    }

    public void show(@Nullable Scope changed) {
        scope.set(changed);
    }
}
