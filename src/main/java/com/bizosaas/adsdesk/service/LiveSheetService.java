package com.bizosaas.adsdesk.service;

import java.time.ZoneOffset;
import java.util.Objects;
import java.util.stream.Collectors;
import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.DraftSheet;
import com.bizosaas.adsdesk.draft.DraftSheet.Proposal;
import com.bizosaas.adsdesk.draft.DraftSheet.Standing;
import com.bizosaas.adsdesk.service.DraftService.NewObject;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Sheets of drafts and tables.
final class LiveSheetService implements SheetService {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final DraftContext context;
    private final DraftBooks books;
    private final DraftService drafts;
    private final Library library;

    LiveSheetService(DraftContext context, DraftBooks books, DraftService drafts, Library library) {
        this.context = context;
        this.books = books;
        this.drafts = drafts;
        this.library = library;
    }

    @Override
    public void exportDrafts(TenantId tenant, AdAccountId account, @Nullable Set<DraftKey> selected, Path file) {
        Problems.explained(() -> {
            AdAccount owner = context.account(tenant, account);
            List<Draft> mine = books.book(tenant).drafts(account).stream()
                    .filter(draft -> selected == null || selected.contains(draft.key())).toList();
            SheetFile.write(file, new SheetFile.Table("Drafts", head(tenant, owner, "as each ad set has it"),
                    DraftSheet.COLUMNS, DraftSheet.rows(owner, mine)));
            return file;
        });
    }

    @Override
    public void exportTable(Shown shown, Path file) {
        Problems.explained(() -> {
            SheetFile.write(file, new SheetFile.Table(shown.title(), head(shown), shown.columns(), shown.rows()));
            return file;
        });
    }

    private Map<String, String> head(Shown shown) {
        Map<String, String> head = new LinkedHashMap<>();
        List<Source> sources = shown.sources();
        if (sources.size() == 1) {
            Source one = sources.getFirst();
            head.put("Tenant", one.tenant().name());
            head.putAll(head(one.tenant().id(), one.account(), shown.attribution()));
        } else {
            head.put("Tenants", Long.toString(sources.stream().map(Source::tenant).distinct().count()));
            head.put("Accounts", sources.size() + ", named in each row");
            head.put("Time zone", "of each account, named in each row");
            head.put("Currency", sources.stream().map(one -> one.account().currency().code()).distinct().sorted()
                    .collect(Collectors.joining(", ")) + ", named in each row");
            head.put("Attribution", shown.attribution());
            head.put("As of", sources.stream()
                    .map(one -> library.structure(one.tenant().id(), one.account().id()).asOf())
                    .filter(Objects::nonNull).min(Instant::compareTo)
                    .map(asOf -> TIME.withZone(ZoneOffset.UTC).format(asOf) + ", the oldest of them")
                    .orElse("never read"));
        }
        head.put("Days", shown.days());
        return head;
    }

    private Map<String, String> head(TenantId tenant, AdAccount account, String attribution) {
        Instant asOf = library.structure(tenant, account.id()).asOf();
        Map<String, String> head = new LinkedHashMap<>();
        head.put("Account", account.name() + " (" + account.id() + ")");
        head.put("Time zone", account.zone().getId());
        head.put("Currency", account.currency().code());
        head.put("Attribution", attribution);
        head.put("As of", asOf == null ? "never read" : TIME.withZone(account.zone()).format(asOf));
        return head;
    }

    @Override
    public List<Proposal> read(TenantId tenant, AdAccountId account, Path file) {
        return Problems.explained(() -> {
            List<List<String>> rows = SheetFile.read(file);
            for (int i = 0; i < rows.size(); i++) {
                List<String> names = rows.get(i).stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList();
                if (names.containsAll(List.of("level", "id", "field", "proposed"))) {
                    return DraftSheet.proposals(context.projection(tenant, account), rows.get(i),
                            rows.subList(i + 1, rows.size()), i + 2);
                }
            }
            throw new DeskException(Problem.invalid("file", "The file has no row with the names of the columns",
                    "It needs the columns level, id, field and proposed, as an export has them."));
        });
    }

    @Override
    public void accept(TenantId tenant, Collection<Proposal> proposals) {
        Map<DraftKey, Map<String, String>> values = new LinkedHashMap<>();
        Map<DraftKey, Map<String, String>> created = new TreeMap<>();
        Set<DraftKey> removed = new LinkedHashSet<>();
        for (Proposal one : proposals) {
            if (one.standing() == Standing.UNREADABLE) {
                throw new DeskException(Problem.invalid(one.field(), "Line " + one.line() + " cannot be drafted",
                        one.reason() + "."));
            }
            switch (one.action()) {
                case REMOVE -> removed.add(one.key());
                case ADD -> created.computeIfAbsent(one.key(), _ -> new LinkedHashMap<>()).put(one.field(),
                        one.proposed());
                case CHANGE -> values.computeIfAbsent(one.key(), _ -> new LinkedHashMap<>()).put(one.field(),
                        one.proposed());
            }
        }
        String label = "Import of " + proposals.size() + " values";
        if (!created.isEmpty()) {
            // Keys come in the order of levels, so that parents are there before their children.
            drafts.create(tenant, created.keySet().iterator().next().account(), label, created.entrySet().stream()
                    .map(one -> new NewObject(one.getKey().object(), one.getKey().level(), one.getValue())).toList());
        }
        if (!values.isEmpty()) {
            drafts.edit(tenant, label, values);
        }
        if (!removed.isEmpty()) {
            drafts.remove(tenant, removed);
        }
    }
}
