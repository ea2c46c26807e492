package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.AuditTrail.Deed;
import com.bizosaas.adsdesk.store.TenantStore;
import java.text.Collator;
import java.text.Normalizer;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Makes, renames and deletes tenants; every step is audited.
final class LiveTenantService implements TenantService {

    private static final int SLUG_LENGTH = 40;
    private static final int NAME_LENGTH = 120;

    private final TenantStore store;
    private final AuditTrail audit;
    private final Consumer<TenantId> disconnect;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final DeskEvents events;

    /// @param disconnect signs the tenant out before it is deleted
    LiveTenantService(TenantStore store, AuditTrail audit, Consumer<TenantId> disconnect, InstantSource clock,
            RandomGenerator random, DeskEvents events) {
        this.store = store;
        this.audit = audit;
        this.disconnect = disconnect;
        this.clock = clock;
        this.random = random;
        this.events = events;
    }

    @Override
    public List<Tenant> tenants() {
        Collator collator = Collator.getInstance(Locale.getDefault());
        return Problems.explained(store::list).stream()
                .sorted(Comparator.comparing(Tenant::name, collator).thenComparing(Tenant::id)).toList();
    }

    @Override
    public Tenant create(String name) {
        return create(id(name), name);
    }

    @Override
    public Tenant create(TenantId id, String name) {
        return Problems.explained(() -> {
            if (store.find(id).isPresent()) {
                throw new DeskException(Problem.invalid("tenantId", "There is a client of this id already",
                        "Choose another id, or use the client that is there."));
            }
            checkName(name, id);
            Tenant tenant = new Tenant(id, name, leastUsedColour(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS));
            store.create(tenant);
            audit.done(new Deed(id, "tenant.create", id.value(), tenant.name(), "",
                    Json.of(Map.of("name", tenant.name()))));
            events.publish(new DeskEvent.TenantsChanged());
            return tenant;
        });
    }

    @Override
    public Tenant update(Tenant changed) {
        return Problems.explained(() -> {
            Tenant before = store.find(changed.id()).orElseThrow(LiveTenantService::gone);
            checkName(changed.name(), changed.id());
            store.update(changed);
            audit.done(new Deed(changed.id(), "tenant.update", changed.id().value(), changed.name(), values(before),
                    values(changed)));
            events.publish(new DeskEvent.TenantsChanged());
            return changed;
        });
    }

    @Override
    public void delete(TenantId tenant) {
        Problems.explained(() -> {
            Tenant before = store.find(tenant).orElseThrow(LiveTenantService::gone);
            disconnect.accept(tenant);
            audit.done(new Deed(tenant, "tenant.delete", tenant.value(), before.name(), values(before), ""));
            store.delete(tenant);
            events.publish(new DeskEvent.TenantsChanged());
            return before;
        });
    }

    private void checkName(String name, TenantId except) {
        if (name.isBlank() || name.strip().length() > NAME_LENGTH) {
            throw new DeskException(
                    Problem.invalid("name", "A client's name has 1 to 120 characters", "Type a name."));
        }
        if (store.nameTaken(name, except)) {
            throw new DeskException(Problem.invalid("name", "There is a client of this name already",
                    "Choose a name that tells the two apart."));
        }
    }

    /// Readable in file names and logs, and never used twice: data keys and audit lines hang on it.
    private TenantId id(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String slug = plain.length() > SLUG_LENGTH ? plain.substring(0, SLUG_LENGTH) : plain;
        String suffix = String.format(Locale.ROOT, "%06x", random.nextInt(1 << 24));
        return new TenantId((slug.isEmpty() ? "client" : slug) + "-" + suffix);
    }

    private int leastUsedColour() {
        int[] used = new int[Tenant.COLOURS];
        store.list().forEach(tenant -> used[tenant.colour()]++);
        int least = Arrays.stream(used).min().orElse(0);
        for (int colour = 0; colour < used.length; colour++) {
            if (used[colour] == least) {
                return colour;
            }
        }
        return 0;
    }

    private static String values(Tenant tenant) {
        return Json.of(Map.of("name", tenant.name(), "colour", tenant.colour()));
    }

    private static DeskException gone() {
        return new DeskException(Problem.of(Problem.Kind.REFUSED, "This client is not here any more",
                "It was deleted. Choose another one."));
    }
}
