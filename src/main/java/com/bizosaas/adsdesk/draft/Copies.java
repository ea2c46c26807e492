package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Plans copies of objects, in their own account or in another one, as new objects to be drafted.
public final class Copies {

    /// An object to be drafted.
    ///
    /// @param ref by which its children name it as their parent
    public record Copy(String ref, Level level, Map<String, String> values) {
    }

    /// Something of one account that another does not have.
    ///
    /// @param kind `page`, `instagram`, `pixel`, `audience`, `image`, `creative`, `app` or `conversion`
    public record Used(String kind, String id, String name) implements Comparable<Used> {

        @Override
        public int compareTo(Used other) {
            int kinds = kind.compareTo(other.kind);
            return kinds == 0 ? id.compareTo(other.id) : kinds;
        }
    }

    /// The kind of things that ads show.
    public static final String CREATIVE = "creative";
    /// What takes the place of an image or creative that is made in the other account too.
    public static final String ALONG = "*";

    private static final Map<String, String> KINDS = Map.ofEntries(Map.entry("page_id", "page"),
            Map.entry("instagram_user_id", "instagram"), Map.entry("pixel_id", "pixel"),
            Map.entry("image_hash", "image"), Map.entry("hash", "image"), Map.entry("application_id", "app"),
            Map.entry("custom_conversion_id", "conversion"), Map.entry("creative_id", CREATIVE),
            Map.entry("video_id", "video"), Map.entry("product_set_id", "product set"));
    private static final Pattern WORD = Pattern.compile("\"([^\"\\\\]+)\"");
    private static final Pattern PATH = Pattern.compile("custom_audiences|excluded_custom_audiences");

    private final Projection source;
    private final Instant now;

    /// @param source with the drafts of the originals: a copy is of what they will be
    public Copies(Projection source, Instant now) {
        this.source = source;
        this.now = now;
    }

    /// The objects that a copy takes along, parents before children.
    public List<DraftKey> tree(Collection<DraftKey> keys, boolean deep) {
        Set<DraftKey> all = new LinkedHashSet<>();
        keys.forEach(key -> add(key, deep, all));
        return all.stream().sorted(java.util.Comparator.comparing(DraftKey::level)).toList();
    }

    private void add(DraftKey key, boolean deep, Set<DraftKey> all) {
        Map<String, String> values = source.after(key.level(), key.object());
        if (values.isEmpty() || Checks.over(values)) {
            return;
        }
        all.add(key);
        if (deep && key.level() == Level.CAMPAIGN) {
            source.adSets(key.object()).forEach(set -> add(new DraftKey(key.account(), Level.AD_SET, set), true, all));
        } else if (deep && key.level() == Level.AD_SET) {
            source.ads(key.object()).forEach(ad -> add(new DraftKey(key.account(), Level.AD, ad), true, all));
        }
    }

    /// The copies of one round.
    ///
    /// @param tree as [#tree] answers it
    /// @param names makes a copy's name of its original's key and name
    /// @param overrides values by level that each copy of that level gets
    /// @param round tells rounds apart, for the references
    public List<Copy> copies(List<DraftKey> tree, BiFunction<DraftKey, String, String> names,
            Map<Level, Map<String, String>> overrides, int round) {
        Map<String, String> refs = new LinkedHashMap<>();
        tree.forEach(key -> refs.put(key.object(), "#" + round + "-" + key.object()));
        List<Copy> copies = new ArrayList<>();
        for (DraftKey key : tree) {
            Map<String, String> values = values(key);
            for (String parent : List.of(Fields.CAMPAIGN, Fields.AD_SET)) {
                values.computeIfPresent(parent, (_, id) -> refs.getOrDefault(source.resolved(id), source.resolved(id)));
            }
            values.put(Fields.NAME, names.apply(key, values.getOrDefault(Fields.NAME, "")));
            values.put(Fields.STATUS, "PAUSED");
            values.putAll(overrides.getOrDefault(key.level(), Map.of()));
            copies.add(new Copy(refs.getOrDefault(key.object(), ""), key.level(), values));
        }
        return copies;
    }

    private Map<String, String> values(DraftKey key) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> after = source.after(key.level(), key.object());
        Fields.of(key.level()).forEach(field -> {
            String value = after.get(field.name());
            if (value != null && !FieldValues.isAbsent(value)
                    && (key.isNew() || !field.name().equals(Fields.URL_TAGS))) {
                values.put(field.name(), value);
            }
        });
        if (key.level() == Level.CAMPAIGN) {
            values.putIfAbsent("special_ad_categories", "[]");
            if (!CampaignCheck.hasBudget(values)) {
                values.remove("bid_strategy");
                values.putIfAbsent("is_adset_budget_sharing_enabled", "false");
            }
        }
        if (key.level() == Level.AD_SET && CampaignCheck.hasBudget(source.after(Level.CAMPAIGN,
                source.parent(Level.AD_SET, key.object())))) {
            values.remove("bid_strategy");
        }
        // A read says so of an ad set without one, and no write takes it.
        if (values.getOrDefault("destination_type", "").equals("UNDEFINED")) {
            values.remove("destination_type");
        }
        // A schedule that began is not begun again; one that is over has to be set anew.
        for (String time : List.of("start_time", "end_time")) {
            if (FieldValues.instant(values.getOrDefault(time, "")).filter(at -> !at.isAfter(now)).isPresent()) {
                values.remove(time);
            }
        }
        return values;
    }

    /// What these objects use of their account.
    public Set<Used> used(List<DraftKey> tree) {
        Map<Used, Used> used = new TreeMap<>();
        for (DraftKey key : tree) {
            source.after(key.level(), key.object()).forEach((field, value) -> {
                if (Fields.find(key.level(), field).filter(spec -> spec.kind() == FieldSpec.Kind.JSON).isPresent()) {
                    collect(Trees.read(value), used);
                }
            });
        }
        // An image that is kept on this computer is in no account yet.
        used.values().removeIf(one -> NewCreative.isKept(one.id()));
        return new LinkedHashSet<>(used.values());
    }

    private static void collect(JsonNode node, Map<Used, Used> used) {
        if (node.isObject()) {
            node.properties().forEach(entry -> {
                String kind = KINDS.get(entry.getKey());
                if (kind != null && !entry.getValue().asString("").isEmpty()) {
                    Used one = new Used(kind, entry.getValue().asString(), "");
                    used.putIfAbsent(one, one);
                } else if (PATH.matcher(entry.getKey()).matches()) {
                    entry.getValue().valueStream().forEach(audience -> {
                        Used one = new Used("audience", audience.isObject()
                                ? audience.path("id").asString("")
                                : audience.asString(""), audience.path("name").asString(""));
                        used.putIfAbsent(one, one);
                    });
                } else {
                    collect(entry.getValue(), used);
                }
            });
        } else if (node.isArray()) {
            node.valueStream().forEach(one -> collect(one, used));
        }
    }

    /// What a creative's description uses.
    public static Set<Used> usedIn(String spec) {
        Map<Used, Used> used = new TreeMap<>();
        collect(Trees.read(spec), used);
        return new LinkedHashSet<>(used.values());
    }

    /// The copies for another account: everything that is mapped replaced, and budgets left out where the currency is another.
    ///
    /// @param mapping by id; what is [#ALONG] keeps its id
    /// @param creatives descriptions of creatives that are made anew, by their id
    public static List<Copy> mapped(List<Copy> copies, Map<String, String> mapping, Map<String, String> creatives,
            boolean sameCurrency) {
        return copies.stream().map(copy -> {
            Map<String, String> values = new LinkedHashMap<>();
            copy.values().forEach((field, value) -> {
                FieldSpec spec = Fields.of(copy.level(), field);
                if (spec.kind() == FieldSpec.Kind.JSON) {
                    String described = field.equals(Fields.CREATIVE)
                            ? creatives.getOrDefault(FieldValues.creativeId(value), value)
                            : value;
                    String there = replaced(described, mapping);
                    values.put(field, field.equals(Fields.TARGETING) ? nameless(there) : there);
                } else if (sameCurrency || spec.kind() != FieldSpec.Kind.MONEY) {
                    values.put(field, value);
                }
            });
            return new Copy(copy.ref(), copy.level(), values);
        }).toList();
    }

    /// Without the names of audiences, which are those of the originals.
    private static String nameless(String targeting) {
        JsonNode tree = Trees.read(targeting);
        for (String list : List.of("custom_audiences", "excluded_custom_audiences")) {
            tree.path(list).forEach(audience -> {
                if (audience instanceof ObjectNode one) {
                    one.remove("name");
                }
            });
        }
        return Trees.write(tree);
    }

    /// Every text of the tree that is mapped, in one pass, so that nothing is replaced twice.
    private static String replaced(String json, Map<String, String> mapping) {
        return WORD.matcher(json).replaceAll(match -> {
            String other = mapping.getOrDefault(match.group(1), ALONG);
            return Matcher.quoteReplacement(other.equals(ALONG) ? match.group() : "\"" + other + "\"");
        });
    }
}
