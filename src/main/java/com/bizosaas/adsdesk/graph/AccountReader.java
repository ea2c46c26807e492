package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.graph.wire.AccountJson;
import com.bizosaas.adsdesk.graph.wire.RowReader;
import com.bizosaas.adsdesk.graph.wire.WireObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads ad accounts (graph-api chapter 03).
final class AccountReader {

    private static final Logger LOG = LoggerFactory.getLogger(AccountReader.class);
    private static final int PAGE = 100;

    private final GraphClient client;
    private final Pages pages;
    private final AccountMemory memory;

    AccountReader(GraphClient client, AccountMemory memory) {
        this.client = client;
        this.pages = new Pages(client);
        this.memory = memory;
    }

    void all(Consumer<List<AdAccount>> page) {
        Set<AdAccountId> told = new HashSet<>();
        list("me/adaccounts", told, page).orThrow();
        // Businesses may own accounts that the person is not assigned to. Without the permission there are none to see.
        List<WireObject> businesses = new ArrayList<>();
        Verdict verdict = pages.attempt(new Listing<>(GraphRequest.list("me/businesses").with("fields", "id"), PAGE,
                RowReader.of("business", row -> row), row -> row.text("id")), businesses::addAll);
        if (!mayBeMissing(verdict)) {
            verdict.orThrow();
        }
        for (WireObject business : businesses) {
            if (!WireObject.isDigits(business.text("id"))) {
                continue;
            }
            for (String edge : List.of("owned_ad_accounts", "client_ad_accounts")) {
                Verdict part = list(business.text("id") + "/" + edge, told, page);
                if (!mayBeMissing(part)) {
                    part.orThrow();
                }
            }
        }
    }

    AdAccount one(AdAccountId account) {
        WireObject wire = client.call(GraphRequest.read(account.value()).with("fields", AccountJson.FIELDS)
                .on(account, UseCase.ADS_MANAGEMENT));
        AdAccount read = noted(wire);
        if (read == null) {
            throw GraphException.of(GraphException.Kind.TRANSIENT, "Facebook's answer does not describe the account",
                    null);
        }
        return read.canManage() ? withFunding(List.of(read)).getFirst() : read;
    }

    /// The currency of an account's budgets, asked for once.
    AdCurrency currency(AdAccountId account) {
        return memory.currency(account).orElseGet(() -> {
            WireObject wire = client.call(GraphRequest.read(account.value()).with("fields", "currency")
                    .on(account, UseCase.ADS_MANAGEMENT));
            AdCurrency currency = AccountJson.currency(wire);
            if (currency == null) {
                throw GraphException.of(GraphException.Kind.REFUSED,
                        "The account's currency is not one that amounts can be read in", null);
            }
            memory.note(account, currency);
            return currency;
        });
    }

    private Verdict list(String path, Set<AdAccountId> told, Consumer<List<AdAccount>> page) {
        Listing<AdAccount> listing = new Listing<>(GraphRequest.list(path).with("fields", AccountJson.FIELDS), PAGE,
                RowReader.of("account", this::noted), AdAccount::id);
        return pages.attempt(listing, accounts -> {
            List<AdAccount> fresh = accounts.stream().filter(account -> told.add(account.id())).toList();
            if (!fresh.isEmpty()) {
                page.accept(withFunding(fresh));
            }
        });
    }

    /// The payment method fails a whole read where it may not be seen; so it is asked for apart, fifty at a time, and may
    /// be missing.
    private List<AdAccount> withFunding(List<AdAccount> accounts) {
        List<AdAccount> managed = accounts.stream().filter(AdAccount::canManage).toList();
        if (managed.isEmpty()) {
            return accounts;
        }
        List<GraphRequest> calls = managed.stream().map(account -> GraphRequest.read(account.id().value())
                .with("fields", AccountJson.FUNDING).on(account.id(), UseCase.ADS_MANAGEMENT)).toList();
        List<Verdict> answers = funding(calls);
        List<AdAccount> complete = new ArrayList<>();
        for (AdAccount account : accounts) {
            int asked = managed.indexOf(account);
            Verdict answer = asked < 0 || answers.isEmpty() ? null : answers.get(asked);
            complete.add(answer != null && answer.isOk()
                    ? AccountJson.withFunding(account, new WireObject(answer.body()))
                    : account);
        }
        return complete;
    }

    private List<Verdict> funding(List<GraphRequest> calls) {
        try {
            return new BatchRequest(client).send(calls);
        } catch (GraphException e) {
            if (e.kind() == GraphException.Kind.TOKEN || e.kind() == GraphException.Kind.CANCELLED) {
                throw e;
            }
            LOG.info("Payment methods could not be read: {}", e.getMessage());
            return List.of();
        }
    }

    private @Nullable AdAccount noted(WireObject wire) {
        AdAccount account = AccountJson.read(wire);
        if (account == null) {
            LOG.warn("An ad account was left out: its id or its currency cannot be read");
            return null;
        }
        memory.note(account.id(), account.currency());
        return account;
    }

    private static boolean mayBeMissing(Verdict verdict) {
        return verdict.isOk() || verdict.outcome() == Outcome.PERMISSION || verdict.outcome() == Outcome.REFUSED;
    }
}
