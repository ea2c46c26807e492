package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Person;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.AuditTrail.Deed;
import com.bizosaas.adsdesk.store.DeskStore;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Supplier;

/// The first write of each person to each client on a day of this computer. The window asks before it whether this is the
/// client that is meant. What comes through a key of the local API is not asked: whoever gave a program the key meant it,
/// and nobody sits before it. Both stand in the audit log. Thread-safe.
final class FirstWrites {

    private final DeskStore store;
    private final Supplier<Person> who;
    private final AuditTrail audit;
    private final InstantSource clock;

    FirstWrites(DeskStore store, Supplier<Person> who, AuditTrail audit, InstantSource clock) {
        this.store = store;
        this.who = who;
        this.audit = audit;
        this.clock = clock;
    }

    boolean isFirst(TenantId tenant) {
        return !store.profiles().confirmed(tenant, key(), today());
    }

    /// The person was asked and said yes.
    void confirm(TenantId tenant) {
        record(tenant, true);
    }

    /// A write is about to be made; notes that it is the first, unless the person was asked already.
    void note(TenantId tenant) {
        if (isFirst(tenant)) {
            record(tenant, false);
        }
    }

    private void record(TenantId tenant, boolean asked) {
        String name = store.tenants().find(tenant).map(Tenant::name).orElse("");
        store.profiles().confirm(tenant, key(), today());
        audit.done(new Deed(tenant, "tenant.first-write", tenant.value(), name, "", Json.of(Map.of("asked", asked))));
    }

    /// A person at the window and the same one's programs are asked apart.
    private String key() {
        return who.get().id() + (Through.isOpen() ? " api" : "");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
    }
}
