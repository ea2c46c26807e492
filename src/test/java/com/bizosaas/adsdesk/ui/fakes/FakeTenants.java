package com.bizosaas.adsdesk.ui.fakes;

import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.DeskException;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.TenantService;
import java.util.ArrayList;
import java.util.List;

public final class FakeTenants implements TenantService {

    public final List<Tenant> list = new ArrayList<>(List.of(Samples.NORDLYS));

    @Override
    public List<Tenant> tenants() {
        return List.copyOf(list);
    }

    @Override
    public Tenant create(String name) {
        if (name.isBlank() || list.stream().anyMatch(tenant -> tenant.name().equalsIgnoreCase(name.strip()))) {
            throw new DeskException(
                    Problem.invalid("name", "There is a tenant of that name already", "Choose another."));
        }
        return create(new TenantId("t" + (list.size() + 1)), name);
    }

    @Override
    public Tenant create(TenantId id, String name) {
        Tenant made = new Tenant(id, name, list.size() % Tenant.COLOURS, Samples.NOW);
        list.add(made);
        return made;
    }

    @Override
    public Tenant update(Tenant changed) {
        list.replaceAll(tenant -> tenant.id().equals(changed.id()) ? changed : tenant);
        return changed;
    }

    @Override
    public void delete(TenantId tenant) {
        list.removeIf(each -> each.id().equals(tenant));
    }
}
