package com.bizosaas.adsdesk.graph;

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
import com.bizosaas.adsdesk.domain.journal.WriteKind;
import com.bizosaas.adsdesk.domain.metrics.Breakdown;
import com.bizosaas.adsdesk.domain.metrics.BreakdownRow;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.RangeFact;
import com.bizosaas.adsdesk.domain.targeting.Detail;
import com.bizosaas.adsdesk.domain.targeting.Language;
import com.bizosaas.adsdesk.domain.targeting.People;
import com.bizosaas.adsdesk.domain.targeting.Place;
import com.bizosaas.adsdesk.domain.targeting.SentenceLine;
import com.bizosaas.adsdesk.graph.wire.RowReader;
import com.bizosaas.adsdesk.graph.wire.StrictJson;
import com.bizosaas.adsdesk.graph.wire.WireObject;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The desk's words on one side, Graph calls on the other.
final class GraphAdsApi implements AdsApi {

    private static final Map<String, String> FILTER_PREFIX = Map.of("campaigns", "campaign.", "adsets", "adset.",
            "ads", "ad.", "customaudiences", "");
    private static final int NAMED_PAGE = 100;

    private final GraphClient client;
    private final AccountReader accounts;
    private final ChangeReader changes;
    private final AccountMemory memory;
    private final StructureReader structures;
    private final InsightReader insights;
    private final LibraryReader library;
    private final WorkbenchCalls workbench;
    private final TargetingReader targeting;
    private final PictureReader pictures;

    GraphAdsApi(GraphClient client, AccountMemory memory, RunMemory runs, PictureReader pictures) {
        this.client = client;
        this.accounts = new AccountReader(client, memory);
        this.changes = new ChangeReader(client, memory);
        this.memory = memory;
        this.structures = new StructureReader(client, accounts, memory);
        this.insights = new InsightReader(client, memory, runs);
        this.library = new LibraryReader(client);
        this.workbench = new WorkbenchCalls(client);
        this.targeting = new TargetingReader(client);
        this.pictures = pictures;
    }

    @Override
    public void adAccounts(Consumer<List<AdAccount>> page) {
        accounts.all(page);
    }

    @Override
    public AdAccount adAccount(AdAccountId account) {
        return accounts.one(account);
    }

    @Override
    public AccountNews.Round health(Set<AdAccountId> asked, int reachable) {
        return changes.health(asked, reachable);
    }

    @Override
    public AccountNews.Round changes(Set<AdAccountId> asked, int reachable, Instant since) {
        return changes.since(asked, reachable, since);
    }

    @Override
    public boolean tellsChanges(AdAccountId account) {
        return memory.mayNest(account);
    }

    @Override
    public Optional<AdStructure> trees(AdAccountId account, Set<GraphId> campaigns) {
        return changes.trees(account, campaigns);
    }

    @Override
    public void remember(AdAccount account) {
        memory.note(account.id(), account.currency());
    }

    @Override
    public void structure(AdAccountId account, IntConsumer progress, Consumer<AdStructure> page) {
        structures.read(account, progress, page);
    }

    @Override
    public List<CustomAudience> audiences(AdAccountId account, IntConsumer progress) {
        return library.audiences(account, progress);
    }

    @Override
    public List<Creative> creatives(AdAccountId account, IntConsumer progress) {
        return library.creatives(account, progress);
    }

    @Override
    public List<CustomAudience> audiences(AdAccountId account, List<CustomAudience> known, IntConsumer progress) {
        return library.audiences(account, known, progress);
    }

    @Override
    public List<Creative> creatives(AdAccountId account, List<Creative> known, IntConsumer progress) {
        return library.creatives(account, known, progress);
    }

    @Override
    public <B extends Consumer<List<DailyFact>>> void daily(AdAccountId account, Level level, DateRange range,
            IntConsumer progress, Supplier<B> begin, BiConsumer<DateRange, List<B>> whole) {
        insights.daily(account, level, range, progress, begin, whole);
    }

    @Override
    public AccountFigures accountDays(Map<AdAccountId, DateRange> asked) {
        return insights.accountDays(asked);
    }

    @Override
    public List<ViewingFact> viewing(AdAccountId account, Level level, DateRange range, IntConsumer progress) {
        return insights.viewing(account, level, range, progress);
    }

    @Override
    public List<RangeFact> range(AdAccountId account, Level level, DateRange range, IntConsumer progress) {
        return insights.range(account, level, range, progress);
    }

    @Override
    public List<BreakdownRow> breakdown(AdAccountId account, DateRange range, Breakdown breakdown) {
        return insights.breakdown(account, range, breakdown);
    }

    @Override
    public GraphId send(JournalledWrite journalled) {
        PlannedWrite write = journalled.write();
        journalled.spend();
        WireObject answer = client.call(request(write));
        return write.kind() == WriteKind.CREATE ? made(answer) : write.target();
    }

    /// A copy says what it made by its level.
    private static GraphId made(WireObject answer) {
        for (String name : List.of("copied_campaign_id", "copied_adset_id", "copied_ad_id")) {
            if (answer.id(name) != null) {
                return new GraphId(answer.text(name));
            }
        }
        return new GraphId(answer.text("id"));
    }

    /// An edge of the account, or of one of its objects (`120…/copies`).
    private static String path(AdAccountId account, String edge) {
        return edge.endsWith("/copies") ? edge : account.value() + "/" + edge;
    }

    @Override
    public String sendImage(JournalledWrite journalled, byte[] bytes) {
        PlannedWrite write = journalled.write();
        journalled.spend();
        WireObject answer = client.call(imageCall(write)
                .with("bytes", Base64.getEncoder().encodeToString(bytes)).on(write.account(), useCase(write.edge())));
        return library.uploaded(answer);
    }

    @Override
    public List<Sent> sendAll(List<? extends JournalledWrite> writes) {
        writes.forEach(JournalledWrite::spend);
        return workbench.send(writes.stream().map(JournalledWrite::write).toList(),
                writes.stream().map(write -> request(write.write())).toList());
    }

    /// An image has a hash and no id, so the answer names none.
    private static GraphRequest imageCall(PlannedWrite write) {
        return GraphRequest.create(path(write.account(), write.edge())).shaped(GraphRequest.Shape.OBJECT);
    }

    private static GraphRequest request(PlannedWrite write) {
        GraphRequest request = switch (write.kind()) {
            case CREATE -> GraphRequest.create(path(write.account(), write.edge()));
            // Adding an image to an account changes the account, and makes nothing that has an id.
            case UPDATE -> write.edge().equals("adimages")
                    ? imageCall(write)
                    : GraphRequest.update(write.target().value());
            case DELETE -> GraphRequest.delete(write.target().value());
        };
        return request.withAll(write.requested()).on(write.account(), useCase(write.edge()));
    }

    @Override
    public Map<String, String> fields(AdAccountId account, GraphId id, List<String> fields) {
        WireObject object = client.call(GraphRequest.read(id.value()).with("fields", String.join(",", fields))
                .on(account, UseCase.ADS_MANAGEMENT));
        Map<String, String> values = new LinkedHashMap<>();
        for (String field : fields) {
            String value = object.raw(field);
            if (value != null) {
                values.put(field, value);
            }
        }
        return values;
    }

    @Override
    public List<Named> named(AdAccountId account, String edge, String name) {
        String created = edge.equals("customaudiences") ? "time_created" : "created_time";
        boolean dated = FILTER_PREFIX.containsKey(edge);
        GraphRequest request = GraphRequest.list(path(account, edge))
                .with("fields", dated ? "id,name," + created : "id,name").on(account, useCase(edge));
        if (dated) {
            Map<String, String> filter = new LinkedHashMap<>();
            filter.put("field", FILTER_PREFIX.get(edge) + "name");
            filter.put("operator", "EQUAL");
            filter.put("value", name);
            request = request.with("filtering", StrictJson.write(List.of(filter)));
        }
        Function<WireObject, @Nullable WireObject> usable = row -> row.id("id") != null
                && row.text("name").equals(name) ? row : null;
        return new Pages(client).all(new Listing<>(request, NAMED_PAGE, RowReader.of(usable), row -> row.text("id")))
                .stream()
                .map(row -> new Named(new GraphId(row.text("id")), row.time(created)))
                .sorted(Comparator.comparing((Named one) -> Objects.requireNonNullElse(one.createdAt(), Instant.EPOCH))
                        .reversed())
                .toList();
    }

    @Override
    public Map<GraphId, Map<String, String>> fieldsOf(AdAccountId account, Map<GraphId, List<String>> fields) {
        return workbench.fieldsOf(account, fields);
    }

    @Override
    public Map<GraphId, Map<String, String>> fieldsOf(AdAccountId account, Level level,
            Map<GraphId, List<String>> fields) {
        return workbench.fieldsOf(account, level, fields);
    }

    @Override
    public Map<GraphId, Map<String, String>> details(AdAccountId account, Level level, List<String> fields) {
        return workbench.details(account, level, fields);
    }

    @Override
    public List<Optional<GraphException>> validate(AdAccountId account, List<Trial> trials) {
        return workbench.validate(account, trials);
    }

    @Override
    public List<Activity> activities(AdAccountId account, Instant since) {
        return workbench.activities(account, since);
    }

    @Override
    public List<Place> places(String query, Set<Place.Kind> kinds, String country) {
        return targeting.places(query, kinds, country);
    }

    @Override
    public List<Language> languages(String query) {
        return targeting.languages(query);
    }

    @Override
    public List<Detail> interests(String query) {
        return targeting.interests(query);
    }

    @Override
    public List<Detail> category(String branch) {
        return targeting.category(branch);
    }

    @Override
    public List<Detail> validInterests(Collection<String> names) {
        return targeting.validInterests(names);
    }

    @Override
    public List<Detail> validDetails(AdAccountId account, Collection<String> ids) {
        return targeting.validDetails(account, ids);
    }

    @Override
    public People estimate(AdAccountId account, String spec, String goal) {
        return targeting.estimate(account, spec, goal);
    }

    @Override
    public List<SentenceLine> sentences(AdAccountId account, String spec) {
        return targeting.sentences(account, spec);
    }

    @Override
    public Map<GraphId, String> pixels(AdAccountId account) {
        return library.pixels(account);
    }

    @Override
    public Map<GraphId, String> pages(AdAccountId account) {
        return library.pages(account);
    }

    @Override
    public Map<String, String> assets(AdAccountId account, String edge, String name) {
        return library.assets(account, edge, name);
    }

    @Override
    public Set<String> images(AdAccountId account, Collection<String> hashes) {
        return library.images(account, hashes);
    }

    @Override
    public List<AccountImage> imageLibrary(AdAccountId account) {
        return library.imageLibrary(account);
    }

    @Override
    public String previewOf(AdAccountId account, String creative, String format) {
        return library.previewOf(account, creative, format);
    }

    @Override
    public String preview(AdAccountId account, GraphId creative, String format) {
        return library.preview(account, creative, format);
    }

    @Override
    public String thumbnailUrl(AdAccountId account, GraphId creative, int width, int height) {
        return library.thumbnailUrl(account, creative, width, height);
    }

    @Override
    public Map<GraphId, String> thumbnailUrls(AdAccountId account, Collection<GraphId> creatives, int width,
            int height) {
        return library.thumbnailUrls(account, creatives, width, height);
    }

    @Override
    public byte[] picture(String url) {
        return pictures.read(url);
    }

    @Override
    public Me me() {
        WireObject user = client.call(GraphRequest.read("me").with("fields", "id,name"));
        Map<String, String> permissions = new LinkedHashMap<>();
        for (WireObject row : client.call(GraphRequest.list("me/permissions")).list("data")) {
            permissions.put(row.text("permission"), row.text("status"));
        }
        return new Me(user.text("id"), user.text("name"), permissions);
    }

    @Override
    public void revoke() {
        client.call(GraphRequest.delete("me/permissions"));
    }

    private static UseCase useCase(String edge) {
        return edge.equals("customaudiences") ? UseCase.CUSTOM_AUDIENCE : UseCase.ADS_MANAGEMENT;
    }
}
