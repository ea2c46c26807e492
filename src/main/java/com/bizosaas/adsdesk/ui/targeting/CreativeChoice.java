package com.bizosaas.adsdesk.ui.targeting;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Creative;
import com.bizosaas.adsdesk.domain.Creative.Format;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.CreativeService;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.SearchField;
import com.bizosaas.adsdesk.ui.common.SegmentedControl;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import com.bizosaas.adsdesk.ui.creatives.Thumbnails;
import java.text.Collator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The creatives of an account with their pictures, to choose one: by search, by format, by the arrow keys. What is chosen
/// stays chosen while the list is narrowed. FX thread only.
public final class CreativeChoice extends VBox {

    /// Which formats are listed.
    private enum Shown {
        ALL, IMAGE, VIDEO, CAROUSEL;

        boolean has(Creative creative) {
            return this == ALL || creative.format() == Format.valueOf(name());
        }
    }

    private final ReadOnlyStringWrapper creative = new ReadOnlyStringWrapper(this, "creative", "");
    private final CreativeService creatives;
    private final TaskRunner tasks;
    private final SearchField search = new SearchField("Name, text or ID", "");
    private final SegmentedControl<Shown> format;
    private final Label chosen = Labels.of("", "t12", "muted");
    private final ListView<Creative> list = new ListView<>();
    private final Label placeholder = Labels.wrapped("", "t12", "muted");
    private List<Creative> all = List.of();
    private TaskRunner.@Nullable Running reading;
    private CreativeCell.@Nullable Place where;
    private boolean filling;

    public CreativeChoice(DeskContext desk) {
        creatives = desk.services().creatives();
        tasks = desk.tasks();
        Thumbnails thumbnails = new Thumbnails(creatives, tasks);
        getStyleClass().add("creative-choice");
        getStylesheets().add(Objects.requireNonNull(CreativeChoice.class.getResource("targeting.css"))
                .toExternalForm());
        Map<Shown, String> formats = new LinkedHashMap<>();
        formats.put(Shown.ALL, "All");
        formats.put(Shown.IMAGE, "Images");
        formats.put(Shown.VIDEO, "Videos");
        formats.put(Shown.CAROUSEL, "Carousels");
        format = new SegmentedControl<>(formats, Shown.ALL);
        format.setId("creative-format");
        search.field().setId("creative-search");
        search.setPrefWidth(240);
        list.setId("creative-list");
        list.setAccessibleText("Creatives");
        list.setFixedCellSize(CreativeCell.HEIGHT);
        list.setPlaceholder(placeholder);
        list.setCellFactory(_ -> new CreativeCell((one, found) -> {
            CreativeCell.Place now = where;
            return now == null ? null : thumbnails.load(now.tenant(), now.account(), one.id(), found);
        }));
        list.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> {
            if (!filling && now != null) {
                choose(now.id().value());
            }
        });
        search.textProperty().addListener((_, _, _) -> fill());
        format.valueProperty().addListener((_, _, _) -> fill());
        HBox bar = new HBox(12, search, format);
        bar.setAlignment(Pos.CENTER_LEFT);
        setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(bar, chosen, list);
    }

    /// Lists the creatives of an account.
    ///
    /// @param selectedCreativeId empty for none
    public void show(TenantId tenant, AdAccountId account, String selectedCreativeId) {
        if (reading != null) {
            reading.cancel();
        }
        where = new CreativeCell.Place(tenant, account);
        all = List.of();
        placeholder.setText("Reading the creatives…");
        choose(selectedCreativeId);
        fill();
        reading = tasks.call(() -> creatives.creatives(tenant, account)).onSuccess(read -> {
            Collator collator = Collator.getInstance(Locale.getDefault());
            all = read.value().stream().sorted((one, other) -> collator.compare(one.name(), other.name())).toList();
            placeholder.setText(read.everRead()
                    ? "This account has no creatives yet. Make one at Meta, then refresh the Creatives tab."
                    : "The creatives of this account were not read yet. Open the Creatives tab to read them.");
            fill();
        }).onError(thrown -> placeholder.setText(
                Problems.of(thrown).title() + ". " + Problems.of(thrown).remedy()))
                .andFinally(() -> reading = null).start();
    }

    private void choose(String id) {
        creative.set(id);
        words();
    }

    private void words() {
        chosen.setText(creative.get().isEmpty()
                ? "Nothing chosen yet"
                : "Chosen: " + all.stream().filter(one -> one.id().value().equals(creative.get())).findFirst()
                        .map(CreativeCell::title).orElse(creative.get()));
    }

    private void fill() {
        String wanted = search.textProperty().get().strip().toLowerCase(Locale.ROOT);
        filling = true;
        List<Creative> shown = all.stream().filter(format.getValue()::has)
                .filter(one -> wanted.isEmpty() || text(one).contains(wanted)).toList();
        list.getItems().setAll(shown);
        if (shown.isEmpty() && !all.isEmpty()) {
            placeholder.setText("No creative fits the search.");
        }
        list.getSelectionModel().clearSelection();
        shown.stream().filter(one -> one.id().value().equals(creative.get())).findFirst().ifPresent(one -> {
            list.getSelectionModel().select(one);
            list.scrollTo(one);
        });
        filling = false;
        words();
    }

    private static String text(Creative one) {
        return (one.name() + "\n" + one.title() + "\n" + one.body() + "\n" + one.id()).toLowerCase(Locale.ROOT);
    }

    /// The id of the chosen creative, empty for none.
    public ReadOnlyStringProperty creativeProperty() {
        return creative.getReadOnlyProperty();
    }

    /// Puts the focus into the search.
    @Override
    public void requestFocus() {
        search.requestFocus();
    }
}
