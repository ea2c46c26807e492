package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.UrlTags;
import com.bizosaas.adsdesk.service.DraftService.NewObject;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.targeting.CreativeChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The ads of the ad set on the screen: each with a name, a creative of the account, and tracking parameters.
final class AdsStep extends Step {

    private final PartBar bar;
    private final CreativeChoice creative;
    private final TextField tags;
    private final FieldRow creativeRow;
    private final FieldRow tagsRow;
    private final Label title = Labels.of("", "section-title");
    private final Button everywhere;
    private String shownFor = "";

    AdsStep(Plan plan, AdSetBar sets, DeskContext desk) {
        super(StepId.ADS, plan);
        bar = new PartBar("ad", plan::choose, this::add, this::duplicate, plan::remove, name -> {
            Part ad = part(Level.AD);
            if (ad != null) {
                plan.set(ad, Fields.NAME, name);
            }
        });
        everywhere = Buttons.flat("Same ads in all ad sets", Icons.COPY, this::everywhere);
        everywhere.setId("same-ads");
        everywhere.getStyleClass().add("small");
        creative = new CreativeChoice(desk);
        creative.creativeProperty().addListener((_, _, now) -> chosen(now));
        creativeRow = row(Level.AD, "Creative", "Of this ad account", creative, creative, Fields.CREATIVE);
        tags = Inputs.text("url-tags", "utm_source=facebook&utm_campaign={{campaign.name}}", this::tags);
        FlowPane macros = new FlowPane(4, 4);
        UrlTags.MACROS.forEach(macro -> {
            Button put = Buttons.flat(macro, null, () -> tags.insertText(tags.getCaretPosition(), macro));
            put.getStyleClass().addAll("small", "macro");
            macros.getChildren().add(put);
        });
        tagsRow = row(Level.AD, "URL parameters", "A new creative like the chosen one carries them",
                new VBox(6, tags, macros), tags, Fields.URL_TAGS);
        VBox head = new VBox(8, title, bar);
        head.getStyleClass().add("ad-set-bar");
        getChildren().addAll(sets, head, creativeRow, tagsRow);
        plan.shapeProperty().addListener((_, _, _) -> parts());
        plan.adProperty().addListener((_, _, _) -> parts());
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
        long sets = plan().adSets().stream().filter(Part::fresh).count();
        everywhere.setDisable(sets < 2 || ads.isEmpty());
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
        if (ad != null && !isFilling() && shownFor.equals(ad.key().object()) && !id.isEmpty()) {
            set(creativeRow, Fields.CREATIVE, FieldValues.creative(id));
        }
    }

    private void tags(String text) {
        set(tagsRow, Fields.URL_TAGS, text.strip());
    }

    @Override
    void load() {
        Part ad = part(Level.AD);
        creative.setDisable(ad == null);
        tags.setDisable(ad == null);
        if (ad != null) {
            shownFor = ad.key().object();
            creative.show(plan().tenant().id(), plan().accountId(),
                    FieldValues.creativeId(ad.get(Fields.CREATIVE)));
            Inputs.show(tags, ad.get(Fields.URL_TAGS));
        }
    }

    @Override
    void adapt() {
        parts();
    }

    @Override
    String summary() {
        long all = plan().adSets().stream().mapToLong(set -> plan().ads(set).size()).sum();
        long ready = plan().adSets().stream().flatMap(set -> plan().ads(set).stream())
                .filter(ad -> ad.has(Fields.CREATIVE)).count();
        return ready == 0 ? "Pick from creatives" : all == 1 ? "1 ad" : all + " ads";
    }
}
