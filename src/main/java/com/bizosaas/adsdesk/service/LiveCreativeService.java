package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Creative;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.domain.journal.Before;
import com.bizosaas.adsdesk.domain.journal.PlannedWrite;
import com.bizosaas.adsdesk.graph.AdsApi;
import com.bizosaas.adsdesk.graph.GraphException;
import com.bizosaas.adsdesk.store.CreativeStore;
import com.bizosaas.adsdesk.sync.ApiSource;
import com.bizosaas.adsdesk.sync.Generations;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Shows creatives. Picture addresses are signed and die, so bytes are kept by creative id and addresses only for a
/// moment; those of many cards are asked for in one request.
final class LiveCreativeService implements CreativeService {

    private static final int SIDE = 600;
    private static final int AT_ONCE = 50;
    private static final long MEMORY_BYTES = 32L * 1024 * 1024;
    private static final Set<String> SHOWN = Set.of("object_story_spec", "asset_feed_spec", "object_story_id");
    private static final Pattern FORMAT = Pattern.compile("[A-Z][A-Z0-9_]{2,60}");

    private final CreativeStore store;
    private final OwnWrites writes;
    private final Library library;
    private final ApiSource apis;
    private final Generations generations;
    private final PreviewFrame.Addresses addresses;
    private final InstantSource clock;
    private final Cache<Place, byte[]> pictures = Caffeine.newBuilder().maximumWeight(MEMORY_BYTES)
            .weigher((Place place, byte[] picture) -> picture.length).build();
    private final Cache<Place, String> urls = Caffeine.newBuilder().maximumSize(5000)
            .expireAfterWrite(Duration.ofHours(1)).build();
    private final Cache<Place, Boolean> without = Caffeine.newBuilder().maximumSize(5000)
            .expireAfterWrite(Duration.ofMinutes(10)).build();
    private final Map<AdAccountId, ReentrantLock> asking = new ConcurrentHashMap<>();

    private record Place(TenantId tenant, AdAccountId account, GraphId creative) {
    }

    LiveCreativeService(CreativeStore store, OwnWrites writes, Library library, ApiSource apis, Generations generations,
            PreviewFrame.Addresses addresses, InstantSource clock) {
        this.store = store;
        this.writes = writes;
        this.library = library;
        this.apis = apis;
        this.generations = generations;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Override
    public Stamped<List<Creative>> creatives(TenantId tenant, AdAccountId account) {
        return Problems.explained(() -> library.creatives(tenant, account));
    }

    @Override
    public Optional<byte[]> thumbnail(TenantId tenant, AdAccountId account, GraphId creative) {
        return Problems.explained(() -> {
            Place place = new Place(tenant, account, creative);
            byte[] known = pictures.getIfPresent(place);
            if (known != null) {
                return Optional.of(known.clone());
            }
            Optional<byte[]> kept = store.thumbnail(tenant, account, creative);
            if (kept.isEmpty() && without.getIfPresent(place) == null) {
                kept = fetched(place);
            }
            kept.ifPresent(bytes -> pictures.put(place, bytes.clone()));
            return kept;
        });
    }

    private Optional<byte[]> fetched(Place place) {
        long generation = generations.current(place.tenant);
        AdsApi api = apis.api(place.tenant);
        String url = url(api, place);
        if (url == null) {
            without.put(place, true);
            return Optional.empty();
        }
        if (!addresses.allows(url)) {
            throw new DeskException(Problem.of(Problem.Kind.FAILED, "The picture leads to an unexpected address",
                    "It is not fetched. Refresh the creatives."));
        }
        byte[] bytes;
        try {
            bytes = api.picture(url);
        } catch (GraphException e) {
            urls.invalidate(place);
            throw e;
        }
        generations.store(place.tenant, generation,
                () -> store.putThumbnail(place.tenant, place.account, place.creative, bytes, clock.instant()));
        return Optional.of(bytes);
    }

    /// One at a time per account, so that a grid of cards makes one request, not one a card.
    private @Nullable String url(AdsApi api, Place place) {
        ReentrantLock turn = asking.computeIfAbsent(place.account, account -> new ReentrantLock());
        turn.lock();
        try {
            String known = urls.getIfPresent(place);
            if (known != null) {
                return known;
            }
            List<GraphId> missing = Stream
                    .concat(Stream.of(place.creative),
                            library.creatives(place.tenant, place.account).value().stream().map(Creative::id)
                                    .filter(id -> !id.equals(place.creative)).filter(id -> lacking(place, id)))
                    .limit(AT_ONCE).toList();
            api.thumbnailUrls(place.account, missing, SIDE, SIDE).forEach((id, url) -> {
                if (!url.isEmpty()) {
                    urls.put(new Place(place.tenant, place.account, id), url);
                }
            });
            return urls.getIfPresent(place);
        } finally {
            turn.unlock();
        }
    }

    private boolean lacking(Place beside, GraphId creative) {
        Place place = new Place(beside.tenant, beside.account, creative);
        return urls.getIfPresent(place) == null && pictures.getIfPresent(place) == null
                && without.getIfPresent(place) == null
                && store.thumbnail(beside.tenant, beside.account, creative).isEmpty();
    }

    @Override
    public Preview preview(TenantId tenant, AdAccountId account, GraphId creative, String format) {
        return Problems.explained(() -> {
            if (!FORMAT.matcher(format).matches()) {
                throw new DeskException(
                        Problem.invalid("format", "Unknown placement", "Choose a placement of the list."));
            }
            return PreviewFrame.of(apis.api(tenant).preview(account, creative, format), addresses);
        });
    }

    @Override
    public List<Page> pages(TenantId tenant, AdAccountId account) {
        return Problems.explained(() -> apis.api(tenant).pages(account).entrySet().stream()
                .map(page -> new Page(page.getKey(), page.getValue())).sorted(Comparator.comparing(Page::name))
                .toList());
    }

    @Override
    public GraphId create(TenantId tenant, AdAccountId account, String name, Map<String, String> specs) {
        return Problems.explained(() -> {
            CampaignRules.checkName(name);
            if (Collections.disjoint(specs.keySet(), SHOWN)) {
                throw new DeskException(Problem.invalid("objectStorySpec", "A creative shows something",
                        "Give object_story_spec, asset_feed_spec or object_story_id."));
            }
            writes.writable(tenant, account);
            Map<String, String> parameters = new LinkedHashMap<>();
            parameters.put("name", name.strip());
            parameters.putAll(specs);
            Set<GraphId> namesakes = library.creatives(tenant, account).value().stream()
                    .filter(one -> one.name().equals(name.strip())).map(Creative::id).collect(Collectors.toSet());
            GraphId made = writes.perform(PlannedWrite.create(tenant, account, "adcreatives", name.strip(),
                    "creative.create", new Before.Nothing(namesakes), parameters));
            writes.changed(tenant, account, Topic.CREATIVES);
            return made;
        });
    }

    /// The tenant's sign-in ended.
    void forget(TenantId tenant) {
        pictures.asMap().keySet().removeIf(place -> place.tenant.equals(tenant));
        urls.asMap().keySet().removeIf(place -> place.tenant.equals(tenant));
        without.asMap().keySet().removeIf(place -> place.tenant.equals(tenant));
    }
}
