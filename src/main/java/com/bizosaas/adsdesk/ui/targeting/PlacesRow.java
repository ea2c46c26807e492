package com.bizosaas.adsdesk.ui.targeting;

import com.bizosaas.adsdesk.domain.targeting.Pin;
import com.bizosaas.adsdesk.domain.targeting.Place;
import com.bizosaas.adsdesk.domain.targeting.Radius;
import com.bizosaas.adsdesk.draft.TargetingSpec;
import com.bizosaas.adsdesk.draft.TargetingSpec.Spot;
import com.bizosaas.adsdesk.service.TargetingService;
import com.bizosaas.adsdesk.service.TargetingService.Resolved;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import com.bizosaas.adsdesk.ui.targeting.EditorModel.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// Places aimed at and kept out, pins with a radius among them.
final class PlacesRow {

    private final EditorModel model;
    private final TargetingService targeting;
    private final TaskRunner tasks;
    private final Dialogs dialogs;
    private final ChipField<Hit> field;
    private final Row row;

    /// What was found: one of the two.
    private record Hit(@Nullable Place place, @Nullable Pin pin) {

        TargetingSpec into(TargetingSpec spec, boolean excluded) {
            return place != null ? spec.with(place, excluded) : pin != null ? spec.with(pin, excluded) : spec;
        }
    }

    PlacesRow(EditorModel model, TargetingService targeting, TaskRunner tasks, Dialogs dialogs) {
        this.model = model;
        this.targeting = targeting;
        this.tasks = tasks;
        this.dialogs = dialogs;
        field = new ChipField<>("targeting-places", "Place, postcode or pin", tasks, this::find, PlacesRow::words, true,
                new ChipField.Actions<>((hit, excluded) -> model.change(spec -> hit.into(spec, excluded)),
                        this::listed, this::remove));
        row = new Row("Locations", "Living in or recently in", field);
    }

    Row row() {
        return row;
    }

    ChipField<?> field() {
        return field;
    }

    private Callable<List<Hit>> find(String text) {
        Optional<Pin> pin = Pin.parse(text);
        return () -> pin.isPresent()
                ? List.of(new Hit(null, pin.get()))
                : targeting.places(model.tenant(), text).stream().map(place -> new Hit(place, null)).toList();
    }

    private static Suggestions.Words words(Hit hit) {
        Place place = hit.place();
        if (place == null) {
            Pin pin = hit.pin();
            return pin == null
                    ? new Suggestions.Words("", "", "")
                    : new Suggestions.Words("Pin at " + pin.at(), pin.radius().words(), "pin");
        }
        String country = place.country().isEmpty() || place.kind() == Place.Kind.COUNTRY
                ? ""
                : Locale.of("", place.country()).getDisplayCountry(Locale.ENGLISH);
        String where = place.region().isEmpty() || place.region().equals(place.name())
                ? country
                : country.isEmpty() ? place.region() : place.region() + ", " + country;
        return new Suggestions.Words(place.name(), where, place.kind().words());
    }

    private void listed(List<String> lines) {
        List<Resolved<Hit>> pins = lines.stream().filter(line -> Pin.parse(line).isPresent())
                .map(line -> new Resolved<>(line, new Hit(null, Pin.parse(line).orElse(null)), "")).toList();
        List<String> names = lines.stream().filter(line -> Pin.parse(line).isEmpty()).toList();
        tasks.call(() -> names.isEmpty() ? List.<Resolved<Place>>of() : targeting.resolvePlaces(model.tenant(), names))
                .onSuccess(places -> {
                    List<Resolved<Hit>> all = new ArrayList<>(pins);
                    for (Resolved<Place> place : places) {
                        all.add(new Resolved<>(place.line(),
                                place.found() == null ? null : new Hit(place.found(), null), place.reason()));
                    }
                    add(all);
                }).onError(thrown -> field.refuse(Problems.of(thrown))).start();
    }

    private void add(List<Resolved<Hit>> hits) {
        model.resolved(Lines.PLACES, hits, spec -> {
            TargetingSpec next = spec;
            for (Resolved<Hit> hit : hits) {
                Hit found = hit.found();
                next = found == null ? next : found.into(next, false);
            }
            return next;
        });
    }

    private void remove(String key) {
        if (model.forget(Lines.PLACES, key)) {
            return;
        }
        for (boolean excluded : List.of(false, true)) {
            for (Spot spot : model.spec().places(excluded)) {
                if (key(spot, excluded).equals(key)) {
                    model.change(spec -> spec.without(spot, excluded));
                    return;
                }
            }
        }
    }

    private static String key(Spot spot, boolean excluded) {
        return excluded + "/" + spot.list() + "/" + spot.key();
    }

    void refresh() {
        List<Chip> chips = new ArrayList<>();
        for (boolean excluded : List.of(false, true)) {
            for (Spot spot : model.spec().places(excluded)) {
                chips.add(chip(spot, excluded));
            }
        }
        chips.addAll(Chip.unresolved(model.unresolved(Lines.PLACES)));
        field.show(chips);
    }

    private Chip chip(Spot spot, boolean excluded) {
        Radius radius = spot.radius();
        String wrong = model.special() && spot.list().equals(Place.Kind.POSTCODE.list())
                ? "A special ad category allows no postcodes"
                : radius == null ? "" : radius.problem(spot.isPin(), model.special()).orElse("");
        Chip chip = Chip.of(key(spot, excluded), spot.name(), spot.words())
                .toned(excluded ? Chip.Tone.EXCLUDED : Chip.Tone.INCLUDED).hinted(spot.region())
                .opening(() -> new SpotDialog(model, spot, excluded).open(dialogs));
        return wrong.isEmpty() ? chip : chip.toned(Chip.Tone.PROBLEM).hinted(wrong);
    }
}
