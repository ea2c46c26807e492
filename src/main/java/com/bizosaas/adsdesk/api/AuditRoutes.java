package com.bizosaas.adsdesk.api;

import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.journal.WriteEntry;
import com.bizosaas.adsdesk.service.AuditService;
import com.bizosaas.adsdesk.service.BackupService;
import com.bizosaas.adsdesk.service.DeskServices;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// What was done: the audit log, the journal of writes; and copies of both.
final class AuditRoutes {

    private static final int LATEST = 5000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,120}");
    private static final Param TENANT = Param.of("tenant_id", Param.Kind.TENANT, "Only what concerns this client.");

    private final DeskServices desk;
    private final InstantSource clock;

    AuditRoutes(DeskServices desk, InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
    }

    List<Route> routes() {
        Param name = Param.text("name", "A backup's name, as GET /backups has it.").needed();
        return List.of(
                Route.get("/audit", "The audit log, newest first; the latest " + LATEST + " lines.").ofAnyTenant()
                        .query(TENANT, Param.text("text", "Only lines with this in person, action or object."),
                                Param.text("action", "Only this action, as the log writes it."))
                        .lists("AuditEntry").by(this::audit),
                Route.get("/audit/verify", "Checks every link of the audit log's chain.").ofAnyTenant().query(TENANT)
                        .answers("AuditVerification").by(_ -> verify()),
                Route.get("/journal", "Writes to Facebook and how they ended, newest first.")
                        .query(Param.text("state", "Only those that stand so.").oneOf("PLANNED", "SENDING",
                                "CONFIRMED", "REJECTED", "UNKNOWN", "FOUND", "ABSENT"))
                        .lists("Write").by(this::journal),
                Route.post("/journal/look", "Looks at Facebook for writes whose answer was lost.").publishes()
                        .answers("Unknown").by(this::look),
                Route.get("/backups", "Copies of the control store in the data folder, newest first.").ofTheDesk()
                        .lists("Backup").by(this::backups),
                Route.post("/backups", "Makes a copy of the control store and verifies it.").publishes().ofTheDesk()
                        .answers(201, "Backup").by(_ -> Reply.json(201, view(desk.backups().create(null)))),
                Route.post("/backups/verify", "Opens a copy again and compares every row.").publishes().ofTheDesk()
                        .body(name).answers("Backup").by(this::verifyBackup));
    }

    private Reply audit(Call call) {
        @Nullable
        TenantId tenant = call.find("tenant_id", TenantId.class).orElse(null);
        List<AuditEntry> entries = desk.audit()
                .entries(new AuditService.Filter(tenant, call.findText("text").orElse(""),
                        call.findText("action").orElse(""), null), LATEST);
        return new Page<>(entries, entry -> Page.padded(Long.toString(entry.number())), true, clock.instant(), false)
                .reply(call, AuditRoutes::view);
    }

    private Reply verify() {
        AuditService.Verification result = desk.audit().verify();
        ObjectNode body = Json.object().put("whole", result.whole()).put("checked", result.checked());
        return Reply.json(body.put("broken_at", result.whole() ? null : Long.valueOf(result.brokenAt())).put("reason",
                result.whole() ? null : result.reason()));
    }

    private static ObjectNode view(AuditEntry entry) {
        TenantId tenant = entry.tenantId();
        ObjectNode view = Json.object().put("number", entry.number()).put("at", Shapes.time(entry.at()))
                .put("who", entry.who()).put("tenant_id", tenant == null ? null : tenant.value())
                .put("tenant_name", entry.tenantName()).put("action", entry.action())
                .put("object_id", entry.object()).put("object_name", entry.objectName());
        view.set("before", tree(entry.before()));
        view.set("after", tree(entry.after()));
        return view.put("outcome", entry.outcome().name()).put("source", entry.source().name()).put("fbtrace_id",
                entry.traceId());
    }

    private static JsonNode tree(String text) {
        if (text.isBlank()) {
            return NullNode.getInstance();
        }
        try {
            return Json.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            return Json.object().put("text", text);
        }
    }

    private Reply journal(Call call) {
        String state = call.findText("state").orElse("");
        List<WriteEntry> writes = desk.journal().writes(call.tenant(), LATEST).stream()
                .filter(entry -> state.isEmpty() || entry.state().name().equals(state)).toList();
        return new Page<>(writes, entry -> Shapes.time(entry.plannedAt()) + " " + entry.id(), true, clock.instant(),
                false).reply(call, AuditRoutes::view);
    }

    private Reply look(Call call) {
        ObjectNode body = Json.object();
        ArrayNode left = Json.array();
        desk.journal().look(call.tenant()).forEach(entry -> left.add(view(entry)));
        body.set("still_unknown", left);
        return Reply.json(body);
    }

    private static ObjectNode view(WriteEntry entry) {
        ObjectNode view = Json.object().put("id", entry.id()).put("batch", entry.batch()).put("place", entry.place())
                .put("state", entry.state().name()).put("action", entry.write().action())
                .put("account_id", entry.write().account().number())
                .put("object_id", entry.write().object() == null ? null : entry.write().object().value())
                .put("object_name", entry.write().objectName()).put("who", entry.who());
        view.set("before", values(entry.write().valuesBefore()));
        view.set("requested", values(entry.write().requested()));
        return view.put("planned_at", Shapes.time(entry.plannedAt()))
                .put("sent_at", Shapes.timeOrNull(entry.sentAt()))
                .put("settled_at", Shapes.timeOrNull(entry.settledAt())).put("fbtrace_id", entry.traceId())
                .put("reason", entry.reason());
    }

    private static ObjectNode values(Map<String, String> values) {
        ObjectNode node = Json.object();
        values.forEach(node::put);
        return node;
    }

    private Reply backups(Call call) {
        return new Page<>(desk.backups().list(), backup -> Shapes.time(backup.createdAt()) + backup.name(), true,
                clock.instant(), false).reply(call, AuditRoutes::view);
    }

    private Reply verifyBackup(Call call) {
        String name = call.text("name");
        Path file = Path.of(desk.settings().dataFolder()).resolve("backups").resolve(name);
        if (!NAME.matcher(name).matches() || !Files.isRegularFile(file)) {
            throw new ApiProblem(404, "not-found", "There is no such backup", "GET /backups lists them.", "name");
        }
        return Reply.json(view(desk.backups().verify(file)));
    }

    private static ObjectNode view(BackupService.Backup backup) {
        return Json.object().put("name", backup.name()).put("file", backup.file().toString())
                .put("created_at", Shapes.time(backup.createdAt())).put("reason", backup.reason().name())
                .put("bytes", backup.bytes()).put("schema", backup.schema())
                .put("audit_entries", backup.auditEntries());
    }
}
