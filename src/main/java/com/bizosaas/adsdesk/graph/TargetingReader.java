package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.targeting.Detail;
import com.bizosaas.adsdesk.domain.targeting.Language;
import com.bizosaas.adsdesk.domain.targeting.People;
import com.bizosaas.adsdesk.domain.targeting.Place;
import com.bizosaas.adsdesk.domain.targeting.SentenceLine;
import com.bizosaas.adsdesk.graph.wire.StrictJson;
import com.bizosaas.adsdesk.graph.wire.WireObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `/search`, estimates and descriptions (graph-api chapter 07). A row that misses what is needed to use it is left out.
final class TargetingReader implements TargetingApi {

    private static final String LOWER = "audience_size_lower_bound";
    private static final String UPPER = "audience_size_upper_bound";
    /// A type-ahead list that is longer is read by nobody.
    private static final int HITS = 25;
    private static final int ALL = 1000;

    private final GraphClient client;

    TargetingReader(GraphClient client) {
        this.client = client;
    }

    @Override
    public List<Place> places(String query, Set<Place.Kind> kinds, String country) {
        GraphRequest request = search("adgeolocation", HITS).with("q", query).with("location_types",
                StrictJson.write(kinds.stream().sorted().map(Place.Kind::type).toList()));
        return rows(country.isEmpty() ? request : request.with("country_code", country)).stream()
                .flatMap(row -> place(row).stream()).toList();
    }

    private static Optional<Place> place(WireObject row) {
        String key = row.text("key");
        return Arrays.stream(Place.Kind.values())
                .filter(kind -> kind.type().equals(row.text("type")) && !key.isEmpty()).findFirst()
                .map(kind -> new Place(kind, key, row.text("name").isEmpty() ? key : row.text("name"),
                        row.text("region"), kind == Place.Kind.COUNTRY ? key : row.text("country_code")));
    }

    @Override
    public List<Language> languages(String query) {
        GraphRequest request = search("adlocale", ALL);
        return rows(query.isEmpty() ? request : request.with("q", query)).stream()
                .filter(row -> row.integer("key", -1) > 0 && !row.text("name").isEmpty())
                .map(row -> new Language(row.integer("key", -1), row.text("name"))).toList();
    }

    @Override
    public List<Detail> interests(String query) {
        return details(rows(search("adinterest", HITS).with("q", query)), "interests");
    }

    @Override
    public List<Detail> category(String branch) {
        return details(rows(search("adTargetingCategory", ALL).with("class", branch)), branch);
    }

    @Override
    public List<Detail> validInterests(Collection<String> names) {
        List<WireObject> rows = rows(GraphRequest.list("search").with("type", "adinterestvalid")
                .with("interest_list", StrictJson.write(List.copyOf(names))));
        return details(rows.stream().filter(row -> row.text("valid").equals("true")).toList(), "interests");
    }

    @Override
    public List<Detail> validDetails(AdAccountId account, Collection<String> ids) {
        List<WireObject> rows = rows(GraphRequest.list(account.value() + "/targetingvalidation")
                .with("id_list", StrictJson.write(List.copyOf(ids))).on(account, UseCase.ADS_MANAGEMENT));
        return details(rows.stream().filter(row -> !row.text("valid").equals("false")).toList(), "");
    }

    private static List<Detail> details(List<WireObject> rows, String kind) {
        List<Detail> details = new ArrayList<>();
        for (WireObject row : rows) {
            String type = row.text("type").isEmpty() ? kind : row.text("type");
            if (row.id("id") != null && !row.text("name").isEmpty() && !type.isEmpty()) {
                details.add(new Detail(type, row.text("id"), row.text("name"), people(row, LOWER, UPPER),
                        row.texts("path")));
            }
        }
        return List.copyOf(details);
    }

    @Override
    public People estimate(AdAccountId account, String targeting, String goal) {
        List<WireObject> rows = rows(GraphRequest.list(account.value() + "/delivery_estimate")
                .with("optimization_goal", goal).with("targeting_spec", targeting)
                .on(account, UseCase.ADS_MANAGEMENT));
        return rows.stream().findFirst().filter(row -> row.text("estimate_ready").equals("true"))
                .map(row -> people(row, "estimate_mau_lower_bound", "estimate_mau_upper_bound"))
                .orElse(People.UNKNOWN);
    }

    @Override
    public List<SentenceLine> sentences(AdAccountId account, String targeting) {
        WireObject answer = client.call(GraphRequest.read(account.value() + "/targetingsentencelines")
                .with("targeting_spec", targeting).with("hide_targeting_spec_from_return", "true")
                .on(account, UseCase.ADS_MANAGEMENT));
        return answer.list("targetingsentencelines").stream()
                .map(line -> new SentenceLine(line.text("content"), line.texts("children"))).toList();
    }

    private static GraphRequest search(String type, int limit) {
        return GraphRequest.list("search").with("type", type).with("limit", Integer.toString(limit));
    }

    private List<WireObject> rows(GraphRequest request) {
        return client.call(request).list("data");
    }

    private static People people(WireObject row, String low, String high) {
        Long lower = row.number(low);
        Long upper = row.number(high);
        return lower == null || upper == null ? People.UNKNOWN : People.of(lower, upper);
    }
}
