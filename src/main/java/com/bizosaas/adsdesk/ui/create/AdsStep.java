package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.profile.TenantProfile;
import com.bizosaas.adsdesk.draft.AdMix;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.NewCreative;
import com.bizosaas.adsdesk.service.DraftService.NewObject;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.SegmentedControl;
import com.bizosaas.adsdesk.ui.targeting.CreativeChoice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The ads: one for each image and headline in every ad set, single new ones, or ones with creatives of the account. What
/// is counted is what is created.
final class AdsStep extends Step {

    /// How the ads are made.
    enum Mode {
        MIX("One ad per image and headline"), NEW("New ad"), EXISTING("Existing creative");

        private final String label;

        Mode(String label) {
            this.label = label;
        }
    }

    private final AdSetBar sets;
    private final PartBar bar;
    private final VBox head;
    private final SegmentedControl<Mode> mode;
    private final Label count = Labels.of("", "section-title");
    private final Label product = Labels.of("", "hint");
    private final CreativeForm form;
    private final CreativeChoice creative;
    private final TextField tags;
    private final FieldRow creativeRow;
    private final FieldRow tagsRow;
    private final Label title = Labels.of("", "section-title");
    private final Button everywhere;
    private final MixMaker maker;
    private final Consumer<List<NewCreative>> preview;
    private final TenantProfile profile;
    private String shownFor = "";

    /// @param profile of the client: how ads are named, their URL parameters and enhancements
    /// @param preview told the new creatives as they are, in the order of the ads; none where there are none
    AdsStep(Plan plan, AdSetBar sets, Launching launching, Promotable promotable, MixMaker maker,
            TenantProfile profile, Consumer<List<NewCreative>> preview) {
        super(StepId.ADS, plan);
        this.sets = sets;
        this.maker = maker;
        this.profile = profile;
        this.preview = preview;
        Map<Mode, String> modes = new LinkedHashMap<>();
        for (Mode one : Mode.values()) {
            modes.put(one, one.label);
        }
        mode = new SegmentedControl<>(modes, Mode.EXISTING);
        mode.setId("ads-mode");
        for (Mode one : Mode.values()) {
            mode.button(one).setOnAction(_ -> choose(one));
        }
        count.setId("ads-count");
        HBox counted = new HBox(12, count, product);
        counted.setAlignment(javafx.geometry.Pos.BASELINE_LEFT);
        VBox how = new VBox(8, mode, counted);
        how.getStyleClass().add("ads-mode");
        bar = new PartBar("ad", plan::choose, this::add, this::duplicate, plan::remove, name -> {
            Part ad = part(Level.AD);
            if (ad != null) {
                plan.set(ad, Fields.NAME, name);
            }
        });
        everywhere = Buttons.flat("Same ads in all ad sets", Icons.COPY, this::everywhere);
        everywhere.setId("same-ads");
        everywhere.getStyleClass().add("small");
        form = new CreativeForm(this, launching, promotable, maker, this::made);
        creative = new CreativeChoice(launching.desk());
        creative.creativeProperty().addListener((_, _, now) -> chosen(now));
        creativeRow = row(Level.AD, "Creative", "Of this ad account", creative, creative, Fields.CREATIVE);
        tags = Inputs.text("creative-tags", "utm_source=facebook&utm_campaign={{campaign.name}}", this::tags);
        tagsRow = row(Level.AD, "URL parameters", "A new creative like the chosen one carries them",
                new VBox(6, tags, CreativeForm.macros(tags)), tags, Fields.URL_TAGS);
        head = new VBox(8, title, bar);
        head.getStyleClass().add("ad-set-bar");
        for (VBox part : List.of(head, sets)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        getChildren().addAll(how, sets, head);
        getChildren().addAll(form.rows());
        getChildren().addAll(creativeRow, tagsRow);
        plan.shapeProperty().addListener((_, _, _) -> parts());
        plan.adProperty().addListener((_, _, _) -> parts());
        promotable.onRead(this::fill);
        parts();
        bar.actions().getChildren().add(everywhere);
    }

    private List<Part> ads() {
        Part set = plan().adSet();
        return set == null ? List.of() : plan().ads(set);
    }

    private void parts() {
        List<Part> ads = ads();
        Part now = plan().ad();
        title.setText(now == null
                ? "No ad yet"
                : ads.size() < 2 ? "Ad" : "Ad " + (ads.indexOf(now) + 1) + " of " + ads.size());
        bar.show(ads, now);
        long fresh = plan().adSets().stream().filter(Part::fresh).count();
        everywhere.setDisable(fresh < 2 || ads.isEmpty());
    }

    /// How the ads are made now, by what is drafted; one without a creative yet is made as was said last.
    private Mode mode() {
        if (plan().mixed()) {
            return Mode.MIX;
        }
        Part ad = plan().ad();
        if (ad == null || !ad.has(Fields.CREATIVE)) {
            return mode.getValue() == Mode.MIX ? Mode.EXISTING : mode.getValue();
        }
        return NewCreative.of(ad.get(Fields.CREATIVE)).isPresent() ? Mode.NEW : Mode.EXISTING;
    }

    private void choose(Mode wanted) {
        if (wanted != mode.getValue()) {
            Optional<AdMix> mix = maker.mix();
            Part ad = part(Level.AD);
            NewCreative start = mix.map(now -> now.creative(now.crosses().getFirst()).at(null))
                    .orElseGet(() -> ad == null
                            ? unsaid()
                            : NewCreative.of(ad.get(Fields.CREATIVE)).orElseGet(this::unsaid));
            if (mix.isPresent()) {
                maker.dissolve();
            }
            mode.valueProperty().set(wanted);
            switch (wanted) {
                case MIX -> {
                    clear();
                    maker.make(AdMix.single(start, pattern()), tagsOrDefault(ad));
                }
                case NEW -> {
                    if (ad != null) {
                        plan().set(ad, Map.of(Fields.CREATIVE, start.json(), Fields.URL_TAGS, tagsOrDefault(ad)));
                    }
                }
                case EXISTING -> {
                    if (ad != null && NewCreative.of(ad.get(Fields.CREATIVE)).isPresent()) {
                        plan().set(ad, Map.of(Fields.CREATIVE, "", Fields.URL_TAGS, ""));
                    }
                }
            }
        }
        fill();
    }

    /// Single ads that the mix takes the place of.
    private void clear() {
        plan().removeAll(plan().adSets().stream().flatMap(set -> plan().ads(set).stream())
                .filter(one -> NewCreative.of(one.get(Fields.CREATIVE)).isPresent()).toList());
    }

    /// A creative of which nothing was said but what the client's profile says.
    private NewCreative unsaid() {
        return NewCreative.EMPTY.enhanced(profile.enhancements());
    }

    private String pattern() {
        return profile.naming().template(Level.AD).orElse(MixMaker.NAMES);
    }

    private String tagsOrDefault(@Nullable Part ad) {
        String own = ad == null ? "" : ad.get(Fields.URL_TAGS);
        return own.isEmpty() ? profile.urlTags() : own;
    }

    private void made(AdMix mix, String urlTags) {
        if (isFilling()) {
            return;
        }
        form.rows().forEach(FieldRow::touch);
        if (mode.getValue() == Mode.MIX) {
            maker.make(mix, urlTags);
        } else {
            Part ad = part(Level.AD);
            if (ad != null) {
                plan().set(ad, Map.of(Fields.CREATIVE, mix.creative(mix.crosses().getFirst()).at(null).json(),
                        Fields.URL_TAGS, urlTags));
            }
        }
        shown(mix);
    }

    /// Counts, and shows the ads as they will be.
    private void shown(AdMix mix) {
        boolean mixed = mode.getValue() == Mode.MIX;
        long all = mixed
                ? maker.count(mix)
                : plan().adSets().stream().mapToLong(set -> plan().ads(set).size()).sum();
        count.setText(all == 1 ? "1 ad" : all + " ads");
        product.setText(!mixed
                ? ""
                : number(plan().adSets().size(), "ad set") + " × " + number(mix.images().size(), "image") + " × "
                        + number(mix.headlines().size(), "headline")
                        + (mix.texts().size() > 1 ? ", with " + mix.texts().size() + " texts in turn" : ""));
        Part ad = plan().ad();
        preview.accept(mixed
                ? mix.crosses().stream().map(mix::creative).toList()
                : ad == null ? List.of() : NewCreative.of(ad.get(Fields.CREATIVE)).map(List::of).orElse(List.of()));
    }

    private static String number(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private void add() {
        Part set = plan().adSet();
        if (set != null) {
            plan().add("New ad", List.of(Trees.ad(set.key().object(), Map.of(Fields.NAME, nextName("Ad")))));
        }
    }

    private void duplicate() {
        Part ad = part(Level.AD);
        if (ad != null) {
            plan().add("Duplicate an ad", List.of(Trees.ad(ad.get(Fields.AD_SET), Trees.copied(ad,
                    nextName(ad.name().isBlank() ? "Ad" : ad.name())))));
        }
    }

    private String nextName(String stem) {
        Set<String> taken = ads().stream().map(Part::name).collect(Collectors.toSet());
        return Trees.next(stem, taken);
    }

    /// Gives every other ad set the ads of this one: those it lacks by name, and what its own of that name lack.
    private void everywhere() {
        List<NewObject> more = new ArrayList<>();
        for (Part set : plan().adSets()) {
            if (set.fresh() && !set.equals(plan().adSet())) {
                ads().forEach(mine -> plan().ads(set).stream().filter(theirs -> theirs.name().equals(mine.name()))
                        .findFirst().ifPresentOrElse(theirs -> complete(theirs, mine), () -> more
                                .add(Trees.ad(set.key().object(), Trees.copied(mine, mine.name())))));
            }
        }
        if (!more.isEmpty()) {
            plan().add("Same ads in all ad sets", more);
        }
    }

    private void complete(Part ad, Part like) {
        for (String field : List.of(Fields.CREATIVE, Fields.URL_TAGS)) {
            if (ad.fresh() && !ad.has(field) && like.has(field)) {
                plan().set(ad, field, like.get(field));
            }
        }
    }

    private void chosen(String id) {
        Part ad = part(Level.AD);
        if (ad != null && !isFilling() && mode.getValue() == Mode.EXISTING && shownFor.equals(ad.key().object())
                && !id.isEmpty()) {
            set(creativeRow, Fields.CREATIVE, FieldValues.creative(id));
        }
    }

    private void tags(String text) {
        if (mode.getValue() == Mode.EXISTING) {
            set(tagsRow, Fields.URL_TAGS, text.strip());
        }
    }

    @Override
    void load() {
        Mode now = mode();
        mode.valueProperty().set(now);
        Part ad = part(Level.AD);
        sets.setVisible(now != Mode.MIX);
        head.setVisible(now != Mode.MIX);
        boolean described = now != Mode.EXISTING;
        form.rows().forEach(row -> row.setVisible(described));
        creativeRow.setVisible(!described);
        tagsRow.setVisible(!described);
        creative.setDisable(ad == null);
        tags.setDisable(ad == null);
        AdMix mix = now == Mode.MIX
                ? maker.mix().orElseGet(() -> AdMix.single(unsaid(), pattern()))
                : AdMix.single(ad == null
                        ? NewCreative.EMPTY
                        : NewCreative.of(ad.get(Fields.CREATIVE)).orElse(NewCreative.EMPTY), "");
        if (described) {
            form.show(mix, now == Mode.MIX ? maker.tags() : ad == null ? "" : ad.get(Fields.URL_TAGS),
                    now == Mode.MIX);
        } else if (ad != null) {
            shownFor = ad.key().object();
            creative.show(plan().tenant().id(), plan().accountId(),
                    FieldValues.creativeId(ad.get(Fields.CREATIVE)));
            Inputs.show(tags, ad.get(Fields.URL_TAGS));
        }
        shown(mix);
    }

    @Override
    void adapt() {
        parts();
        if (mode.getValue() == Mode.MIX) {
            form.shownNames();
            maker.mix().ifPresent(this::shown);
        }
    }

    @Override
    String summary() {
        long all = plan().adSets().stream().mapToLong(set -> plan().ads(set).size()).sum();
        long ready = plan().adSets().stream().flatMap(set -> plan().ads(set).stream())
                .filter(ad -> ad.has(Fields.CREATIVE)).count();
        return ready == 0 ? "New or existing creatives" : all == 1 ? "1 ad" : all + " ads";
    }
}
