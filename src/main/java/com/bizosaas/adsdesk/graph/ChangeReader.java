package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.graph.AccountNews.Round;
import com.bizosaas.adsdesk.graph.AccountNews.Touch;
import com.bizosaas.adsdesk.graph.wire.AccountJson;
import com.bizosaas.adsdesk.graph.wire.RowReader;
import com.bizosaas.adsdesk.graph.wire.StructureJson;
import com.bizosaas.adsdesk.graph.wire.WireObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads what changed instead of everything: one request tells, for all accounts of a token, their health, the objects
/// whose `updated_time` moved, and the account's history for what moves no `updated_time`, as a campaign's budget (graph-api
/// chapters 03, 04 and 13).
///
/// A token without the right to one nested list may be refused the whole; then each account is asked on its own, and only
/// the one that is refused goes without.
final class ChangeReader {

    /// Accounts with their nested lists in one reply.
    private static final int ACCOUNTS = 25;
    private static final int PLAIN_ACCOUNTS = 500;
    private static final int CHANGED = 200;
    private static final int FEW = 25;
    private static final int EVENTS = 500;
    /// Their ids stand in the address three times, and long addresses are refused.
    private static final int CAMPAIGNS = 30;
    private static final int UNDER_THEM = 500;

    private final GraphClient client;
    private final Pages pages;
    private final AccountMemory memory;

    ChangeReader(GraphClient client, AccountMemory memory) {
        this.client = client;
        this.pages = new Pages(client);
        this.memory = memory;
    }

    /// The accounts with their health, in the fewest requests.
    ///
    /// @param reachable how many accounts the token reaches, 0 where that is not known
    Round health(Set<AdAccountId> accounts, int reachable) {
        return round(accounts, reachable, PLAIN_ACCOUNTS, List.of(AccountJson.FIELDS), this::plain);
    }

    /// Their health and what changed in them since that moment. A status carries down, so a list of several accounts is first
    /// asked for with what is under each changed object, up to a few; where that is refused or too much, without.
    Round since(Set<AdAccountId> accounts, int reachable, Instant since) {
        return round(accounts, reachable, ACCOUNTS, List.of(
                fields(since, List.of(Expansion.under(Level.AD_SET, FEW), Expansion.under(Level.AD, FEW)),
                        List.of(Expansion.under(Level.AD, FEW))),
                fields(since, List.of(), List.of())), this::news);
    }

    private static String fields(Instant since, List<String> underCampaigns, List<String> underAdSets) {
        long seconds = since.getEpochSecond();
        return String.join(",", AccountJson.FIELDS,
                Expansion.nested(Level.CAMPAIGN, CHANGED, "campaign.updated_time", "GREATER_THAN", seconds,
                        underCampaigns),
                Expansion.nested(Level.AD_SET, CHANGED, "adset.updated_time", "GREATER_THAN", seconds, underAdSets),
                Expansion.nested(Level.AD, CHANGED, "ad.updated_time", "GREATER_THAN", seconds, List.of()),
                "activities.limit(" + EVENTS + ").since(" + seconds + "){event_type,event_time,object_id}");
    }

    /// These campaigns and all that is under them now; empty where that is more than one reply holds.
    Optional<AdStructure> trees(AdAccountId account, Set<GraphId> campaigns) {
        if (campaigns.size() > CAMPAIGNS) {
            return Optional.empty();
        }
        List<String> ids = campaigns.stream().map(GraphId::value).toList();
        String fields = String.join(",", "currency",
                Expansion.nested(Level.CAMPAIGN, CAMPAIGNS, "campaign.id", "IN", ids, List.of()),
                Expansion.nested(Level.AD_SET, UNDER_THEM, "campaign.id", "IN", ids, List.of()),
                Expansion.nested(Level.AD, UNDER_THEM, "campaign.id", "IN", ids, List.of()));
        Verdict verdict = client.attempt(request(account, fields));
        if (isTooMuch(verdict)) {
            return Optional.empty();
        }
        WireObject wire = verdict.orThrow();
        AdCurrency currency = memory.currency(account).orElseGet(() -> AccountJson.currency(wire));
        if (currency == null || nested(wire).anyMatch(Expansion::goesOn)) {
            return Optional.empty();
        }
        return Optional.of(structure(wire, currency));
    }

    /// @param choices of fields, the best first; the last is asked of single accounts, too
    private Round round(Set<AdAccountId> accounts, int reachable, int page, List<String> choices,
            Function<WireObject, @Nullable AccountNews> read) {
        Map<AdAccountId, AccountNews> news = new LinkedHashMap<>();
        Map<AdAccountId, GraphException> failures = new HashMap<>();
        Set<AdAccountId> open = new LinkedHashSet<>(accounts);
        String fields = choices.getLast();
        for (AdAccountId account : accounts) {
            Instant until = client.closedUntil(request(account, fields));
            if (until != null) {
                open.remove(account);
                failures.put(account, closed(account, until));
            }
        }
        boolean listIsCheaper = accounts.size() > 1 && 2 * accounts.size() >= reachable;
        // A list would ask for accounts whose window is closed, too.
        if (listIsCheaper && failures.isEmpty()) {
            for (String choice : choices) {
                if (news.isEmpty() && memory.mayList(choice)) {
                    list(accounts, page, choice, choices, read, news);
                }
            }
        }
        open.removeAll(news.keySet());
        for (AdAccountId account : open) {
            try {
                news.put(account, one(account, fields, read));
            } catch (GraphException e) {
                if (e.kind() != GraphException.Kind.PERMISSION && e.kind() != GraphException.Kind.REFUSED
                        && e.kind() != GraphException.Kind.BLOCKED) {
                    throw e;
                }
                failures.put(account, e);
            }
        }
        return new Round(List.copyOf(news.values()), failures);
    }

    /// Adds what one list tells; nothing where a later choice of fields may tell more.
    private void list(Set<AdAccountId> accounts, int page, String fields, List<String> choices,
            Function<WireObject, @Nullable AccountNews> read, Map<AdAccountId, AccountNews> news) {
        Map<AdAccountId, AccountNews> told = new LinkedHashMap<>();
        Listing<AccountNews> listing = new Listing<>(GraphRequest.list("me/adaccounts").with("fields", fields), page,
                RowReader.of("accounts", read), one -> one.account().id());
        Verdict verdict = pages.attempt(listing, some -> some.stream()
                .filter(one -> accounts.contains(one.account().id()))
                .forEach(one -> told.put(one.account().id(), one)));
        boolean last = fields.equals(choices.getLast());
        if (verdict.outcome() == Outcome.PERMISSION) {
            // Of some account; fewer fields do not help.
            choices.forEach(memory::listRefused);
        } else if (isRefused(verdict)) {
            memory.listRefused(fields);
        } else {
            verdict.orThrow();
            if (!last && !told.values().stream().allMatch(AccountNews::complete)) {
                memory.listRefused(fields);
                told.clear();
            }
        }
        if (last || verdict.isOk()) {
            news.putAll(told);
        }
    }

    private static GraphException closed(AdAccountId account, Instant until) {
        return new GraphException(GraphException.Kind.LIMIT, "The limits of " + account + " are used up", 0, 0, "", "",
                "", List.of(), until, null);
    }

    private AccountNews one(AdAccountId account, String fields, Function<WireObject, @Nullable AccountNews> read) {
        Verdict verdict = client.attempt(request(account, fields));
        if (isRefused(verdict) && !fields.equals(AccountJson.FIELDS)) {
            AccountNews alone = plain(client.attempt(request(account, AccountJson.FIELDS)).orThrow());
            if (!isTooMuch(verdict)) {
                memory.nestedRefused(account);
            }
            return new AccountNews(usable(alone).account(), AdStructure.EMPTY, Set.of(), false);
        }
        return usable(read.apply(verdict.orThrow()));
    }

    private static AccountNews usable(@Nullable AccountNews news) {
        if (news == null) {
            throw GraphException.of(GraphException.Kind.TRANSIENT, "Facebook's answer does not describe the account",
                    null);
        }
        return news;
    }

    private static GraphRequest request(AdAccountId account, String fields) {
        return GraphRequest.read(account.value()).with("fields", fields).on(account, UseCase.ADS_MANAGEMENT);
    }

    private static boolean isTooMuch(Verdict verdict) {
        return verdict.outcome() == Outcome.SMALLER_PAGE || verdict.outcome() == Outcome.SPLIT;
    }

    private static boolean isRefused(Verdict verdict) {
        return isTooMuch(verdict) || verdict.outcome() == Outcome.REFUSED || verdict.outcome() == Outcome.PERMISSION;
    }

    private @Nullable AccountNews plain(WireObject wire) {
        AdAccount account = AccountJson.read(wire);
        if (account == null) {
            return null;
        }
        memory.note(account.id(), account.currency());
        return new AccountNews(account, AdStructure.EMPTY, Set.of(), true);
    }

    private @Nullable AccountNews news(WireObject wire) {
        AccountNews plain = plain(wire);
        if (plain == null) {
            return null;
        }
        Set<Touch> touched = new HashSet<>();
        for (WireObject line : wire.object("activities").list("data")) {
            GraphId object = line.id("object_id");
            Instant at = line.time("event_time");
            if (object != null) {
                touched.add(new Touch(object, line.text("event_type"), Objects.requireNonNullElse(at, Instant.EPOCH)));
            }
        }
        boolean complete = nested(wire).noneMatch(Expansion::goesOn)
                && !Expansion.goesOn(wire.object("activities"));
        return new AccountNews(plain.account(), structure(wire, plain.account().currency()), touched, complete);
    }

    private static Stream<WireObject> nested(WireObject wire) {
        return Stream.of(Level.CAMPAIGN, Level.AD_SET, Level.AD).map(Expansion::edge).map(wire::object);
    }

    /// The rows of all lists, those within an object of another list among them; each once.
    private static AdStructure structure(WireObject wire, AdCurrency currency) {
        List<WireObject> campaigns = rows(List.of(wire), Level.CAMPAIGN);
        List<WireObject> adSets = rows(joined(List.of(wire), campaigns), Level.AD_SET);
        List<WireObject> ads = rows(joined(joined(List.of(wire), campaigns), adSets), Level.AD);
        return new AdStructure(read(campaigns, row -> StructureJson.campaign(row, currency), Campaign::id),
                read(adSets, row -> StructureJson.adSet(row, currency), AdSet::id),
                read(ads, StructureJson::ad, Ad::id));
    }

    private static List<WireObject> joined(List<WireObject> some, List<WireObject> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static List<WireObject> rows(List<WireObject> within, Level level) {
        return within.stream().flatMap(one -> one.object(Expansion.edge(level)).list("data").stream()).toList();
    }

    private static <T> List<T> read(List<WireObject> rows, Function<WireObject, @Nullable T> read,
            Function<T, GraphId> id) {
        Map<GraphId, T> objects = new LinkedHashMap<>();
        for (WireObject row : rows) {
            T object = read.apply(row);
            if (object != null) {
                objects.putIfAbsent(id.apply(object), object);
            }
        }
        return List.copyOf(objects.values());
    }
}
