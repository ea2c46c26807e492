package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AccountImage;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.CampaignTemplate;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.KeptImage;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.NewCreative;
import com.bizosaas.adsdesk.graph.AdsApi;
import com.bizosaas.adsdesk.graph.GraphException;
import com.bizosaas.adsdesk.store.AssetStore.Kind;
import com.bizosaas.adsdesk.sync.ApiSource;
import com.bizosaas.adsdesk.store.DeskStore;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Keeps pictures and lists in the store, and asks Facebook only where the interface says so. Thread-safe.
final class LiveLaunchService implements LaunchService {

    /// How much is kept for a client's drafts, so that control store and backups stay of a size that can be carried.
    private static final long MOST = 300L * 1024 * 1024;
    /// How long an image stays that no draft shows, for *Undo* may bring the draft back.
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Pattern FORMAT = Pattern.compile("[A-Z][A-Z0-9_]{2,60}");

    private final DeskStore store;
    private final ApiSource apis;
    private final DraftBooks books;
    private final CampaignTemplates templates;
    private final PreviewFrame.Addresses addresses;
    private final InstantSource clock;
    private final Cache<Place, List<AccountImage>> libraries = Caffeine.newBuilder().maximumSize(50)
            .expireAfterWrite(Duration.ofMinutes(10)).build();
    private final Cache<Picture, byte[]> pictures = Caffeine.newBuilder().maximumSize(200).build();

    private record Place(TenantId tenant, AdAccountId account) {
    }

    private record Picture(Place place, String image) {
    }

    LiveLaunchService(DeskStore store, ApiSource apis, DraftBooks books, CampaignTemplates templates,
            PreviewFrame.Addresses addresses, InstantSource clock) {
        this.store = store;
        this.apis = apis;
        this.books = books;
        this.templates = templates;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Override
    public Assets assets(TenantId tenant, AdAccountId account) {
        return Problems.explained(() -> new Assets(kept(tenant, account, Kind.PAGE),
                kept(tenant, account, Kind.INSTAGRAM), kept(tenant, account, Kind.PIXEL)));
    }

    private Map<String, String> kept(TenantId tenant, AdAccountId account, Kind kind) {
        Map<String, String> names = new LinkedHashMap<>();
        store.assets().list(tenant, account, kind).entrySet().stream()
                .sorted(Map.Entry.comparingByValue(String.CASE_INSENSITIVE_ORDER))
                .forEach(one -> names.put(one.getKey().value(), one.getValue()));
        return names;
    }

    @Override
    public Assets readAssets(TenantId tenant, AdAccountId account) {
        return Problems.explained(() -> {
            AdsApi api = apis.api(tenant);
            Instant asOf = clock.instant();
            store.assets().replaceAll(tenant, account, Kind.PAGE, api.pages(account), asOf);
            store.assets().replaceAll(tenant, account, Kind.PIXEL, api.pixels(account), asOf);
            try {
                Map<GraphId, String> names = new LinkedHashMap<>();
                api.assets(account, "instagram_accounts", "username")
                        .forEach((id, name) -> names.put(new GraphId(id), name));
                store.assets().replaceAll(tenant, account, Kind.INSTAGRAM, names, asOf);
            } catch (GraphException e) {
                // The list wants a permission of its own; “Use the Page” needs none.
                if (e.kind() != GraphException.Kind.PERMISSION && e.kind() != GraphException.Kind.REFUSED) {
                    throw e;
                }
            }
            return assets(tenant, account);
        });
    }

    @Override
    public List<AccountImage> library(TenantId tenant, AdAccountId account) {
        return Problems.explained(() -> {
            List<AccountImage> read = apis.api(tenant).imageLibrary(account);
            libraries.put(new Place(tenant, account), read);
            return read;
        });
    }

    @Override
    public KeptImage keep(TenantId tenant, String fileName, byte[] bytes) {
        return Problems.explained(() -> {
            KeptImage image = ImageFile.of(fileName, bytes);
            Optional<KeptImage> known = store.images().find(tenant, image.sha256());
            store.images().prune(tenant, needed(tenant), clock.instant().minus(KEPT));
            if (known.isEmpty() && store.images().size(tenant) + bytes.length > MOST) {
                throw new DeskException(Problem.invalid("image", "The drafts of this client hold "
                        + MOST / 1024 / 1024 + " MB of images already",
                        "Publish or discard some of them first, or choose smaller files."));
            }
            store.images().keep(tenant, known.orElse(image), bytes, clock.instant());
            return known.orElse(image);
        });
    }

    /// Images that drafts or rows of unfinished batches show.
    private Set<String> needed(TenantId tenant) {
        Set<String> needed = new TreeSet<>();
        List<String> texts = new ArrayList<>();
        books.book(tenant).drafts().forEach(draft -> draft.cells().values().forEach(cell -> texts.add(cell.mine())));
        store.templates().list(tenant)
                .forEach(one -> one.parts().forEach(part -> texts.addAll(part.values().values())));
        texts.stream().filter(text -> text.contains(NewCreative.KEPT))
                .flatMap(text -> CreativeParts.images(text).stream())
                .filter(NewCreative::isKept).forEach(image -> needed.add(NewCreative.sha256(image)));
        return needed;
    }

    @Override
    public Optional<byte[]> picture(TenantId tenant, AdAccountId account, String image) {
        return Problems.explained(() -> {
            Place place = new Place(tenant, account);
            byte[] known = pictures.getIfPresent(new Picture(place, image));
            if (known != null) {
                return Optional.of(known.clone());
            }
            Optional<byte[]> found = NewCreative.isKept(image)
                    ? store.images().bytes(tenant, NewCreative.sha256(image))
                    : ofLibrary(place, image);
            found.ifPresent(bytes -> pictures.put(new Picture(place, image), bytes.clone()));
            return found;
        });
    }

    private Optional<byte[]> ofLibrary(Place place, String hash) {
        List<AccountImage> library = libraries.getIfPresent(place);
        if (library == null) {
            library = library(place.tenant, place.account);
        }
        return library.stream().filter(one -> one.hash().equals(hash) && addresses.allows(one.url())).findFirst()
                .map(one -> apis.api(place.tenant).picture(one.url()));
    }

    @Override
    public CreativeService.Preview preview(TenantId tenant, AdAccountId account, String creative, String format) {
        return Problems.explained(() -> {
            if (!FORMAT.matcher(format).matches()) {
                throw new DeskException(
                        Problem.invalid("format", "Unknown placement", "Choose a placement of the list."));
            }
            if (CreativeParts.images(creative).stream().anyMatch(NewCreative::isKept)) {
                throw new DeskException(Problem.invalid("creative", "Facebook does not have this image yet",
                        "It is uploaded when you publish. The drawing here shows how it will stand."));
            }
            return PreviewFrame.of(
                    apis.api(tenant).previewOf(account, CreativeParts.sendable(creative, ""), format), addresses);
        });
    }

    @Override
    public List<CampaignTemplate> templates(TenantId tenant) {
        return Problems.explained(() -> templates.list(tenant));
    }

    @Override
    public void saveTemplate(TenantId tenant, String name, DraftKey campaign) {
        Problems.explained(() -> {
            templates.save(tenant, name, campaign);
            return name;
        });
    }

    @Override
    public void deleteTemplate(TenantId tenant, String id) {
        Problems.explained(() -> {
            store.templates().delete(tenant, id);
            return id;
        });
    }

    @Override
    public Begun begin(TenantId tenant, AdAccountId account, String id) {
        return Problems.explained(() -> templates.begin(tenant, account, id));
    }

    /// The tenant's sign-in ended.
    void forget(TenantId tenant) {
        libraries.asMap().keySet().removeIf(place -> place.tenant.equals(tenant));
        pictures.asMap().keySet().removeIf(picture -> picture.place.tenant.equals(tenant));
    }
}
