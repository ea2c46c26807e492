package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.metrics.ViewingFact;
import com.bizosaas.adsdesk.domain.AccountImage;
import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Creative;
import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.journal.JournalledWrite;
import com.bizosaas.adsdesk.domain.journal.PlannedWrite;
import com.bizosaas.adsdesk.domain.metrics.Breakdown;
import com.bizosaas.adsdesk.domain.metrics.BreakdownRow;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.Facts;
import com.bizosaas.adsdesk.domain.metrics.RangeFact;
import com.bizosaas.adsdesk.domain.targeting.Detail;
import com.bizosaas.adsdesk.domain.targeting.Language;
import com.bizosaas.adsdesk.domain.targeting.People;
import com.bizosaas.adsdesk.domain.targeting.Place;
import com.bizosaas.adsdesk.domain.targeting.SentenceLine;
import com.bizosaas.adsdesk.graph.AccountNews;
import com.bizosaas.adsdesk.graph.AccountFigures;
import com.bizosaas.adsdesk.graph.AdsApi;
import com.bizosaas.adsdesk.graph.GraphException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/// Facebook in a few maps: writes are recorded, and the next call of a method can be made to fail.
final class FakeAdsApi implements AdsApi {

    final List<String> calls = new CopyOnWriteArrayList<>();
    final Map<String, RuntimeException> failures = new HashMap<>();
    /// Thrown after the write took effect: its answer is lost.
    final Map<String, RuntimeException> lost = new HashMap<>();
    /// Thrown in the middle of a reading.
    final Map<String, RuntimeException> broken = new HashMap<>();
    final Map<String, Map<String, String>> objects = new LinkedHashMap<>();
    final List<AdAccount> accounts = new ArrayList<>();
    final List<Creative> creatives = new ArrayList<>();
    final List<Place> places = new ArrayList<>();
    AdStructure structure = AdStructure.EMPTY;
    String preview = "";
    Error death;
    Runnable onCall = () -> {
    };
    private long nextId = 9000;

    private void call(String method, Object... details) {
        StringBuilder line = new StringBuilder(method);
        for (Object detail : details) {
            line.append(' ').append(detail);
        }
        calls.add(line.toString());
        onCall.run();
        if (death != null) {
            throw death;
        }
        RuntimeException failure = failures.remove(method);
        if (failure != null) {
            throw failure;
        }
    }

    private void effect(String method) {
        RuntimeException failure = lost.remove(method);
        if (failure != null) {
            throw failure;
        }
    }

    List<String> calls(String method) {
        return calls.stream().filter(call -> call.equals(method) || call.startsWith(method + " ")).toList();
    }

    @Override
    public void adAccounts(Consumer<List<AdAccount>> page) {
        page.accept(List.copyOf(accounts));
        call("adAccounts");
    }

    @Override
    public AdAccount adAccount(AdAccountId account) {
        call("adAccount", account);
        return accounts.stream().filter(known -> known.id().equals(account)).findFirst().orElseThrow();
    }

    @Override
    public AccountNews.Round health(Set<AdAccountId> wanted, int reachable) {
        call("health", wanted.size());
        return round(wanted, AdStructure.EMPTY);
    }

    @Override
    public AccountNews.Round changes(Set<AdAccountId> wanted, int reachable, Instant since) {
        call("changes", wanted.size());
        return round(wanted, structure);
    }

    private AccountNews.Round round(Set<AdAccountId> wanted, AdStructure changed) {
        return new AccountNews.Round(accounts.stream().filter(account -> wanted.contains(account.id()))
                .map(account -> new AccountNews(account, changed, Set.of(), true)).toList(), Map.of());
    }

    @Override
    public boolean tellsChanges(AdAccountId account) {
        return true;
    }

    @Override
    public Optional<AdStructure> trees(AdAccountId account, Set<GraphId> campaigns) {
        call("trees", account, campaigns.size());
        return Optional.of(structure);
    }

    @Override
    public void remember(AdAccount account) {
    }

    @Override
    public void structure(AdAccountId account, IntConsumer progress, Consumer<AdStructure> page) {
        call("structure", account);
        page.accept(structure);
    }

    @Override
    public List<CustomAudience> audiences(AdAccountId account, IntConsumer progress) {
        call("audiences", account);
        return List.of();
    }

    @Override
    public List<Creative> creatives(AdAccountId account, IntConsumer progress) {
        call("creatives", account);
        return creatives;
    }

    @Override
    public List<CustomAudience> audiences(AdAccountId account, List<CustomAudience> known, IntConsumer progress) {
        return audiences(account, progress);
    }

    @Override
    public List<Creative> creatives(AdAccountId account, List<Creative> known, IntConsumer progress) {
        return creatives(account, progress);
    }

    @Override
    public <B extends Consumer<List<DailyFact>>> void daily(AdAccountId account, Level level, DateRange range,
            IntConsumer progress, Supplier<B> begin, BiConsumer<DateRange, List<B>> whole) {
        call("daily", level, range.since(), range.until());
        RuntimeException half = broken.remove("daily");
        DateRange read = half == null
                ? range
                : new DateRange(range.since(), range.since().plusDays(range.days() / 2 - 1));
        B batch = begin.get();
        batch.accept(facts(account, level, read));
        whole.accept(read, List.of(batch));
        if (half != null) {
            throw half;
        }
    }

    @Override
    public AccountFigures accountDays(Map<AdAccountId, DateRange> asked) {
        call("accountDays", asked.keySet());
        Map<AdAccountId, List<DailyFact>> facts = new HashMap<>();
        asked.forEach((account, range) -> facts.put(account, facts(account, Level.ACCOUNT, range)));
        return new AccountFigures(facts, Map.of());
    }

    private static List<DailyFact> facts(AdAccountId account, Level level, DateRange range) {
        return range.eachDay().stream().map(day -> new DailyFact(level,
                level == Level.ACCOUNT ? account.value() : "77", day, facts(null))).toList();
    }

    private static Facts facts(Long reach) {
        return new Facts(1000, 20, 10, 5, new BigDecimal("12.34"), reach, Map.of(), Map.of());
    }

    @Override
    public List<ViewingFact> viewing(AdAccountId account, Level level, DateRange range, IntConsumer progress) {
        return List.of();
    }

    @Override
    public List<RangeFact> range(AdAccountId account, Level level, DateRange range, IntConsumer progress) {
        call("range", level, range.since(), range.until());
        return List.of(new RangeFact(level, account.value(), range, facts(800L)));
    }

    @Override
    public List<BreakdownRow> breakdown(AdAccountId account, DateRange range, Breakdown breakdown) {
        call("breakdown", breakdown);
        return List.of(new BreakdownRow(breakdown, List.of("DE"), facts(null)));
    }

    @Override
    public GraphId send(JournalledWrite journalled) {
        journalled.spend();
        PlannedWrite write = journalled.write();
        switch (write.kind()) {
            case CREATE -> {
                call("create", write.edge(), write.requested());
                String id = Long.toString(nextId++);
                objects.put(id, new HashMap<>(write.requested()));
                effect("create");
                return new GraphId(id);
            }
            case UPDATE -> {
                call("update", write.target(), write.requested());
                object(write).putAll(write.requested());
                effect("update");
            }
            case DELETE -> {
                call("delete", write.target());
                object(write).put("status", "DELETED");
                effect("delete");
            }
        }
        return write.target();
    }

    private Map<String, String> object(PlannedWrite write) {
        return objects.computeIfAbsent(write.target().value(), unknown -> new HashMap<>());
    }

    @Override
    public Map<String, String> fields(AdAccountId account, GraphId id, List<String> fields) {
        call("fields", id, fields);
        Map<String, String> values = new HashMap<>(objects.getOrDefault(id.value(), Map.of()));
        values.keySet().retainAll(fields);
        return values;
    }

    @Override
    public List<Sent> sendAll(List<? extends JournalledWrite> writes) {
        return writes.stream().map(write -> {
            try {
                return new Sent(send(write), null);
            } catch (GraphException e) {
                return new Sent(null, e);
            }
        }).toList();
    }

    @Override
    public Map<GraphId, Map<String, String>> fieldsOf(AdAccountId account, Level level,
            Map<GraphId, List<String>> fields) {
        return fieldsOf(account, fields);
    }

    @Override
    public Map<GraphId, Map<String, String>> fieldsOf(AdAccountId account, Map<GraphId, List<String>> fields) {
        Map<GraphId, Map<String, String>> read = new LinkedHashMap<>();
        fields.forEach((id, some) -> read.put(id, fields(account, id, some)));
        return read;
    }

    @Override
    public Map<GraphId, Map<String, String>> details(AdAccountId account, Level level, List<String> fields) {
        call("details", level);
        return Map.of();
    }

    @Override
    public List<Optional<GraphException>> validate(AdAccountId account, List<Trial> trials) {
        call("validate", trials.size());
        return trials.stream().map(trial -> Optional.<GraphException>empty()).toList();
    }

    @Override
    public List<Activity> activities(AdAccountId account, Instant since) {
        call("activities", account);
        return List.of();
    }

    @Override
    public List<Named> named(AdAccountId account, String edge, String name) {
        call("named", edge, name);
        return objects.entrySet().stream().filter(object -> name.equals(object.getValue().get("name")))
                .map(object -> new Named(new GraphId(object.getKey()), created(object.getValue()))).toList();
    }

    private static Instant created(Map<String, String> object) {
        return object.containsKey("created_time") ? Instant.parse(object.get("created_time")) : null;
    }

    @Override
    public List<Place> places(String query, Set<Place.Kind> kinds, String country) {
        call("places", query, country);
        return places.stream().filter(place -> kinds.contains(place.kind())
                && place.name().toLowerCase(Locale.ROOT).contains(query.toLowerCase(Locale.ROOT))).toList();
    }

    @Override
    public List<Language> languages(String query) {
        call("languages", query);
        return List.of(new Language(5, "German"));
    }

    @Override
    public List<Detail> interests(String query) {
        call("interests", query);
        return List.of(new Detail("interests", "6003139266461", "Cycling", People.of(100, 200), List.of()));
    }

    @Override
    public List<Detail> category(String branch) {
        call("category", branch);
        return List.of();
    }

    @Override
    public List<Detail> validInterests(Collection<String> names) {
        call("validInterests", names);
        return List.of();
    }

    @Override
    public List<Detail> validDetails(AdAccountId account, Collection<String> ids) {
        call("validDetails", ids);
        return List.of();
    }

    @Override
    public People estimate(AdAccountId account, String targeting, String goal) {
        call("estimate", goal);
        return People.of(900_000, 1_000_000);
    }

    @Override
    public List<SentenceLine> sentences(AdAccountId account, String targeting) {
        call("sentences");
        return List.of();
    }

    @Override
    public Map<String, String> assets(AdAccountId account, String edge, String name) {
        return Map.of();
    }

    @Override
    public List<AccountImage> imageLibrary(AdAccountId account) {
        return List.of();
    }

    @Override
    public String sendImage(JournalledWrite write, byte[] bytes) {
        write.spend();
        return "0123456789abcdef0123456789abcdef";
    }

    @Override
    public String previewOf(AdAccountId account, String creative, String format) {
        return preview(account, new GraphId("1"), format);
    }

    @Override
    public Set<String> images(AdAccountId account, Collection<String> hashes) {
        return Set.copyOf(hashes);
    }

    @Override
    public Map<GraphId, String> pixels(AdAccountId account) {
        call("pixels");
        return Map.of(new GraphId("555"), "Shop pixel");
    }

    @Override
    public Map<GraphId, String> pages(AdAccountId account) {
        call("pages");
        return Map.of(new GraphId("555"), "Shop pixel");
    }

    @Override
    public String preview(AdAccountId account, GraphId creative, String format) {
        call("preview", creative, format);
        return preview;
    }

    @Override
    public String thumbnailUrl(AdAccountId account, GraphId creative, int width, int height) {
        call("thumbnailUrl", creative, width, height);
        return "https://cdn.example/" + creative;
    }

    @Override
    public Map<GraphId, String> thumbnailUrls(AdAccountId account, Collection<GraphId> wanted, int width,
            int height) {
        call("thumbnailUrls", wanted.size(), width, height);
        Map<GraphId, String> urls = new HashMap<>();
        for (Creative creative : creatives) {
            if (wanted.contains(creative.id()) && creative.thumbnailUrl() != null) {
                urls.put(creative.id(), creative.thumbnailUrl());
            }
        }
        return urls;
    }

    @Override
    public byte[] picture(String url) {
        call("picture", url);
        return url.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public Me me() {
        call("me");
        return new Me("1", "Nina Falk", Map.of());
    }

    @Override
    public void revoke() {
        call("revoke");
    }
}
