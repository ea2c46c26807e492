package com.bizosaas.adsdesk.ui.fakes;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.targeting.Detail;
import com.bizosaas.adsdesk.domain.targeting.Language;
import com.bizosaas.adsdesk.domain.targeting.Outlook;
import com.bizosaas.adsdesk.domain.targeting.People;
import com.bizosaas.adsdesk.domain.targeting.Place;
import com.bizosaas.adsdesk.domain.targeting.SentenceLine;
import com.bizosaas.adsdesk.service.DeskException;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.TargetingService;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A few places and details of the mock-up, found by any part of their names.
public final class FakeTargeting implements TargetingService {

    public static final Place GERMANY = new Place(Place.Kind.COUNTRY, "DE", "Germany", "", "DE");
    public static final Place AUSTRIA = new Place(Place.Kind.COUNTRY, "AT", "Austria", "", "AT");
    public static final Place ZURICH = new Place(Place.Kind.CITY, "297657", "Zürich", "Zurich", "CH");
    public static final Place TYROL = new Place(Place.Kind.REGION, "1763", "Südtirol / Alto Adige", "", "IT");
    public static final Place BERLIN = new Place(Place.Kind.CITY, "565500", "Berlin Mitte", "Berlin", "DE");
    public static final Place POSTCODE = new Place(Place.Kind.POSTCODE, "DE:20095", "20095", "Hamburg", "DE");

    public final List<Place> places = new ArrayList<>(List.of(GERMANY, AUSTRIA, ZURICH, TYROL, BERLIN, POSTCODE));
    public final List<Detail> details = new ArrayList<>(List.of(detail("interests", "6001", "Hiking", 18_200_000),
            detail("interests", "6002", "Trail running", 4_600_000),
            detail("interests", "6003", "Bouldering", 2_100_000),
            detail("interests", "6004", "Ski touring", 1_900_000),
            detail("behaviors", "6005", "Engaged shoppers", 31_000_000),
            detail("interests", "6006", "Outdoor clothing", 9_400_000)));
    public final List<Language> languages = List.of(new Language(6, "English (US)"), new Language(5, "German"),
            new Language(10, "Italian"));
    public final List<Saved> saved = new ArrayList<>();
    public final List<String> calls = new ArrayList<>();
    public People people = People.of(900_000, 1_000_000);
    public Optional<Outlook> outlook = Optional
            .of(new Outlook(Money.of("150", Samples.EUR), 14, new Outlook.Span(6400, 14_000),
                    new Outlook.Span(150, 260), new Outlook.Span(3, 7), "Purchases"));
    public @Nullable Problem refusal;

    private static Detail detail(String kind, String id, String name, long people) {
        return new Detail(kind, id, name, People.of(people, people * 118 / 100), List.of(name));
    }

    private void call(String call) {
        calls.add(call);
        if (refusal != null) {
            throw new DeskException(refusal);
        }
    }

    private static boolean holds(String name, String query) {
        return name.toLowerCase(Locale.ROOT).contains(query.strip().toLowerCase(Locale.ROOT));
    }

    @Override
    public List<Place> places(TenantId tenant, String query) {
        call("places " + query);
        return places.stream().filter(place -> holds(place.name(), query)).toList();
    }

    @Override
    public List<Detail> details(TenantId tenant, String query) {
        call("details " + query);
        return details.stream().filter(detail -> holds(detail.name(), query)).toList();
    }

    @Override
    public List<Language> languages(TenantId tenant) {
        call("languages");
        return languages;
    }

    @Override
    public List<Detail> valid(TenantId tenant, AdAccountId account, Collection<String> ids) {
        call("valid " + ids);
        return details.stream().filter(detail -> ids.contains(detail.id())).toList();
    }

    @Override
    public List<Resolved<Place>> resolvePlaces(TenantId tenant, List<String> lines) {
        call("resolve " + lines);
        return lines.stream().map(line -> new Resolved<>(line,
                places.stream().filter(place -> place.name().equalsIgnoreCase(line)).findFirst().orElse(null),
                "Facebook knows no such place")).toList();
    }

    @Override
    public List<Resolved<Detail>> resolveDetails(TenantId tenant, List<String> lines) {
        call("resolve " + lines);
        return lines.stream().map(line -> new Resolved<>(line,
                details.stream().filter(detail -> detail.name().equalsIgnoreCase(line)).findFirst().orElse(null),
                "Facebook knows no interest of this name")).toList();
    }

    @Override
    public Estimate estimate(TenantId tenant, AdAccountId account, String targeting, String goal) {
        call("estimate " + goal + " " + targeting);
        return new Estimate(people, Samples.NOW.minusSeconds(3));
    }

    @Override
    public Optional<Outlook> outlook(TenantId tenant, AdAccountId account, String goal, long dailyBudget) {
        return outlook;
    }

    @Override
    public List<SentenceLine> sentences(TenantId tenant, AdAccountId account, String targeting) {
        call("sentences");
        return List.of(new SentenceLine("Location:", List.of("Germany")));
    }

    @Override
    public List<Saved> saved(TenantId tenant) {
        return List.copyOf(saved);
    }

    @Override
    public void save(TenantId tenant, String name, String targeting) {
        call("save " + name);
        saved.add(new Saved(name, targeting));
    }

    @Override
    public void forget(TenantId tenant, String name) {
        call("forget " + name);
        saved.removeIf(one -> one.name().equals(name));
    }
}
