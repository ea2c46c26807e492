package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Creative;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.Draft.Action;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.DraftSheet;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.ObjectSheet;
import com.bizosaas.adsdesk.draft.Proposal;
import com.bizosaas.adsdesk.draft.SheetImport;
import com.bizosaas.adsdesk.draft.SheetImport.Sheet;
import com.bizosaas.adsdesk.draft.SheetRefused;
import com.bizosaas.adsdesk.service.DraftService.NewObject;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
            if (mine.isEmpty()) {
                throw new DeskException(Problem.invalid("file", "Nothing is pending in " + owner.name(),
                        "There is nothing to export. Edit something first."));
            }
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
        head.put("Tenant", context.name(tenant));
        head.put("Account", account.name() + " (" + account.id() + ")");
        head.put("Time zone", account.zone().getId());
        head.put("Currency", account.currency().code());
        head.put("Attribution", attribution);
        head.put("As of", asOf == null ? "never read" : TIME.withZone(account.zone()).format(asOf));
        return head;
    }

    @Override
    public void exportEmpty(TenantId tenant, AdAccountId account, Path file) {
        Problems.explained(() -> {
            SheetFile.write(file, new SheetFile.Table("New objects",
                    head(tenant, context.account(tenant, account), "as each row has it"), ObjectSheet.COLUMNS,
                    List.of()));
            return file;
        });
    }

    @Override
    public Sheet read(TenantId tenant, AdAccountId account, Path file) {
        return Problems.explained(() -> read(tenant, account, SheetFile.read(file)));
    }

    @Override
    public Sheet readCells(TenantId tenant, AdAccountId account, String cells) {
        return Problems.explained(() -> read(tenant, account, SheetFile.read(cells)));
    }

    private Sheet read(TenantId tenant, AdAccountId account, List<List<String>> rows) {
        for (DraftKey key : SheetImport.unread(context.projection(tenant, account), rows)) {
            try {
                drafts.read(tenant, key);
            } catch (DeskException offline) {
                // The row says itself that it is not known.
                break;
            }
        }
        Stamped<List<Creative>> creatives = library.creatives(tenant, account);
        Map<String, String> names = creatives.value().stream()
                .collect(Collectors.toMap(one -> one.id().value(), Creative::name, (one, _) -> one));
        try {
            return SheetImport.read(new SheetImport.Desk(context.projection(tenant, account), context.name(tenant),
                    context.rules(tenant), creatives.everRead() ? names : null, context.now()), rows);
        } catch (SheetRefused e) {
            throw new DeskException(Problem.invalid("file", String.valueOf(e.getMessage()), e.remedy()), e);
        }
    }

    @Override
    public void accept(TenantId tenant, Collection<Proposal> proposals) {
        Map<DraftKey, Map<String, String>> values = new LinkedHashMap<>();
        List<Proposal> created = new ArrayList<>();
        Set<DraftKey> removed = new LinkedHashSet<>();
        for (Proposal one : proposals) {
            if (!one.acceptable()) {
                throw new DeskException(Problem.invalid(one.field(), "Line " + one.line() + " cannot be drafted",
                        one.reason() + "."));
            }
            switch (one.action()) {
                case REMOVE -> removed.add(one.key());
                case ADD -> created.add(one);
                case CHANGE -> values.computeIfAbsent(one.key(), _ -> new LinkedHashMap<>()).put(one.field(),
                        one.proposed());
            }
        }
        String label = "Import of " + proposals.size() + (proposals.size() == 1 ? " row" : " rows");
        if (!created.isEmpty()) {
            create(tenant, label, created);
        }
        if (!values.isEmpty()) {
            drafts.edit(tenant, label, values);
        }
        if (!removed.isEmpty()) {
            drafts.remove(tenant, removed);
        }
    }

    private void create(TenantId tenant, String label, List<Proposal> proposals) {
        Set<List<String>> drafted = books.book(tenant).drafts().stream().filter(draft -> draft.action() == Action.ADD)
                .map(draft -> place(draft.key(), draft.name(), draft.key().level() == Level.AD
                        ? draft.mine(Fields.AD_SET)
                        : draft.mine(Fields.CAMPAIGN)))
                .collect(Collectors.toSet());
        Set<String> given = new HashSet<>();
        List<NewObject> objects = new ArrayList<>();
        // Parents are there before their children.
        proposals.stream().sorted(Comparator.comparing(Proposal::key)).forEach(one -> {
            Map<String, String> values = Objects.requireNonNull(one.fresh(), "a new object has values").values();
            String parent = values.getOrDefault(Fields.AD_SET, values.getOrDefault(Fields.CAMPAIGN, ""));
            if (drafted.contains(place(one.key(), one.name(), parent))) {
                throw new DeskException(Problem.invalid("name", "“" + one.name() + "” of line " + one.line()
                        + " was drafted meanwhile", "Read the sheet again: it tells what is drafted already."));
            }
            boolean there = !DraftKey.isNew(parent) || given.contains(parent)
                    || books.book(tenant).find(new DraftKey(one.key().account(),
                            one.key().level() == Level.AD ? Level.AD_SET : Level.CAMPAIGN, parent)).isPresent();
            if (!parent.isEmpty() && !there) {
                throw new DeskException(Problem.invalid("name", "“" + one.name() + "” of line " + one.line()
                        + " belongs to a new object that is left out", "Accept both, or neither."));
            }
            given.add(one.key().object());
            objects.add(new NewObject(one.key().object(), one.key().level(), values));
        });
        drafts.create(tenant, proposals.getFirst().key().account(), label, objects);
    }

    private static List<String> place(DraftKey key, String name, @Nullable String parent) {
        return List.of(key.account().value(), key.level().name(), name, Objects.requireNonNullElse(parent, ""));
    }
}
