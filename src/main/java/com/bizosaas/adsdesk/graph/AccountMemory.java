package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.Level;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What a tenant's client has learnt of ad accounts and need not ask again: the currency, which never changes, and about
/// how many objects there are, for choosing how to read insights. Forgotten with the tenant.
///
/// Thread-safe.
final class AccountMemory {

    private record Objects(AdAccountId account, Level level) {
    }

    private final Map<AdAccountId, AdCurrency> currencies = new ConcurrentHashMap<>();
    private final Map<Objects, Integer> sizes = new ConcurrentHashMap<>();
    private final Set<String> refusedLists = ConcurrentHashMap.newKeySet();
    private final Set<AdAccountId> withoutNested = ConcurrentHashMap.newKeySet();

    /// Whether these fields may be asked of all accounts in one list: a right that misses on one account refuses them all.
    boolean mayList(String fields) {
        return !refusedLists.contains(shape(fields));
    }

    void listRefused(String fields) {
        refusedLists.add(shape(fields));
    }

    /// Whether an account's lists may be asked for in its own fields: whoever refused that once is not asked each time.
    boolean mayNest(AdAccountId account) {
        return !withoutNested.contains(account);
    }

    void nestedRefused(AdAccountId account) {
        withoutNested.add(account);
    }

    /// Without the values, which are others each time.
    private static String shape(String fields) {
        return fields.replaceAll("[0-9]+", "");
    }

    Optional<AdCurrency> currency(AdAccountId account) {
        return Optional.ofNullable(currencies.get(account));
    }

    void note(AdAccountId account, AdCurrency currency) {
        currencies.put(account, currency);
    }

    void note(AdAccountId account, Level level, int objects) {
        sizes.put(new Objects(account, level), objects);
    }

    /// How many objects to expect; a middling account's where it was never read.
    int objects(AdAccountId account, Level level) {
        int middling = switch (level) {
            case ACCOUNT, AUDIENCE -> 1;
            case CAMPAIGN -> 100;
            case AD_SET -> 200;
            case AD -> 400;
        };
        return level == Level.ACCOUNT ? 1 : sizes.getOrDefault(new Objects(account, level), middling);
    }
}
