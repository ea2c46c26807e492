package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.BidFields;
import com.bizosaas.adsdesk.draft.Cell;
import com.bizosaas.adsdesk.draft.Change;
import com.bizosaas.adsdesk.draft.Draft.Action;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.DraftBook;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Edits;
import com.bizosaas.adsdesk.draft.FieldSpec;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.Finding.Severity;
import com.bizosaas.adsdesk.draft.Finding;
import com.bizosaas.adsdesk.draft.NewCreative;
import com.bizosaas.adsdesk.graph.AdsApi;
import com.bizosaas.adsdesk.graph.GraphException;
import com.bizosaas.adsdesk.store.DetailStore;
import com.bizosaas.adsdesk.sync.ApiSource;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What Facebook is asked about drafts: what it has now, and whether it would take them. Nothing in here writes.
/// Thread-safe.
final class RemoteDrafts {

    /// The amount that takes a spend cap away (graph-api chapter 04).
    private static final String NO_CAP = "922337203685478";

    /// Parts of a creative of which another is made.
    static final List<String> CREATIVE_PARTS = List.of("name", "object_story_spec", "asset_feed_spec", Fields.URL_TAGS,
            "degrees_of_freedom_spec");
    /// Where the parts are kept among an ad's details.
    private static final String PART = "creative.";

    private final ApiSource apis;
    private final RemoteAssets assets;
    private final DraftBooks books;
    private final DetailStore store;
    private final Applied applied;
    private final PublishPace pace;
    private final InstantSource clock;
    private final Map<TenantId, Map<DraftKey, Verdict>> verdicts = new ConcurrentHashMap<>();

    /// Facebook's word on a draft as it was.
    private record Verdict(Map<String, Cell> cells, @Nullable Finding finding) {
    }

    RemoteDrafts(ApiSource apis, DraftBooks books, DetailStore store, Applied applied, PublishPace pace,
            InstantSource clock) {
        this.apis = apis;
        this.assets = new RemoteAssets(apis);
        this.books = books;
        this.store = store;
        this.applied = applied;
        this.pace = pace;
        this.clock = clock;
    }

    RemoteAssets assets() {
        return assets;
    }

    /// Reads what can be drafted of an object, keeps it, and holds its draft against it.
    void read(TenantId tenant, DraftKey key) {
        read(tenant, key.account(), Map.of(key, Fields.of(key.level()).stream().map(FieldSpec::name).toList()));
    }

    /// Holds drafts against what Facebook has now.
    void compare(TenantId tenant, Collection<Draft> drafts) {
        Map<AdAccountId, Map<DraftKey, List<String>>> asked = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            if (!draft.key().isNew() && !draft.cells().isEmpty()) {
                asked.computeIfAbsent(draft.key().account(), _ -> new LinkedHashMap<>()).put(draft.key(),
                        List.copyOf(draft.cells().keySet()));
            }
        }
        asked.forEach((account, fields) -> read(tenant, account, fields));
    }

    /// Reads fields of objects, keeps them, and holds the drafts against them. A field that Facebook leaves out has no
    /// value; an object that is gone is not among the answers.
    Map<DraftKey, Map<String, String>> read(TenantId tenant, AdAccountId account,
            Map<DraftKey, ? extends Collection<String>> asked) {
        Map<Level, Map<GraphId, List<String>>> names = new EnumMap<>(Level.class);
        asked.forEach((key, fields) -> names.computeIfAbsent(key.level(), _ -> new LinkedHashMap<>()).put(key.id(),
                wireNames(fields)));
        Map<GraphId, Map<String, String>> read = new HashMap<>();
        names.forEach((level, some) -> read.putAll(apis.api(tenant).fieldsOf(account, level, some)));
        Map<DraftKey, Map<String, String>> values = new LinkedHashMap<>();
        asked.forEach((key, fields) -> {
            Map<String, String> raw = read.get(key.id());
            if (raw != null) {
                values.put(key, values(fields, raw));
            }
        });
        Map<String, Map<String, String>> details = new LinkedHashMap<>();
        values.forEach((key, some) -> details.put(key.object(), some));
        store.put(tenant, account, details, clock.instant());
        values.forEach((key, some) -> applied.known(tenant, key, some));
        books.observe(tenant, book -> {
            List<Change> changes = new ArrayList<>();
            values.forEach((key, some) -> book.find(key)
                    .ifPresent(draft -> changes.addAll(Edits.observe(draft, some))));
            return changes;
        });
        return values;
    }

    /// Reads everything that can be drafted of every object of an account, for work offline.
    ///
    /// @return how many objects were read
    int readAll(TenantId tenant, AdAccountId account) {
        int count = 0;
        for (Level level : List.of(Level.CAMPAIGN, Level.AD_SET, Level.AD)) {
            List<String> fields = Fields.of(level).stream().map(FieldSpec::name).toList();
            Map<String, Map<String, String>> details = new LinkedHashMap<>();
            apis.api(tenant).details(account, level, wireNames(fields))
                    .forEach((id, raw) -> details.put(id.value(), values(fields, raw)));
            store.put(tenant, account, details, clock.instant());
            count += details.size();
        }
        return count;
    }

    /// URL parameters and the creative are read together, with all that another creative can be made of.
    private static List<String> wireNames(Collection<String> fields) {
        List<String> names = new ArrayList<>();
        for (String field : fields) {
            boolean creative = field.equals(Fields.URL_TAGS) || field.equals(Fields.CREATIVE);
            String name = creative ? "creative{id," + String.join(",", CREATIVE_PARTS) + "}" : field;
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        return names.isEmpty() ? List.of("id") : names;
    }

    private static Map<String, String> values(Collection<String> fields, Map<String, String> raw) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String field : fields) {
            if (field.equals(Fields.URL_TAGS) || field.equals(Fields.CREATIVE)) {
                JsonNode creative = Json.read(raw.getOrDefault(Fields.CREATIVE, "{}"));
                String id = creative.path("id").asString("");
                values.put(Fields.CREATIVE, id.isEmpty() ? "" : FieldValues.creative(id));
                values.put(Fields.URL_TAGS, creative.path(Fields.URL_TAGS).asString(""));
                CREATIVE_PARTS.forEach(part -> values.put(PART + part, text(creative.path(part))));
            } else {
                values.put(field, raw.getOrDefault(field, ""));
            }
        }
        return values;
    }

    /// What was read of a part of an ad's creative, as JSON; empty where it has none.
    static String part(Map<String, String> values, String part) {
        return values.getOrDefault(PART + part, "");
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() || value.isNull()
                ? ""
                : value.isContainer()
                        ? Json.MAPPER.writeValueAsString(value)
                        : value.asString("");
    }

    /// Asks Facebook whether it would take these drafts, and remembers its word until they are edited again. Where an
    /// account takes few calls it waits between some and some.
    void validate(TenantId tenant, Set<DraftKey> keys) {
        Map<AdAccountId, List<DraftKey>> open = unasked(tenant, keys).stream()
                .collect(Collectors.groupingBy(DraftKey::account, LinkedHashMap::new, Collectors.toList()));
        open.forEach((account, some) -> {
            for (int from = 0; from < some.size();) {
                int to = from + pace.ask(tenant, account, some.size() - from);
                validate(tenant, account, some.subList(from, to));
                from = to;
            }
        });
    }

    private void validate(TenantId tenant, AdAccountId account, List<DraftKey> keys) {
        DraftBook book = books.book(tenant);
        List<Draft> drafts = keys.stream().flatMap(key -> book.find(key).stream()).toList();
        List<Optional<GraphException>> answers = apis.api(tenant).validate(account,
                drafts.stream().map(draft -> trial(tenant, draft)).toList());
        Map<DraftKey, Verdict> mine = verdicts.computeIfAbsent(tenant, _ -> new ConcurrentHashMap<>());
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            mine.put(draft.key(), new Verdict(draft.cells(),
                    answers.get(i).map(refused -> finding(draft.key(), refused)).orElse(null)));
        }
    }

    /// Those of which Facebook's word is not known as they are now. There is no `validate_only` for audiences and
    /// deletions, nor for children of objects that do not exist yet and ads whose media go up with them.
    List<DraftKey> unasked(TenantId tenant, Set<DraftKey> keys) {
        DraftBook book = books.book(tenant);
        Map<DraftKey, Verdict> known = verdicts.getOrDefault(tenant, Map.of());
        return book.drafts().stream().filter(draft -> keys.contains(draft.key()))
                .filter(draft -> draft.action() != Action.REMOVE && draft.key().level() != Level.AUDIENCE
                        && !refersToNew(tenant, draft) && !showsKept(draft))
                .filter(draft -> {
                    Verdict verdict = known.get(draft.key());
                    return verdict == null || !verdict.cells.equals(draft.cells());
                }).map(Draft::key).toList();
    }

    private AdsApi.Trial trial(TenantId tenant, Draft draft) {
        Map<String, String> values = new LinkedHashMap<>(drafted(tenant, draft.key(), draft.cells()));
        if (draft.key().level() == Level.AD_SET && !draft.key().isNew()) {
            Map<String, String> known = applied.adSet(tenant, draft.key());
            BidFields.along(values).map(field -> Map.entry(field, known.getOrDefault(field, "")))
                    .filter(one -> !FieldValues.isAbsent(one.getValue()))
                    .ifPresent(one -> values.put(one.getKey(), one.getValue()));
        }
        return draft.key().isNew()
                ? new AdsApi.Trial(edge(draft.key().level()), null, values)
                : new AdsApi.Trial("", draft.key().id(), values);
    }

    /// Facebook cannot judge a creative whose image it does not have; images go up after *Publish*.
    private static boolean showsKept(Draft draft) {
        String creative = draft.mine(Fields.CREATIVE);
        return creative != null && CreativeParts.images(creative).stream().anyMatch(NewCreative::isKept);
    }

    private boolean refersToNew(TenantId tenant, Draft draft) {
        Map<String, String> aliases = books.aliases(tenant);
        return draft.cells().entrySet().stream()
                .anyMatch(cell -> Fields.of(draft.key().level(), cell.getKey()).kind() == FieldSpec.Kind.REFERENCE
                        && DraftKey.isNew(aliases.getOrDefault(cell.getValue().mine(), cell.getValue().mine())));
    }

    /// Which level's objects are listed there; empty for what is on none.
    static Optional<Level> level(String edge) {
        return Stream.of(Level.CAMPAIGN, Level.AD_SET, Level.AD, Level.AUDIENCE)
                .filter(level -> edge(level).equals(edge)).findFirst();
    }

    static String edge(Level level) {
        return switch (level) {
            case CAMPAIGN -> "campaigns";
            case AD_SET -> "adsets";
            case AD -> "ads";
            case AUDIENCE -> "customaudiences";
            case ACCOUNT -> throw new IllegalArgumentException("An ad account is on no edge of its own");
        };
    }

    /// The drafted values as the API takes them.
    private Map<String, String> drafted(TenantId tenant, DraftKey key, Map<String, Cell> cells) {
        Map<String, String> mine = new LinkedHashMap<>();
        cells.forEach((field, cell) -> mine.put(field, cell.mine()));
        return parameters(tenant, key, mine);
    }

    /// Values as the API takes them: references to objects that were new by their ids, an open end as 0, and URL
    /// parameters as a creative that has them.
    Map<String, String> parameters(TenantId tenant, DraftKey key, Map<String, String> values) {
        Map<String, String> aliases = books.aliases(tenant);
        Map<String, String> parameters = new LinkedHashMap<>();
        values.forEach((field, value) -> {
            FieldSpec spec = Fields.of(key.level(), field);
            if (spec.kind() == FieldSpec.Kind.REFERENCE) {
                parameters.put(field, aliases.getOrDefault(value, value));
            } else if (value.isEmpty() || field.equals(Fields.SPEND_CAP) && FieldValues.isAbsent(value)) {
                // A new object has nothing that could be taken away.
                Optional<String> word = key.isNew() ? Optional.empty() : cleared(spec);
                word.ifPresent(one -> parameters.put(field, one));
            } else if (field.equals(Fields.CREATIVE)) {
                parameters.put(field, CreativeParts.sendable(value, values.getOrDefault(Fields.NAME, "")));
            } else if (!field.equals(Fields.URL_TAGS)) {
                parameters.put(field, value);
            }
        });
        String tags = values.get(Fields.URL_TAGS);
        if (tags != null) {
            parameters.put(Fields.CREATIVE, tagged(tenant, key, values.getOrDefault(Fields.CREATIVE, ""), tags,
                    values.getOrDefault(Fields.NAME, "")));
        }
        return parameters;
    }

    /// Whether what is sent takes the field's value away.
    static boolean takesAway(FieldSpec field, String sent) {
        return field.kind() != FieldSpec.Kind.TEXT && cleared(field).filter(sent::equals).isPresent();
    }

    /// How a value is taken away; empty where the API has no word for it and the field is left out.
    private static Optional<String> cleared(FieldSpec field) {
        if (field.name().equals(Fields.SPEND_CAP)) {
            return Optional.of(NO_CAP);
        }
        return switch (field.kind()) {
            case TIME -> Optional.of("0");
            case JSON -> Optional.of("[]");
            case TEXT -> Optional.of("");
            case MONEY, WORD, FLAG, REFERENCE -> Optional.empty();
        };
    }

    /// A creative like the ad's, with other URL parameters: a creative itself never changes (graph-api chapter 08).
    ///
    /// @param name of the ad
    private String tagged(TenantId tenant, DraftKey key, String creative, String tags, String name) {
        Map<String, String> parts = new HashMap<>();
        String id = FieldValues.creativeId(creative);
        if (id.isEmpty() && !creative.isEmpty()) {
            return CreativeParts.tagged(CreativeParts.sendable(creative, name), tags);
        }
        if (id.isEmpty() && !key.isNew()) {
            Map<String, String> detail = store.of(tenant, key.account(), key.object());
            CREATIVE_PARTS.forEach(part -> parts.put(part, detail.getOrDefault(PART + part, "")));
        } else if (!id.isEmpty()) {
            parts.putAll(apis.api(tenant).fields(key.account(), new GraphId(id), CREATIVE_PARTS));
        }
        return CreativeParts.with(parts, tags);
    }

    /// Facebook's objections to the drafts as they are now.
    Map<DraftKey, Finding> verdicts(TenantId tenant, DraftBook book) {
        Map<DraftKey, Finding> findings = new HashMap<>();
        verdicts.getOrDefault(tenant, Map.of()).forEach((key, verdict) -> {
            Finding finding = verdict.finding;
            Draft draft = book.find(key).orElse(null);
            if (finding != null && draft != null && draft.cells().equals(verdict.cells)) {
                findings.put(key, finding);
            }
        });
        return findings;
    }

    private static Finding finding(DraftKey key, GraphException refused) {
        Problem problem = GraphProblems.of(refused);
        String field = refused.field().isEmpty() ? "" : refused.field().getFirst();
        return new Finding(key, Fields.find(key.level(), field).map(FieldSpec::name).orElse(""), Severity.RED,
                "facebook." + refused.code() + (refused.subcode() == 0 ? "" : "." + refused.subcode()),
                problem.title(), problem.remedy(), Map.of(), problem.until());
    }
}
