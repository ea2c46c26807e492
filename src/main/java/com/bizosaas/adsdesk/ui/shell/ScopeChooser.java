package com.bizosaas.adsdesk.ui.shell;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.DatePreset;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.ui.common.AllTenants;
import com.bizosaas.adsdesk.ui.common.Scope;
import com.bizosaas.adsdesk.ui.common.ScopeModel;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Turns the choices of tenant, account, days and comparison into the one [Scope]. Days are the account's own: the same
/// preset can be another day in Tokyo. Remembers the account per tenant. FX thread only, but for [#preferred].
final class ScopeChooser {

    private final ScopeModel model;
    private final WindowMemory memory;
    private final InstantSource clock;
    private @Nullable DatePreset preset;
    private @Nullable DateRange custom;
    private boolean compare;

    ScopeChooser(ScopeModel model, WindowMemory memory, InstantSource clock) {
        this.model = model;
        this.memory = memory;
        this.clock = clock;
        this.preset = memory.get("preset").map(ScopeChooser::preset).orElse(DatePreset.LAST_14_DAYS);
        model.onDays(this::usePreset, this::useRange);
        this.compare = memory.get("compare").map(Boolean::parseBoolean).orElse(true);
    }

    boolean compares() {
        return compare;
    }

    void show(Tenant tenant, @Nullable AdAccount account) {
        DateRange range = range(account);
        model.show(new Scope(tenant, account, preset, range, compare ? range.previous() : null));
    }

    void showNothing() {
        model.show(null);
    }

    /// Looks at all tenants at once, in the same choice of days.
    void showAll() {
        model.showAll(new AllTenants(custom == null ? preset : null, custom, compare));
    }

    /// The named range that is chosen, null for days of one's own.
    @Nullable
    DatePreset preset() {
        return custom == null ? preset : null;
    }

    void rename(Tenant renamed) {
        Scope now = model.scope();
        if (now != null) {
            show(renamed, now.account());
        }
    }

    /// Keeps the account in view as it is now stored, or takes the one last used, or the first.
    void offer(Tenant tenant, List<AdAccount> accounts) {
        AdAccount account = preferred(tenant, accounts);
        Scope now = model.scope();
        if (now == null || !now.tenant().equals(tenant) || !java.util.Objects.equals(now.account(), account)) {
            show(tenant, account);
        }
    }

    @Nullable
    AdAccount preferred(Tenant tenant, List<AdAccount> accounts) {
        String last = memory.get("account." + tenant.id()).orElse("");
        return accounts.stream().filter(each -> each.id().value().equals(last)).findFirst()
                .orElse(accounts.isEmpty() ? null : accounts.getFirst());
    }

    /// The tenant is next looked at with this account.
    void prefer(Tenant tenant, AdAccountId account) {
        memory.put("account." + tenant.id(), account.value());
    }

    void useAccount(AdAccount account) {
        Scope now = model.scope();
        if (now != null) {
            memory.put("account." + now.tenant().id(), account.id().value());
            show(now.tenant(), account);
        }
    }

    void usePreset(DatePreset chosen) {
        preset = chosen;
        custom = null;
        memory.put("preset", chosen.name());
        again();
    }

    void useRange(DateRange chosen) {
        preset = null;
        custom = chosen;
        again();
    }

    void compare(boolean on) {
        compare = on;
        memory.put("compare", Boolean.toString(on));
        again();
    }

    /// After midnight in the account's zone a preset means other days.
    void refreshDays() {
        Scope now = model.scope();
        if (now != null && !now.range().equals(range(now.account()))) {
            again();
        }
    }

    /// Today in the zone of an account, or here without one.
    LocalDate today(@Nullable AdAccount account) {
        return clock.instant().atZone(account == null ? ZoneId.systemDefault() : account.zone()).toLocalDate();
    }

    private void again() {
        Scope now = model.scope();
        if (model.all() != null) {
            showAll();
        } else if (now != null) {
            show(now.tenant(), now.account());
        }
    }

    private DateRange range(@Nullable AdAccount account) {
        if (custom != null) {
            return custom;
        }
        return (preset == null ? DatePreset.LAST_14_DAYS : preset).range(today(account));
    }

    private static DatePreset preset(String name) {
        for (DatePreset each : DatePreset.values()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return DatePreset.LAST_14_DAYS;
    }

    static String words(@Nullable DatePreset preset) {
        return preset == null ? "Custom range" : switch (preset) {
            case TODAY -> "Today so far";
            case YESTERDAY, LAST_WEEK, LAST_MONTH, THIS_WEEK, THIS_MONTH -> sentence(preset);
            case LAST_7_DAYS -> "Last 7 days";
            case LAST_14_DAYS -> "Last 14 days";
            case LAST_28_DAYS -> "Last 28 days";
            case LAST_30_DAYS -> "Last 30 days";
            case LAST_90_DAYS -> "Last 90 days";
        };
    }

    private static String sentence(DatePreset preset) {
        String words = preset.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
