package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.targeting.Detail;
import com.bizosaas.adsdesk.domain.targeting.Language;
import com.bizosaas.adsdesk.domain.targeting.Outlook;
import com.bizosaas.adsdesk.domain.targeting.Place;
import com.bizosaas.adsdesk.domain.targeting.SentenceLine;
import com.bizosaas.adsdesk.store.SettingsStore;
import com.bizosaas.adsdesk.sync.ApiSource;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Asks Facebook, keeps the answers for a while, by tenant, and keeps what the operator gave a name.
final class LiveTargetingService implements TargetingService {

    private static final String SAVED = "targetings";
    private static final int LINES = 500;
    private static final int NAMES_AT_ONCE = 50;
    private static final int LONGEST_NAME = 100;
    /// The branches whose entries a targeting can hold by id.
    private static final List<String> BRANCHES = List.of("behaviors", "life_events", "industries", "income",
            "family_statuses");
    private static final Set<Place.Kind> KINDS = EnumSet.allOf(Place.Kind.class);

    private final ApiSource apis;
    private final SettingsStore store;
    private final Library library;
    private final Outlooks outlooks;
    private final InstantSource clock;
    private final Cache<Asked, List<?>> answers = Caffeine.newBuilder().maximumSize(3000)
            .expireAfterWrite(Duration.ofMinutes(30)).build();
    private final Cache<Asked, Estimate> estimates = Caffeine.newBuilder().maximumSize(300)
            .expireAfterWrite(Duration.ofMinutes(2)).build();

    /// @param what the question with everything that its answer depends on
    private record Asked(TenantId tenant, List<String> what) {

        static Asked of(TenantId tenant, String... what) {
            return new Asked(tenant, List.of(what));
        }
    }

    LiveTargetingService(ApiSource apis, SettingsStore store, Library library, Outlooks outlooks,
            InstantSource clock) {
        this.apis = apis;
        this.store = store;
        this.library = library;
        this.outlooks = outlooks;
        this.clock = clock;
    }

    /// Two callers that ask the same at once are one request further down.
    private <T> List<T> kept(Asked asked, Supplier<List<T>> read) {
        List<?> known = answers.getIfPresent(asked);
        if (known != null) {
            @SuppressWarnings("unchecked")
            List<T> typed = (List<T>) known;
            return typed;
        }
        List<T> answer = List.copyOf(read.get());
        answers.put(asked, answer);
        return answer;
    }

    @Override
    public List<Place> places(TenantId tenant, String query) {
        return Problems.explained(() -> places(tenant, TargetingLines.asked(query)));
    }

    private List<Place> places(TenantId tenant, TargetingLines.Asked asked) {
        if (asked.text().isEmpty()) {
            return List.of();
        }
        String text = asked.text().toLowerCase(Locale.ROOT);
        return kept(Asked.of(tenant, "place", text, asked.country()), () -> apis.api(tenant)
                .places(asked.text(), KINDS, asked.country()));
    }

    @Override
    public List<Detail> details(TenantId tenant, String query) {
        return Problems.explained(() -> {
            String text = query.strip().toLowerCase(Locale.ROOT);
            if (text.isEmpty()) {
                return List.of();
            }
            List<Detail> interests = kept(Asked.of(tenant, "interest", text),
                    () -> apis.api(tenant).interests(query.strip()));
            Stream<Detail> others = categories(tenant).stream()
                    .filter(detail -> detail.name().toLowerCase(Locale.ROOT).contains(text));
            return Stream.concat(interests.stream(), others).distinct().toList();
        });
    }

    private List<Detail> categories(TenantId tenant) {
        List<Detail> all = new ArrayList<>();
        for (String branch : BRANCHES) {
            all.addAll(kept(Asked.of(tenant, "category", branch), () -> apis.api(tenant).category(branch)));
        }
        return all;
    }

    @Override
    public List<Language> languages(TenantId tenant) {
        return Problems.explained(() -> kept(Asked.of(tenant, "language"), () -> apis.api(tenant).languages("")
                .stream().sorted(Comparator.comparing(Language::name)).toList()));
    }

    @Override
    public List<Detail> valid(TenantId tenant, AdAccountId account, Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return Problems.explained(() -> {
            List<String> sorted = ids.stream().distinct().sorted().toList();
            return kept(Asked.of(tenant, "valid", account.value(), String.join(",", sorted)),
                    () -> apis.api(tenant).validDetails(account, sorted));
        });
    }

    @Override
    public List<Resolved<Place>> resolvePlaces(TenantId tenant, List<String> lines) {
        return Problems.explained(() -> limited(lines).stream().map(line -> {
            TargetingLines.Asked asked = TargetingLines.asked(line);
            return TargetingLines.place(line, asked, places(tenant, asked));
        }).toList());
    }

    @Override
    public List<Resolved<Detail>> resolveDetails(TenantId tenant, List<String> lines) {
        return Problems.explained(() -> {
            List<String> asked = limited(lines);
            List<Detail> known = new ArrayList<>();
            for (int from = 0; from < asked.size(); from += NAMES_AT_ONCE) {
                List<String> part = asked.subList(from, Math.min(asked.size(), from + NAMES_AT_ONCE));
                known.addAll(kept(Asked.of(tenant, "names", String.join("\n", part)),
                        () -> apis.api(tenant).validInterests(part)));
            }
            known.addAll(categories(tenant));
            return asked.stream().map(line -> TargetingLines.detail(line, known)).toList();
        });
    }

    private static List<String> limited(List<String> lines) {
        List<String> asked = lines.stream().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
        if (asked.size() > LINES) {
            throw new DeskException(Problem.invalid("targeting", "The list has more than " + LINES + " lines",
                    "Each line costs a call to Facebook. Paste it in parts."));
        }
        return asked;
    }

    @Override
    public Estimate estimate(TenantId tenant, AdAccountId account, String targeting, String goal) {
        return Problems.explained(() -> {
            Asked asked = Asked.of(tenant, account.value(), goal, targeting);
            Estimate known = estimates.getIfPresent(asked);
            if (known != null) {
                return known;
            }
            Estimate fresh = new Estimate(apis.api(tenant).estimate(account, targeting, goal), clock.instant());
            estimates.put(asked, fresh);
            return fresh;
        });
    }

    @Override
    public Optional<Outlook> outlook(TenantId tenant, AdAccountId account, String goal, long dailyBudget) {
        return Problems.explained(() -> {
            Optional<AdAccount> known = library.account(tenant, account);
            return known.flatMap(one -> outlooks.of(tenant, one, goal, dailyBudget, clock.instant()));
        });
    }

    @Override
    public List<SentenceLine> sentences(TenantId tenant, AdAccountId account, String targeting) {
        return Problems.explained(() -> kept(Asked.of(tenant, "sentence", account.value(), targeting),
                () -> apis.api(tenant).sentences(account, targeting)));
    }

    @Override
    public List<Saved> saved(TenantId tenant) {
        return Problems.explained(
                () -> store.find(tenant, SAVED, SavedList.class).map(SavedList::targetings).orElse(List.of()));
    }

    @Override
    public void save(TenantId tenant, String name, String targeting) {
        String asked = name.strip();
        if (asked.isEmpty() || asked.length() > LONGEST_NAME) {
            throw new DeskException(Problem.invalid("name", "A saved targeting needs a name of 1 to " + LONGEST_NAME
                    + " characters", "Type one by which you find it again."));
        }
        keep(tenant, asked, Stream.of(new Saved(asked, targeting)));
    }

    @Override
    public void forget(TenantId tenant, String name) {
        keep(tenant, name, Stream.empty());
    }

    private void keep(TenantId tenant, String name, Stream<Saved> instead) {
        Problems.explained(() -> {
            List<Saved> next = Stream
                    .concat(saved(tenant).stream().filter(one -> !one.name().equalsIgnoreCase(name)), instead)
                    .sorted(Comparator.comparing(Saved::name, String.CASE_INSENSITIVE_ORDER)).toList();
            store.save(tenant, SAVED, new SavedList(next));
            return next;
        });
    }

    /// As it is stored.
    record SavedList(List<Saved> targetings) {
    }

    /// The tenant's sign-in changed or ended.
    void forget(TenantId tenant) {
        answers.asMap().keySet().removeIf(asked -> asked.tenant().equals(tenant));
        estimates.asMap().keySet().removeIf(asked -> asked.tenant().equals(tenant));
    }
}
