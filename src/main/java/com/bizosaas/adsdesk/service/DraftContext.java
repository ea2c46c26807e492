package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.DraftBook;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.Past;
import com.bizosaas.adsdesk.draft.Projection;
import com.bizosaas.adsdesk.draft.Rules;
import com.bizosaas.adsdesk.store.DeskStore;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What drafts are seen against: accounts, structure, fields read before, the client's rules, what was spent. From the
/// store alone.
final class DraftContext {

    /// Facebook tells figures of 37 months.
    private static final int KEPT_MONTHS = 37;

    private final DeskStore store;
    private final Library library;
    private final DraftBooks books;
    private final Function<TenantId, Rules> rules;
    private final InstantSource clock;

    DraftContext(DeskStore store, Library library, DraftBooks books, Function<TenantId, Rules> rules,
            InstantSource clock) {
        this.store = store;
        this.library = library;
        this.books = books;
        this.rules = rules;
        this.clock = clock;
    }

    /// @throws DeskException if the account is not one of the tenant's
    AdAccount account(TenantId tenant, AdAccountId account) {
        return store.accounts().find(tenant, account).orElseThrow(() -> new DeskException(Problem.invalid("account_id",
                "This ad account is not one of this client's", "Choose it on the Setup tab first.")));
    }

    /// The tenant's name, empty for one that is gone.
    String name(TenantId tenant) {
        return store.tenants().find(tenant).map(Tenant::name).orElse("");
    }

    Rules rules(TenantId tenant) {
        return rules.apply(tenant);
    }

    Instant now() {
        return clock.instant();
    }

    /// One account with these drafts.
    Projection projection(TenantId tenant, AdAccountId account, List<Draft> drafts) {
        return new Projection(account(tenant, account), library.structure(tenant, account).value(),
                library.audiences(tenant, account).value(), drafts,
                store.details().of(tenant, account), books.aliases(tenant));
    }

    Projection projection(TenantId tenant, AdAccountId account) {
        return projection(tenant, account, books.book(tenant).drafts(account));
    }

    /// Accounts with drafts, in the order of their ids.
    Map<AdAccountId, Projection> projections(TenantId tenant, DraftBook book) {
        Map<AdAccountId, Projection> all = new LinkedHashMap<>();
        Map<AdAccountId, List<Draft>> drafts = book.drafts().stream()
                .collect(
                        Collectors.groupingBy(draft -> draft.key().account(), LinkedHashMap::new, Collectors.toList()));
        drafts.forEach((account, some) -> all.put(account, projection(tenant, account, some)));
        return all;
    }

    /// What the rules count of the time before. Figures are read once, where a rule asks for them.
    Past past(TenantId tenant) {
        Map<DraftKey, OptionalLong> spent = new HashMap<>();
        return new Past() {
            @Override
            public List<Instant> budgetChanges(DraftKey key) {
                return DraftContext.this.budgetChanges(tenant, key);
            }

            @Override
            public OptionalLong spent(DraftKey key) {
                return spent.computeIfAbsent(key, one -> spentBy(tenant, one));
            }
        };
    }

    /// What an object has spent within the days that were read, as long as figures are kept.
    private OptionalLong spentBy(TenantId tenant, DraftKey key) {
        AdAccount account = account(tenant, key.account());
        LocalDate today = LocalDate.ofInstant(now(), account.zone());
        Stamped<List<DailyFact>> facts = store.insights().daily(tenant, key.account(), key.level(),
                new DateRange(today.minusMonths(KEPT_MONTHS), today));
        BigDecimal total = facts.value().stream().filter(fact -> fact.objectId().equals(key.object()))
                .map(fact -> fact.facts().spend()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return total.signum() == 0
                ? OptionalLong.empty()
                : OptionalLong.of(new Money(total, account.currency()).minorUnits());
    }

    /// When we changed an ad set's budget within the last hour, oldest first.
    private List<Instant> budgetChanges(TenantId tenant, DraftKey key) {
        if (key.isNew() || key.level() != Level.AD_SET) {
            return List.of();
        }
        Instant hourAgo = now().minusSeconds(3600);
        return store.journal().of(tenant, key.id(), 20).stream()
                .filter(entry -> entry.state().tookEffect()
                        && (entry.write().requested().containsKey(Fields.DAILY)
                                || entry.write().requested().containsKey(Fields.LIFETIME)))
                .map(entry -> entry.sentAt() == null ? entry.plannedAt() : entry.sentAt())
                .filter(at -> at.isAfter(hourAgo)).sorted().toList();
    }

    /// Spent in the account's month so far; null where it was never read.
    @Nullable
    Money spent(TenantId tenant, AdAccount account) {
        LocalDate today = LocalDate.ofInstant(now(), account.zone());
        DateRange month = new DateRange(today.withDayOfMonth(1), today);
        Stamped<List<DailyFact>> facts = store.insights().daily(tenant, account.id(), Level.ACCOUNT, month);
        if (!facts.everRead()) {
            return null;
        }
        return new Money(facts.value().stream().map(fact -> fact.facts().spend()).reduce(BigDecimal.ZERO,
                BigDecimal::add), account.currency());
    }
}
