package com.bizosaas.adsdesk.ui.shell;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Connection;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.DeskEvent;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.Subscription;
import com.bizosaas.adsdesk.ui.common.AllTenants;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Health;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.Scope;
import com.bizosaas.adsdesk.ui.common.TabId;
import com.bizosaas.adsdesk.ui.common.TenantHealth;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/// Which tenants there are, which one is looked at, and how it fares. Listens to news from [#start()] to [#stop()].
/// FX thread only.
final class ShellModel {

    /// In place of a tenant in the window's memory.
    private static final String ALL = "*";

    private final DeskContext context;
    private final DeskServices services;
    private final WindowMemory memory;
    private final RailReader reader;
    private final ScopeChooser chooser;
    private final ObservableList<TenantRow> rows = FXCollections.observableArrayList();
    private final ObservableList<AdAccount> accounts = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Tenant> tenant = new ReadOnlyObjectWrapper<>(this, "tenant", null);
    private final ObservableMap<TabId, TabBadge> badges = FXCollections.observableMap(new EnumMap<>(TabId.class));
    private @Nullable Subscription subscription;
    private boolean loading;
    private boolean loadAgain;
    private boolean loaded;
    private int generation;

    ShellModel(DeskContext context, WindowMemory memory, Formats formats) {
        this.context = context;
        this.services = context.services();
        this.memory = memory;
        this.reader = new RailReader(services, formats, context.clock());
        this.chooser = new ScopeChooser(context.scope(), memory, context.clock());
        context.scope().onTenant(this::select);
    }

    /// Tenants that need attention first, then by name.
    ObservableList<TenantRow> rows() {
        return rows;
    }

    /// Chosen accounts of the tenant that is looked at.
    ObservableList<AdAccount> accounts() {
        return accounts;
    }

    ReadOnlyObjectProperty<@Nullable Tenant> tenantProperty() {
        return tenant.getReadOnlyProperty();
    }

    ObservableMap<TabId, TabBadge> badges() {
        return badges;
    }

    ScopeChooser chooser() {
        return chooser;
    }

    /// Whether the tenants were read at least once.
    boolean isLoaded() {
        return loaded;
    }

    void start() {
        subscription = services.events().subscribe(event -> context.tasks().onFxThread(() -> onEvent(event)));
        reload();
    }

    void stop() {
        if (subscription != null) {
            subscription.end();
            subscription = null;
        }
        generation++;
    }

    /// Looks at all tenants at once; there is no one tenant then.
    void selectAll() {
        if (context.scope().all() == null) {
            generation++;
            tenant.set(null);
            memory.put("tenant", ALL);
            accounts.clear();
            badges.clear();
            chooser.showAll();
        }
    }

    ReadOnlyObjectProperty<@Nullable AllTenants> allProperty() {
        return context.scope().allProperty();
    }

    boolean showsAll() {
        return context.scope().all() != null;
    }

    /// Looks at another tenant, on the account it was last looked at with.
    void select(Tenant chosen) {
        if (!chosen.equals(tenant.get())) {
            tenant.set(chosen);
            memory.put("tenant", chosen.id().value());
            accounts.clear();
            badges.clear();
            chooser.show(chosen, null);
            readTenant();
        }
    }

    /// Looks at one account of a tenant.
    void select(Tenant chosen, AdAccountId account) {
        chooser.prefer(chosen, account);
        if (chosen.equals(tenant.get())) {
            accounts.stream().filter(each -> each.id().equals(account)).findFirst().ifPresent(chooser::useAccount);
        } else {
            select(chosen);
        }
    }

    /// The tenant above (-1) or below (+1) in the rail.
    void step(int direction) {
        Tenant now = tenant.get();
        int index = indexOf(now == null ? null : now.id());
        if (!rows.isEmpty()) {
            select(rows.get(Math.floorMod(index + direction, rows.size())).tenant());
        }
    }

    /// A minute passed: local times, "today" and sign-in ends move on.
    void tick() {
        chooser.refreshDays();
        reload();
    }

    private void onEvent(DeskEvent event) {
        Tenant now = tenant.get();
        switch (event) {
            case DeskEvent.TenantsChanged _ -> reload();
            case DeskEvent.ConnectionChanged changed -> {
                reload();
                if (now != null && changed.tenant().equals(now.id())) {
                    readTenant();
                }
            }
            case DeskEvent.DataChanged changed -> {
                reload();
                if (now != null && changed.tenant().equals(now.id())) {
                    readTenant();
                }
            }
            case DeskEvent.SyncChanged _,DeskEvent.UsageChanged _,DeskEvent.SettingsChanged _,DeskEvent.AuditChanged _,DeskEvent.PersonsChanged _,DeskEvent.BackupsChanged _,DeskEvent.JournalChanged _,DeskEvent.DraftsChanged _,DeskEvent.CommentsChanged _,DeskEvent.PublishChanged _,DeskEvent.DriftChanged _ -> {
                // others listen to these
            }
        }
    }

    /// Reads all rows; news that arrive meanwhile lead to one more reading, however many they are.
    private void reload() {
        if (loading) {
            loadAgain = true;
            return;
        }
        loading = true;
        context.tasks().call(reader::rows).onSuccess(this::showRows)
                .onError(thrown -> context.notifier().failed(Problems.of(thrown))).andFinally(() -> {
                    loading = false;
                    if (loadAgain && subscription != null) {
                        loadAgain = false;
                        reload();
                    }
                }).start();
    }

    private void showRows(List<TenantRow> fresh) {
        loaded = true;
        List<TenantRow> sorted = fresh.stream().sorted(Comparator.comparing(TenantRow::needsAttention).reversed()
                .thenComparing(row -> order(row.health()))).toList();
        if (!sorted.equals(rows)) {
            rows.setAll(sorted);
        }
        Tenant now = tenant.get();
        Optional<Tenant> same = now == null
                ? Optional.empty()
                : sorted.stream().map(TenantRow::tenant).filter(each -> each.id().equals(now.id())).findFirst();
        if (showsAll() && !sorted.isEmpty()) {
            return;
        }
        if (same.isPresent()) {
            if (!same.get().equals(now)) {
                tenant.set(same.get());
                chooser.rename(same.get());
            }
        } else if (sorted.isEmpty()) {
            tenant.set(null);
            accounts.clear();
            badges.clear();
            chooser.showNothing();
        } else {
            String last = memory.get("tenant").orElse("");
            if (last.equals(ALL)) {
                selectAll();
                return;
            }
            select(sorted.stream().map(TenantRow::tenant).filter(each -> each.id().value().equals(last)).findFirst()
                    .orElse(sorted.getFirst().tenant()));
        }
    }

    private static int order(Health health) {
        return switch (health) {
            case STOPPED -> 0;
            case WARNING -> 1;
            case UNKNOWN -> 2;
            case GOOD -> 3;
        };
    }

    private record Reading(List<AdAccount> accounts, Map<TabId, TabBadge> badges) {
    }

    private void readTenant() {
        Tenant wanted = Objects.requireNonNull(tenant.get());
        int mine = ++generation;
        context.tasks().call(() -> read(wanted)).onSuccess(reading -> {
            if (mine == generation) {
                if (!reading.accounts().equals(accounts)) {
                    accounts.setAll(reading.accounts());
                }
                badges.clear();
                badges.putAll(reading.badges());
                chooser.offer(wanted, reading.accounts());
            }
        }).onError(thrown -> context.notifier().failed(Problems.of(thrown))).start();
    }

    private Reading read(Tenant wanted) {
        TenantId id = wanted.id();
        List<AdAccount> chosen = services.connections().accounts(id);
        Map<TabId, TabBadge> found = new EnumMap<>(TabId.class);
        Connection connection = services.connections().connection(id).orElse(null);
        if (connection != null && !connection.works(context.clock())) {
            found.put(TabId.SETUP, new TabBadge("!", "The sign-in ended"));
        }
        AdAccount shown = chooser.preferred(wanted, chosen);
        if (shown != null) {
            AdStructure structure = services.campaigns().structure(id, shown.id()).value();
            int stopped = TenantHealth.stopped(structure);
            int rejected = RailReader.rejectedCreatives(structure);
            if (stopped > 0) {
                found.put(TabId.CAMPAIGNS, new TabBadge(Integer.toString(stopped), stopped + " stopped by Meta"));
            }
            if (rejected > 0) {
                found.put(TabId.CREATIVES, new TabBadge(Integer.toString(rejected), rejected + " rejected"));
            }
        }
        return new Reading(chosen, found);
    }

    private int indexOf(@Nullable TenantId id) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).tenant().id().equals(id)) {
                return i;
            }
        }
        return 0;
    }

    /// The row of a tenant, as the rail has it.
    Optional<TenantRow> row(TenantId id) {
        return rows.stream().filter(row -> row.tenant().id().equals(id)).findFirst();
    }

    @Nullable
    Scope scope() {
        return context.scope().scope();
    }
}
