package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.domain.AuditEntry.Outcome;
import com.bizosaas.adsdesk.domain.AuditEntry.Source;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.service.SyncService.Request;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A morning in the audit log.
public final class LogSample {

    private LogSample() {
    }

    public static void fill(FakeServices desk) {
        desk.tenants.list.add(Samples.SUGARLOAF);
        add(desk, null, "settings.save", "", "{\"lifetime.CAMPAIGNS\":\"PT5M\"}", "{\"lifetime.CAMPAIGNS\":\"PT10M\"}",
                Outcome.DONE, "", Source.APP);
        add(desk, Samples.NORDLYS, "connection.sign-in", "Maja Lindqvist", "", "", Outcome.DONE, "", Source.APP);
        add(desk, Samples.NORDLYS, "campaign.pause", "Spring Layers — Prospecting EU", "{\"status\":\"ACTIVE\"}",
                "{\"status\":\"PAUSED\"}", Outcome.REFUSED, "AbC9", Source.APP);
        add(desk, Samples.SUGARLOAF, "connection.broken", "", "", "{\"reason\":\"PASSWORD_CHANGED\"}", Outcome.DONE,
                "", Source.META);
    }

    /// The requests of a morning, one of them held back by a limit.
    static List<Request> requests() {
        AdAccountId account = Samples.WEBSHOP.id();
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            boolean limit = i == 3;
            requests.add(new Request(Samples.NOW.minusSeconds(7L * i), i % 4 == 0 ? "POST" : "GET",
                    i % 2 == 0 ? "/act_1/campaigns" : "/" + account.value() + "/insights", account, i % 4 == 0 ? 3 : 1,
                    Duration.ofMillis(180 + i * 37), limit ? "limit" : "ok", limit ? 80004 : 0));
        }
        return requests;
    }

    private static void add(FakeServices desk, Tenant tenant, String action, String name, String before, String after,
            Outcome outcome, String trace, Source source) {
        int number = desk.audit.entries.size() + 1;
        desk.audit.entries.add(new AuditEntry(number, Samples.NOW.minusSeconds(3600L * (20 - number * 4L)),
                source == Source.META ? "System" : "Ines Moreau", tenant == null ? null : tenant.id(),
                tenant == null ? "" : tenant.name(), action, name.isEmpty() ? "" : "2385" + number, name, before,
                after, outcome, trace, source));
    }
}
