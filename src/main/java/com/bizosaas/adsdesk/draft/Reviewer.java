package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.Draft.Action;
import com.bizosaas.adsdesk.draft.Finding.Severity;
import com.bizosaas.adsdesk.draft.Review.AccountPart;
import com.bizosaas.adsdesk.draft.Review.Impact;
import com.bizosaas.adsdesk.draft.Review.Item;
import com.bizosaas.adsdesk.draft.Review.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Works out the review of one tenant's drafts.
public final class Reviewer {

    /// Facebook's allowance for a single day (graph-api chapter 04; product features, row 39).
    private static final BigDecimal ONE_DAY = new BigDecimal("1.75");

    /// One account with all its drafts.
    ///
    /// @param projection with every draft of the account
    /// @param past as in [Checks]
    /// @param remote what `validate_only` said, by object
    /// @param spent in the account's month so far, null where it is not known
    public record Source(Projection projection, Past past, Map<DraftKey, Finding> remote, @Nullable Money spent) {
    }

    private final TenantId tenant;
    private final Rules rules;
    private final Instant now;

    public Reviewer(TenantId tenant, Rules rules, Instant now) {
        this.tenant = tenant;
        this.rules = rules;
        this.now = now;
    }

    /// @param selected which drafts are to be published
    public Review review(List<Source> sources, Predicate<DraftKey> selected) {
        List<AccountPart> parts = new ArrayList<>();
        Map<String, Sum> sums = new TreeMap<>();
        int writes = 0;
        for (Source source : sources) {
            AccountPart part = part(source, selected);
            parts.add(part);
            writes += (int) part.items().stream().filter(Item::selected).filter(Item::publishable).count();
            AdCurrency currency = source.projection.account().currency();
            sums.computeIfAbsent(currency.code(), _ -> new Sum(currency)).add(source, part);
        }
        return new Review(tenant, parts, sums.values().stream().map(Sum::impact).toList(), writes, now);
    }

    private AccountPart part(Source source, Predicate<DraftKey> selected) {
        Projection projection = source.projection;
        Map<DraftKey, List<Finding>> findings = new HashMap<>();
        new Checks(projection, rules, source.past, now).all()
                .forEach(finding -> findings.computeIfAbsent(finding.key(), _ -> new ArrayList<>()).add(finding));
        source.remote.forEach((key, finding) -> findings.computeIfAbsent(key, _ -> new ArrayList<>()).add(finding));
        List<Item> items = projection.drafts().stream().map(draft -> item(projection, draft,
                findings.getOrDefault(draft.key(), List.of()), selected.test(draft.key()))).toList();
        return new AccountPart(projection.account(), withParents(items));
    }

    /// A new object whose parent stays behind cannot be created.
    private static List<Item> withParents(List<Item> items) {
        Map<String, Item> heldBack = new HashMap<>();
        List<Item> all = new ArrayList<>();
        for (Item item : items) {
            Item shown = item;
            for (Row row : item.rows()) {
                boolean refers = row.field().kind() == FieldSpec.Kind.REFERENCE && DraftKey.isNew(row.mine());
                if (refers && heldBack.containsKey(row.mine())) {
                    shown = with(shown, Finding.red(item.key(), row.field().name(), "parent.held",
                            heldBack.get(row.mine()).name() + " stays behind, so this cannot be created",
                            "Publish both, or neither."));
                }
            }
            if (!shown.selected() || !shown.publishable()) {
                heldBack.put(shown.key().object(), shown);
            }
            all.add(shown);
        }
        return all;
    }

    private static Item with(Item item, Finding finding) {
        List<Finding> more = new ArrayList<>(item.findings());
        more.add(finding);
        return new Item(item.key(), item.action(), item.name(), item.path(), item.rows(), item.perDay(), more,
                item.selected(), item.since(), item.who());
    }

    private Item item(Projection projection, Draft draft, List<Finding> findings, boolean selected) {
        DraftKey key = draft.key();
        List<Row> rows = new ArrayList<>();
        draft.cells().forEach((name, cell) -> {
            FieldSpec field = Fields.of(key.level(), name);
            Shown shown = new Shown(projection);
            rows.add(new Row(field, cell.base(), cell.mine(), cell.theirs(),
                    cell.base() == null ? "not read yet" : shown.of(field, cell.base()), shown.of(field, cell.mine()),
                    cell.theirs() == null ? "" : shown.of(field, cell.theirs())));
        });
        if (draft.action() == Action.REMOVE) {
            FieldSpec known = Fields.of(key.level(), Fields.marker(key.level()));
            String before = projection.before(key.level(), key.object()).getOrDefault(known.name(), "");
            rows.add(new Row(known, before, "DELETED", null, new Shown(projection).of(known, before),
                    "Deleted for good", ""));
        }
        String name = key.isNew()
                ? draft.name()
                : projection.before(key.level(), key.object()).getOrDefault(Fields.NAME, draft.name());
        return new Item(key, draft.action(), name, projection.path(key), rows, alone(projection, draft),
                findings.stream().sorted((a, b) -> b.severity().compareTo(a.severity())).toList(), selected,
                draft.since(), draft.who());
    }

    private Money alone(Projection projection, Draft draft) {
        String campaign = projection.campaignOf(draft.key());
        if (campaign.isEmpty()) {
            return Money.zero(projection.account().currency());
        }
        Projection only = projection.with(List.of(draft));
        return new DailySpend(only, true, now).perDay(campaign)
                .minus(new DailySpend(only, false, now).perDay(campaign));
    }

    /// What adds up over the accounts of one currency.
    private final class Sum {

        private final AdCurrency currency;
        private Money before;
        private Money after;
        private Money planned;
        private Money change;
        private @Nullable Money spent;

        Sum(AdCurrency currency) {
            this.currency = currency;
            this.before = Money.zero(currency);
            this.after = before;
            this.planned = before;
            this.change = before;
            this.spent = before;
        }

        void add(Source source, AccountPart part) {
            List<Draft> going = source.projection.drafts().stream().filter(draft -> part.items().stream()
                    .anyMatch(item -> item.key().equals(draft.key()) && item.selected()
                            && item.severity() != Severity.RED))
                    .toList();
            Projection published = source.projection.with(going);
            DailySpend was = new DailySpend(published, false, now);
            DailySpend will = new DailySpend(published, true, now);
            for (String campaign : published.allCampaigns()) {
                before = before.plus(was.perDay(campaign));
                after = after.plus(will.perDay(campaign));
                Money end = will.toMonthEnd(campaign);
                planned = planned.plus(end);
                change = change.plus(end.minus(was.toMonthEnd(campaign)));
            }
            Money here = source.spent;
            Money sofar = spent;
            spent = here == null || sofar == null ? null : sofar.plus(here);
        }

        Impact impact() {
            Money sofar = spent;
            Money oneDay = new Money(after.amount().multiply(ONE_DAY), currency).rounded();
            return new Impact(currency, before, after, change, oneDay, sofar,
                    sofar == null ? null : sofar.plus(planned),
                    rules.targets().monthlyBudget(currency), rules.guardrails().accountTotal(currency));
        }
    }
}
