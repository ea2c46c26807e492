package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.domain.AuditEntry.Outcome;
import com.bizosaas.adsdesk.domain.AuditEntry.Source;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.Samples;

/// A morning in the audit log.
final class LogSample {

    private LogSample() {
    }

    static void fill(FakeServices desk) {
        desk.tenants.list.add(Samples.SUGARLOAF);
        add(desk, null, "settings.save", "", "{\"lifetime.CAMPAIGNS\":\"PT5M\"}", "{\"lifetime.CAMPAIGNS\":\"PT10M\"}",
                Outcome.DONE, "", Source.APP);
        add(desk, Samples.NORDLYS, "connection.sign-in", "Maja Lindqvist", "", "", Outcome.DONE, "", Source.APP);
        add(desk, Samples.NORDLYS, "campaign.pause", "Spring Layers — Prospecting EU", "{\"status\":\"ACTIVE\"}",
                "{\"status\":\"PAUSED\"}", Outcome.REFUSED, "AbC9", Source.APP);
        add(desk, Samples.SUGARLOAF, "connection.broken", "", "", "{\"reason\":\"PASSWORD_CHANGED\"}", Outcome.DONE,
                "", Source.META);
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
