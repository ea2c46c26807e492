package com.bizosaas.adsdesk.ui.shell;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Connection;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.TenantHealth;
import com.bizosaas.adsdesk.ui.common.Health;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads from the store what the rail says of a tenant. Blocks; never on the FX thread.
final class RailReader {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final DeskServices services;
    private final Formats formats;
    private final InstantSource clock;

    RailReader(DeskServices services, Formats formats, InstantSource clock) {
        this.services = services;
        this.formats = formats;
        this.clock = clock;
    }

    List<TenantRow> rows() {
        List<TenantRow> rows = new ArrayList<>();
        for (Tenant tenant : services.tenants().tenants()) {
            rows.add(row(tenant));
        }
        return rows;
    }

    TenantRow row(Tenant tenant) {
        Connection connection = services.connections().connection(tenant.id()).orElse(null);
        List<AdAccount> accounts = services.connections().accounts(tenant.id());
        int stopped = 0;
        for (AdAccount account : accounts) {
            stopped += TenantHealth.stopped(services.campaigns().structure(tenant.id(), account.id()).value());
        }
        TenantHealth health = TenantHealth.of(connection, accounts, stopped, clock);
        return new TenantRow(tenant, health.health(), detail(tenant, connection, accounts, health), health.alerts());
    }

    /// Creatives whose ads were rejected.
    static int rejectedCreatives(AdStructure structure) {
        return (int) structure.ads().stream().filter(ad -> ad.effectiveStatus().equals(EffectiveStatus.DISAPPROVED))
                .map(ad -> ad.creativeId() == null ? ad.id() : ad.creativeId()).distinct().count();
    }

    private String detail(Tenant tenant, @Nullable Connection connection, List<AdAccount> accounts,
            TenantHealth health) {
        if (connection == null) {
            return "Not connected yet";
        }
        if (health.health() == Health.STOPPED && !connection.works(clock)) {
            return "No data · reconnect";
        }
        if (accounts.isEmpty()) {
            return "No accounts chosen";
        }
        String time = localTime(accounts.getFirst().zone());
        String spent = spentToday(tenant, accounts);
        return spent.isEmpty() ? time : spent + " · " + time;
    }

    String localTime(ZoneId zone) {
        return TIME.format(clock.instant().atZone(zone));
    }

    /// Sums per currency, since currencies do not add up; empty while nothing of today was read.
    private String spentToday(Tenant tenant, List<AdAccount> accounts) {
        Map<com.bizosaas.adsdesk.domain.AdCurrency, Money> sums = new LinkedHashMap<>();
        for (AdAccount account : accounts) {
            LocalDate today = clock.instant().atZone(account.zone()).toLocalDate();
            Stamped<List<DailyFact>> facts = services.insights().daily(tenant.id(), account.id(), Level.ACCOUNT,
                    new DateRange(today, today));
            if (facts.everRead()) {
                BigDecimal spend = facts.value().stream().map(fact -> fact.facts().spend()).reduce(BigDecimal.ZERO,
                        BigDecimal::add);
                sums.merge(account.currency(), new Money(spend, account.currency()), Money::plus);
            }
        }
        return sums.values().stream().limit(2).map(formats::money).reduce((a, b) -> a + " + " + b).orElse("");
    }
}
