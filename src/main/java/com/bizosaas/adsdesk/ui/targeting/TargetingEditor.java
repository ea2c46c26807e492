package com.bizosaas.adsdesk.ui.targeting;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.Targeting;
import com.bizosaas.adsdesk.draft.TargetingSpec;
import com.bizosaas.adsdesk.draft.TargetingSpec.Entry;
import com.bizosaas.adsdesk.service.TargetingService;
import com.bizosaas.adsdesk.ui.common.Banner;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Whom an ad set reaches, in all its parts. It has no scroll bars of its own. FX thread only.
public final class TargetingEditor extends VBox {

    private final ReadOnlyStringWrapper spec = new ReadOnlyStringWrapper(this, "spec", "");
    private final ReadOnlyBooleanWrapper reachesEu = new ReadOnlyBooleanWrapper(this, "reachesEu", false);
    private final DeskContext desk;
    private final TargetingService targeting;
    private final EditorModel model;
    private final PlacesRow places;
    private final AgeRow ages;
    private final LanguagesRow languages;
    private final DetailsRow details;
    private final AudiencesRow audiences;
    private final AdvantageRow advantage;
    private final PlacementsRow placements;
    private final SentenceRow sentence;
    private final SavedTargetings saved;
    private final Button widen = Buttons.secondary("Widen the targeting", this::widen);
    private final Banner special = new Banner(Banner.Tone.WARNING, "A special ad category applies.", "", widen);

    /// @param tenant whose sign-in searches, and whose saved targetings are offered
    /// @param account whose audiences are offered
    public TargetingEditor(DeskContext desk, TenantId tenant, AdAccountId account) {
        this.desk = desk;
        this.targeting = desk.services().workbench().targeting();
        this.model = new EditorModel(tenant, account, this::refresh);
        Sizes sizes = new Sizes(new Formats(Locale.getDefault(Locale.Category.FORMAT)));
        places = new PlacesRow(model, targeting, desk.tasks(), desk.dialogs());
        ages = new AgeRow(model);
        languages = new LanguagesRow(model, desk.tasks());
        details = new DetailsRow(model, targeting, desk.tasks(), sizes);
        audiences = new AudiencesRow(model, desk.tasks(), sizes);
        advantage = new AdvantageRow(model);
        placements = new PlacementsRow(model);
        sentence = new SentenceRow(model, targeting, desk.tasks());
        saved = new SavedTargetings(model, targeting, desk.tasks(), desk.dialogs(), desk.notifier());
        getStyleClass().add("targeting-editor");
        getStylesheets().add(Objects.requireNonNull(TargetingEditor.class.getResource("targeting.css"))
                .toExternalForm());
        widen.getStyleClass().add("small");
        special.managedProperty().bind(special.visibleProperty());
        getChildren().addAll(special, places.row(), ages.row(), languages.row(), details.row(), audiences.row(),
                advantage.row(), placements.row(), sentence.row(), savedRow());
        model.show(TargetingSpec.of(""), List.of());
        read();
    }

    private Row savedRow() {
        Button use = Buttons.secondary("Use a saved one…", Icons.TAG, this::useSaved);
        use.setId("targeting-use");
        Button save = Buttons.secondary("Save targeting…", Icons.TAG, this::save);
        save.setId("targeting-save");
        return new Row("Saved targetings", "Of this client", new HBox(8, use, save));
    }

    /// What the rows need beside the targeting: audiences and languages.
    private void read() {
        desk.tasks().call(() -> desk.services().audiences().audiences(model.tenant(), model.account()))
                .onSuccess(read -> model.noteAudiences(read.value()))
                .onError(thrown -> audiences.refuse(Problems.of(thrown))).start();
        desk.tasks().call(() -> targeting.languages(model.tenant())).onSuccess(model::noteLanguages)
                .onError(thrown -> languages.refuse(Problems.of(thrown))).start();
    }

    /// Starts from a targeting; an empty text is a new one, with Advantage+ audience off.
    ///
    /// @param targetingJson as it was read or drafted
    /// @param specialCategories of the campaign
    public void show(String targetingJson, List<String> specialCategories) {
        TargetingSpec shown = TargetingSpec.of(targetingJson);
        model.show(shown, specialCategories);
        List<String> ids = shown.groups().stream().flatMap(List::stream).map(Entry::id)
                .filter(id -> id.length() > 3).distinct().toList();
        if (!ids.isEmpty()) {
            // Without an answer the entries stand without a size: nothing is known against them.
            desk.tasks().call(() -> targeting.valid(model.tenant(), model.account(), ids))
                    .onSuccess(valid -> model.noteValid(ids, valid)).onError(_ -> {
                    }).start();
        }
    }

    /// The campaign's special ad categories changed, the targeting stays.
    public void categories(List<String> specialCategories) {
        model.show(model.spec(), specialCategories);
    }

    private void refresh() {
        places.refresh();
        ages.refresh();
        languages.refresh();
        details.refresh();
        audiences.refresh();
        advantage.refresh();
        placements.refresh();
        sentence.refresh();
        boolean limited = model.special();
        boolean tooNarrow = !model.spec().equals(model.spec().unrestricted());
        special.setVisible(limited);
        special.setText("Facebook allows no age, gender or postcode then, and no radius under 25 km (15 miles)."
                + (limited && tooNarrow ? " This targeting is narrower than that." : ""));
        widen.setVisible(limited && tooNarrow);
        widen.setManaged(widen.isVisible());
        Targeting now = Targeting.of(model.spec().json());
        reachesEu.set(now.reachesEu());
        spec.set(model.spec().json());
    }

    private void widen() {
        model.change(TargetingSpec::unrestricted);
    }

    /// The targeting as it is now, as it is written to an ad set.
    public ReadOnlyStringProperty specProperty() {
        return spec.getReadOnlyProperty();
    }

    /// Whether a place in the EU is among those aimed at: then Facebook wants to know who pays and who benefits.
    public ReadOnlyBooleanProperty reachesEuProperty() {
        return reachesEu.getReadOnlyProperty();
    }

    /// What stands against it, in sentences; empty where nothing does.
    public List<String> gaps() {
        return model.gaps();
    }

    /// Asks for a name and keeps the targeting for this client.
    public void save() {
        saved.save();
    }

    /// Offers what this client has kept.
    public void useSaved() {
        saved.use();
    }

    /// Puts the focus where a targeting starts; in a dialog that is only just opening, once the field is there.
    @Override
    public void requestFocus() {
        TextField input = places.field().input();
        if (input.getScene() != null) {
            input.requestFocus();
            return;
        }
        input.sceneProperty().addListener(new ChangeListener<@Nullable Scene>() {
            @Override
            public void changed(ObservableValue<? extends @Nullable Scene> scene, @Nullable Scene old,
                    @Nullable Scene now) {
                input.sceneProperty().removeListener(this);
                input.requestFocus();
            }
        });
    }
}
