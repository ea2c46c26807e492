package com.bizosaas.adsdesk.api;

import com.bizosaas.adsdesk.log.LogTenant;
import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.metrics.Breakdown;
import com.bizosaas.adsdesk.domain.metrics.BreakdownRow;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import com.bizosaas.adsdesk.service.DeskServices;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Figures: by level, over a range or in steps of it, split, and beside an earlier range. What is missing or stale is read
/// behind the answer, so that the next call finds it; `refresh=true` waits for it.
final class InsightRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(InsightRoutes.class);

    private final DeskServices desk;
    private final Reads reads;
    private final InstantSource clock;
    private final Set<Object> loading = ConcurrentHashMap.newKeySet();

    InsightRoutes(DeskServices desk, Reads reads, InstantSource clock) {
        this.desk = desk;
        this.reads = reads;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(Route.get("/insights", "Figures of ad accounts, campaigns, ad sets or ads.").ofAccounts()
                .query(InsightAsk.INPUTS).query(Reads.REFRESH).lists("Insight").by(this::insights),
                Route.post("/insights/sync", "Reads figures from Facebook and waits for it.").slow().ofAccounts()
                        .body(Param.text("level", "The level; account without it.").oneOf(InsightAsk.LEVELS),
                                Param.of("since", Param.Kind.DAY, "First day of the ad account; 30 days without it."),
                                Param.of("until", Param.Kind.DAY, "Last day."))
                        .answers("Synced").by(this::sync));
    }

    /// What was asked for and what there is.
    private record Part(AdAccount account, InsightAsk ask, List<InsightRow> rows, @Nullable Instant asOf,
            boolean stale) {
    }

    private Reply insights(Call call) {
        List<AdAccount> accounts = reads.accounts(call);
        List<InsightAsk> asks = accounts.stream().map(account -> ask(call, account)).toList();
        if (call.flag("refresh")) {
            Reads.together(accounts, account -> load(call.tenant(), account,
                    ask(call, account), true));
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < accounts.size(); i++) {
            parts.add(part(call.tenant(), accounts.get(i), asks.get(i)));
        }
        parts.stream().filter(Part::stale).forEach(part -> loadBehind(call.tenant(), part.account, part.ask));
        List<ObjectNode> rows = new ArrayList<>();
        parts.forEach(part -> part.rows.forEach(row -> rows.add(row.view(part.account, part.ask))));
        return page(call, parts, rows);
    }

    private static Reply page(Call call, List<Part> parts, List<ObjectNode> rows) {
        boolean never = parts.isEmpty() || parts.stream().anyMatch(part -> part.asOf == null);
        Instant asOf = never
                ? null
                : parts.stream().map(Part::asOf).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
        boolean stale = parts.isEmpty() || parts.stream().anyMatch(Part::stale);
        List<Numbered> numbered = new ArrayList<>();
        for (ObjectNode row : rows) {
            numbered.add(new Numbered(InsightRow.key(row), row));
        }
        return new Page<>(numbered, Numbered::key, false, asOf, stale).reply(call, Numbered::row);
    }

    private record Numbered(String key, ObjectNode row) {
    }

    private InsightAsk ask(Call call, AdAccount account) {
        return InsightAsk.of(call, today(account), () -> desk.profiles().profile(call.tenant()).counted()
                .orElse(ConversionFamily.PURCHASE));
    }

    private LocalDate today(AdAccount account) {
        return clock.instant().atZone(account.zone()).toLocalDate();
    }

    private Part part(TenantId tenant, AdAccount account, InsightAsk ask) {
        List<Stamped<?>> sources = new ArrayList<>();
        List<InsightRow> now = rows(tenant, account, ask, ask.range(), sources);
        DateRange before = ask.comparison();
        if (before != null) {
            now = InsightRow.compared(now, rows(tenant, account, ask, before, sources));
        }
        InsightNames names = new InsightNames(desk.campaigns().structure(tenant, account.id()).value());
        List<InsightRow> named = now.stream()
                .filter(row -> ask.objects().isEmpty() || ask.objects().contains(row.objectId()))
                .map(row -> row.named(names)).toList();
        boolean never = sources.stream().anyMatch(source -> source.asOf() == null);
        Instant asOf = never
                ? null
                : sources.stream().map(Stamped::asOf).filter(Objects::nonNull).min(Comparator.naturalOrder())
                        .orElse(null);
        return new Part(account, ask, named, asOf, sources.stream().anyMatch(Stamped::stale));
    }

    private List<InsightRow> rows(TenantId tenant, AdAccount account, InsightAsk ask, DateRange range,
            Collection<Stamped<?>> sources) {
        Breakdown breakdown = ask.breakdown();
        if (breakdown != null) {
            Stamped<List<BreakdownRow>> stored = desk.insights().breakdown(tenant, account.id(), range, breakdown);
            sources.add(stored);
            return InsightRow.ofBreakdown(account, range, stored.value());
        }
        if (ask.whole() && (ask.level() == Level.ACCOUNT || ask.level() == Level.CAMPAIGN)) {
            var stored = desk.insights().range(tenant, account.id(), ask.level(), range);
            if (stored.everRead()) {
                sources.add(stored);
                return InsightRow.ofRange(account, stored.value());
            }
        }
        var stored = desk.insights().daily(tenant, account.id(), ask.level(), range);
        sources.add(stored);
        return InsightRow.ofDays(account, ask, range, stored.value());
    }

    private void load(TenantId tenant, AdAccount account, InsightAsk ask, boolean force) {
        Set<DateRange> ranges = new LinkedHashSet<>(List.of(ask.range()));
        DateRange before = ask.comparison();
        if (before != null) {
            ranges.add(before);
        }
        Breakdown breakdown = ask.breakdown();
        for (DateRange range : ranges) {
            if (breakdown != null) {
                desk.insights().load(tenant, account.id(), range, breakdown, force);
            } else {
                desk.insights().load(tenant, account.id(), ask.level(), range, force);
            }
        }
    }

    /// Reads what a caller found stale, once however many find it so.
    private void loadBehind(TenantId tenant, AdAccount account, InsightAsk ask) {
        Object what = List.of(tenant, account.id(), ask.level(), ask.range(), String.valueOf(ask.comparison()),
                String.valueOf(ask.breakdown()));
        if (desk.connections().connection(tenant).filter(found -> found.broken() == null).isEmpty()
                || !loading.add(what)) {
            return;
        }
        Thread.ofVirtual().name("api-insights").start(LogTenant.named(tenant.value(), () -> {
            try {
                load(tenant, account, ask, false);
            } catch (RuntimeException e) {
                LOG.info("Figures of {} could not be read behind an answer: {}", account.id(), e.getMessage());
            } finally {
                loading.remove(what);
            }
        }));
    }

    private Reply sync(Call call) {
        List<AdAccount> accounts = reads.accounts(call);
        Reads.together(accounts, account -> load(call.tenant(), account, ask(call, account), true));
        ArrayNode read = Json.array();
        for (AdAccount account : accounts) {
            InsightAsk ask = ask(call, account);
            Instant asOf = desk.insights().daily(call.tenant(), account.id(), ask.level(), ask.range()).asOf();
            read.add(Json.object().put("account_id", account.id().number()).put("topic", "insights").put("as_of",
                    Shapes.timeOrNull(asOf)));
        }
        ObjectNode body = Json.object().put("status", "done");
        body.set("read", read);
        return Reply.json(body);
    }

}
