package com.bizosaas.adsdesk.sandbox.fleet;

import com.bizosaas.adsdesk.sandbox.model.Fleet;
import com.bizosaas.adsdesk.sandbox.model.Fleet.Operator;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Three clients with three accounts each, as `small.json` describes them.
final class SmallFleet {

    static final Set<String> ALL_TASKS = Set.of("MANAGE", "ADVERTISE", "ANALYZE");
    static final Set<String> READ_ONLY = Set.of("ANALYZE");
    private static final Set<String> EDITOR = Set.of("ADVERTISE", "ANALYZE");
    private static final double DELIVERING = 0.45;
    /// The Greek account: read-only for the operator who reaches everything.
    private static final int READ_ONLY_ACCOUNT = 2;

    private SmallFleet() {
    }

    static Fleet make(long seed, Anchor anchor) {
        FleetFile file = FleetFile.read("small");
        Map<String, Voice> voices = FleetFile.voices();
        List<AccountPlan> plans = new ArrayList<>();
        for (int t = 0; t < file.tenants().size(); t++) {
            FleetFile.Tenant tenant = file.tenants().get(t);
            AccountPlan.Client client = client(seed, t, tenant);
            for (FleetFile.Account account : Objects.requireNonNull(tenant.accounts())) {
                int index = plans.size();
                plans.add(new AccountPlan(index, "act_" + Ids.opaque(Kind.AD_ACCOUNT, seed, index), account.name(),
                        client, Currency.valueOf(account.currency()), ZoneId.of(account.zone()),
                        Objects.requireNonNull(voices.get(account.voice())), account.countries(), account.campaigns(),
                        DELIVERING, 4, 4, false, -1, account.status() == null ? 1 : account.status(),
                        account.disableReason() == null ? 0 : account.disableReason(),
                        account.capUsed() == null ? 0 : account.capUsed(), false,
                        account.anomalies() == null ? List.of() : account.anomalies(),
                        Ids.opaque(Kind.PIXEL, seed, index), AccountPlan.Spring.NONE));
            }
        }
        return new GeneratedFleet("small", seed, anchor, file.agency(), operators(seed, plans), plans);
    }

    static AccountPlan.Client client(long seed, int place, FleetFile.Tenant tenant) {
        return new AccountPlan.Client(Ids.opaque(Kind.BUSINESS, seed, place + 1), tenant.name(),
                Ids.opaque(Kind.PAGE, seed, place), "17841" + Ids.opaque(Kind.USER, seed, place + 1000).substring(4),
                tenant.site(), tenant.vertical());
    }

    private static List<Operator> operators(long seed, List<AccountPlan> plans) {
        return List.of(operator(seed, 0, "Ines Moreau", plans, READ_ONLY_ACCOUNT),
                operator(seed, 1, "Tomasz Król", plans.subList(0, 3), -1),
                new Operator(Ids.opaque(Kind.USER, seed, 2), "Åsa Lindqvist",
                        Map.of(plans.get(0).id(), EDITOR, plans.get(3).id(), EDITOR, plans.get(4).id(), EDITOR)),
                new Operator(Ids.opaque(Kind.USER, seed, 3), "Νίκος Παππάς", Map.of()));
    }

    /// An operator with every task on these accounts, but for one that can only be read.
    static Operator operator(long seed, int serial, String name, List<AccountPlan> plans, int readOnly) {
        Map<String, Set<String>> tasks = new HashMap<>();
        plans.forEach(plan -> tasks.put(plan.id(), plan.index() == readOnly ? READ_ONLY : ALL_TASKS));
        return new Operator(Ids.opaque(Kind.USER, seed, serial), name, tasks);
    }
}
