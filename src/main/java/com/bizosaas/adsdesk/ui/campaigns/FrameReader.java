package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.service.ConnectionService;
import com.bizosaas.adsdesk.service.PersonService;
import com.bizosaas.adsdesk.service.TenantService;
import com.bizosaas.adsdesk.ui.common.AllTenants;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Finds the accounts of all tenants, each with its own days. Blocks; never on the FX thread.
final class FrameReader {

    private final TenantService tenants;
    private final ConnectionService connections;
    private final PersonService persons;
    private final InstantSource clock;

    FrameReader(TenantService tenants, ConnectionService connections, PersonService persons, InstantSource clock) {
        this.tenants = tenants;
        this.connections = connections;
        this.persons = persons;
        this.clock = clock;
    }

    List<Frame> frames(AllTenants all) {
        List<Frame> frames = new ArrayList<>();
        for (Tenant tenant : tenants.tenants()) {
            for (AdAccount account : connections.accounts(tenant.id())) {
                LocalDate today = clock.instant().atZone(account.zone()).toLocalDate();
                frames.add(new Frame(tenant, account, all.range(today), all.comparison(today),
                        persons.current().role()));
            }
        }
        return frames;
    }
}
