package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.FieldSpec.Kind;
import com.bizosaas.adsdesk.draft.FieldSpec.Use;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which fields can be drafted on which level (graph-api chapter 04).
public final class Fields {

    public static final String NAME = "name";
    public static final String STATUS = "status";
    public static final String DAILY = "daily_budget";
    public static final String LIFETIME = "lifetime_budget";
    public static final String CAMPAIGN = "campaign_id";
    public static final String AD_SET = "adset_id";
    public static final String TARGETING = "targeting";
    public static final String CREATIVE = "creative";
    public static final String OBJECTIVE = "objective";
    public static final String CATEGORIES = "special_ad_categories";
    public static final String CATEGORY_COUNTRIES = "special_ad_category_country";
    /// Whether ad sets with budgets of their own lend each other some: an answer that Facebook wants where the campaign has
    /// none.
    public static final String SHARING = "is_adset_budget_sharing_enabled";
    public static final String STRATEGY = "bid_strategy";
    public static final String BID = "bid_amount";
    public static final String BID_LIMITS = "bid_constraints";
    public static final String SPEND_CAP = "spend_cap";
    public static final String START = "start_time";
    public static final String END = "end_time";
    public static final String GOAL = "optimization_goal";
    public static final String BILLED = "billing_event";
    public static final String PROMOTED = "promoted_object";
    public static final String DESTINATION = "destination_type";
    public static final String ATTRIBUTION = "attribution_spec";
    public static final String BENEFICIARY = "dsa_beneficiary";
    public static final String PAYOR = "dsa_payor";
    public static final String REGION_CATEGORIES = "regional_regulated_categories";
    /// Beneficiary and payer where Taiwan, Singapore, Australia and India want to know them, as ids.
    public static final String REGION_IDENTITIES = "regional_regulation_identities";
    /// The tracking parameters of an ad's creative. A creative never changes, so a new one is made of the old with these.
    public static final String URL_TAGS = "url_tags";
    /// The audience that a lookalike grows from.
    public static final String ORIGIN = "origin_audience_id";
    public static final String LOOKALIKE = "lookalike_spec";
    public static final String RULE = "rule";
    public static final String SUBTYPE = "subtype";

    private static final Map<Level, Map<String, FieldSpec>> ALL = new EnumMap<>(Level.class);

    static {
        List<FieldSpec> campaign = new ArrayList<>(List.of(text(NAME, "Name"), word(STATUS, "Status"),
                money(DAILY, "Daily budget", true), money(LIFETIME, "Lifetime budget", true),
                learning("bid_strategy", "Bid strategy", Kind.WORD), money(SPEND_CAP, "Spend cap", false),
                json("special_ad_categories", "Special ad categories"),
                json("special_ad_category_country", "Countries of the special category"),
                once("objective", "Objective", Kind.WORD), once("buying_type", "Buying type", Kind.WORD),
                spec("is_adset_budget_sharing_enabled", "Ad sets share budget", Kind.FLAG)));
        List<FieldSpec> adSet = List.of(text(NAME, "Name"), word(STATUS, "Status"), money(DAILY, "Daily budget", true),
                money(LIFETIME, "Lifetime budget", true), learning("bid_strategy", "Bid strategy", Kind.WORD),
                money("bid_amount", "Bid or cost cap", true), learning("bid_constraints", "ROAS floor", Kind.JSON),
                spec("start_time", "Start", Kind.TIME), spec("end_time", "End", Kind.TIME),
                learning(TARGETING, "Targeting", Kind.JSON),
                learning("optimization_goal", "Performance goal", Kind.WORD),
                learning("billing_event", "Billed for", Kind.WORD),
                once("promoted_object", "Promoted object", Kind.JSON),
                once("destination_type", "Destination", Kind.WORD),
                learning("attribution_spec", "Attribution", Kind.JSON),
                text("dsa_beneficiary", "Beneficiary (EU)"), text("dsa_payor", "Payer (EU)"),
                json(REGION_CATEGORIES, "Regulated categories"),
                json(REGION_IDENTITIES, "Beneficiary and payer by region"), json("adset_schedule", "Hours"),
                json("pacing_type", "Pacing"),
                money("daily_min_spend_target", "Daily minimum", false),
                money("daily_spend_cap", "Daily maximum", false),
                once("frequency_control_specs", "Frequency cap", Kind.JSON),
                once("is_dynamic_creative", "Dynamic creative", Kind.FLAG),
                once(CAMPAIGN, "Campaign", Kind.REFERENCE));
        List<FieldSpec> ad = List.of(text(NAME, "Name"), word(STATUS, "Status"),
                learning(CREATIVE, "Creative", Kind.JSON), learning(URL_TAGS, "URL parameters", Kind.TEXT),
                json("tracking_specs", "Tracking"), text("conversion_domain", "Conversion domain"),
                once(AD_SET, "Ad set", Kind.REFERENCE));
        List<FieldSpec> audience = List.of(text(NAME, "Name"), text("description", "Description"),
                once(SUBTYPE, "Kind", Kind.WORD), once(ORIGIN, "Source", Kind.REFERENCE),
                once(LOOKALIKE, "Like it", Kind.JSON), once(RULE, "Who is in it", Kind.JSON),
                once("prefill", "With past visitors", Kind.FLAG),
                once("customer_file_source", "Where the list is from", Kind.WORD));
        ALL.put(Level.CAMPAIGN, index(campaign));
        ALL.put(Level.AD_SET, index(adSet));
        ALL.put(Level.AD, index(ad));
        ALL.put(Level.AUDIENCE, index(audience));
    }

    private Fields() {
    }

    public static Optional<FieldSpec> find(Level level, String name) {
        return Optional.ofNullable(ALL.getOrDefault(level, Map.of()).get(name));
    }

    /// @throws IllegalArgumentException for a field that this level does not have
    public static FieldSpec of(Level level, String name) {
        return find(level, name).orElseThrow(() -> new IllegalArgumentException("No such field: " + name));
    }

    public static Collection<FieldSpec> of(Level level) {
        return ALL.getOrDefault(level, Map.of()).values();
    }

    /// A field that every object of a level has, asked for to learn whether it is there.
    public static String marker(Level level) {
        return level == Level.AUDIENCE ? NAME : STATUS;
    }

    private static Map<String, FieldSpec> index(List<FieldSpec> specs) {
        Map<String, FieldSpec> index = new LinkedHashMap<>();
        specs.forEach(spec -> index.put(spec.name(), spec));
        return index;
    }

    private static FieldSpec spec(String name, String label, Kind kind) {
        return new FieldSpec(name, label, kind, Use.ALWAYS, false);
    }

    private static FieldSpec text(String name, String label) {
        return spec(name, label, Kind.TEXT);
    }

    private static FieldSpec word(String name, String label) {
        return spec(name, label, Kind.WORD);
    }

    private static FieldSpec json(String name, String label) {
        return spec(name, label, Kind.JSON);
    }

    private static FieldSpec money(String name, String label, boolean resets) {
        return new FieldSpec(name, label, Kind.MONEY, Use.ALWAYS, resets);
    }

    private static FieldSpec learning(String name, String label, Kind kind) {
        return new FieldSpec(name, label, kind, Use.ALWAYS, true);
    }

    private static FieldSpec once(String name, String label, Kind kind) {
        return new FieldSpec(name, label, kind, Use.ON_CREATE, false);
    }
}
