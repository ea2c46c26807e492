package com.bizosaas.adsdesk.ui.common;

import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.DatePreset;
import com.bizosaas.adsdesk.domain.Tenant;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Holds the [Scope] for all tabs, or that all tenants are looked at; never both. FX thread only.
public final class ScopeModel {

    private final ReadOnlyObjectWrapper<@Nullable Scope> scope = new ReadOnlyObjectWrapper<>(this, "scope", null);
    private final ReadOnlyObjectWrapper<@Nullable AllTenants> all = new ReadOnlyObjectWrapper<>(this, "all", null);

    private Consumer<Tenant> tenants = _ -> {
    };
    private Consumer<DatePreset> days = _ -> {
    };
    private Consumer<DateRange> customDays = _ -> {
    };

    /// Null until a tenant exists and was picked, and while all tenants are looked at.
    public @Nullable Scope scope() {
        return scope.get();
    }

    public ReadOnlyObjectProperty<@Nullable Scope> scopeProperty() {
        return scope.getReadOnlyProperty();
    }

    /// Null unless all tenants are looked at.
    public @Nullable AllTenants all() {
        return all.get();
    }

    public ReadOnlyObjectProperty<@Nullable AllTenants> allProperty() {
        return all.getReadOnlyProperty();
    }

    /// Asks whoever chooses the days for a named range, as a saved view does.
    public void askForDays(DatePreset preset) {
        days.accept(preset);
    }

    /// The same for days of one's own.
    public void askForDays(DateRange chosen) {
        customDays.accept(chosen);
    }

    /// @param chooser turns a named range into scopes
    ///
    /// @param custom turns days of one's own into scopes
    public void onDays(Consumer<DatePreset> chooser, Consumer<DateRange> custom) {
        days = chooser;
        customDays = custom;
    }

    /// Asks whoever chooses the tenant for one.
    public void askForTenant(Tenant tenant) {
        tenants.accept(tenant);
    }

    public void onTenant(Consumer<Tenant> chooser) {
        tenants = chooser;
    }

    public void show(@Nullable Scope changed) {
        scope.set(changed);
        all.set(null);
    }

    /// Looks at all tenants; there is no single scope any more.
    public void showAll(AllTenants days) {
        all.set(days);
        scope.set(null);
    }
}
