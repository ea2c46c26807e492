package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.DatePreset;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.SavedView;
import com.bizosaas.adsdesk.service.SettingsService;
import com.bizosaas.adsdesk.ui.common.DeskAction;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Notifier;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.ScopeModel;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The views that were saved for a tenant and for all, in a menu. FX thread only; the store is asked elsewhere.
final class SavedViews {

    private static final int LONGEST_NAME = 60;

    private final SettingsService settings;
    private final TaskRunner tasks;
    private final Dialogs dialogs;
    private final Notifier notifier;
    private final ScopeModel scopes;
    private final CampaignsViewModel model;
    private final Supplier<@Nullable Tenant> tenant;
    private final MenuButton menu = new MenuButton("Views");
    private List<SavedView> own = List.of();
    private List<SavedView> everyones = List.of();

    /// @param tenant whose views are offered beside those for all, null where all tenants are shown
    SavedViews(SettingsService settings, TaskRunner tasks, Dialogs dialogs, Notifier notifier, ScopeModel scopes,
            CampaignsViewModel model, Supplier<@Nullable Tenant> tenant) {
        this.settings = settings;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.notifier = notifier;
        this.scopes = scopes;
        this.model = model;
        this.tenant = tenant;
        menu.setId("saved-views");
        menu.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        menu.getItems().add(new MenuItem("Save this view…"));
        menu.setOnShowing(_ -> fill());
    }

    MenuButton menu() {
        return menu;
    }

    /// Reads the views of whoever is looked at now.
    void load() {
        Tenant of = tenant.get();
        TenantId id = of == null ? null : of.id();
        tasks.call(() -> List.of(id == null ? List.<SavedView>of() : settings.views(id), settings.views(null)))
                .onSuccess(read -> {
                    own = read.getFirst();
                    everyones = read.getLast();
                    fill();
                }).onError(thrown -> notifier.failed(Problems.of(thrown))).start();
    }

    private void fill() {
        menu.getItems().clear();
        Stream.concat(own.stream(), everyones.stream()).forEach(view -> {
            MenuItem item = new MenuItem(view.name());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> show(view));
            menu.getItems().add(item);
        });
        if (!menu.getItems().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        MenuItem save = new MenuItem("Save this view…");
        save.setOnAction(_ -> ask());
        MenuItem first = new MenuItem("Back to the first view");
        first.setOnAction(_ -> model.show(View.FIRST));
        menu.getItems().addAll(save, first);
        if (!own.isEmpty() || !everyones.isEmpty()) {
            Menu delete = new Menu("Delete");
            Stream.concat(own.stream(), everyones.stream()).forEach(view -> {
                MenuItem item = new MenuItem(view.name());
                item.setMnemonicParsing(false);
                item.setOnAction(_ -> delete(view));
                delete.getItems().add(item);
            });
            menu.getItems().add(delete);
        }
    }

    /// The views that were last read, for the command palette.
    List<DeskAction> places(Runnable openTab) {
        return Stream.concat(own.stream(), everyones.stream()).map(view -> DeskAction.of(view.name(),
                "Saved view in Campaigns", Icons.TABLE, "", () -> {
                    openTab.run();
                    show(view);
                })).toList();
    }

    void show(SavedView view) {
        model.show(ViewWords.view(view));
        if (!view.days().isEmpty()) {
            for (DatePreset preset : DatePreset.values()) {
                if (preset.name().equals(view.days())) {
                    scopes.askForDays(preset);
                }
            }
        }
    }

    private void ask() {
        Tenant of = tenant.get();
        TextField name = new TextField();
        name.setId("view-name");
        CheckBox all = new CheckBox("For all tenants");
        all.setId("view-for-all");
        all.setSelected(of == null);
        all.setDisable(of == null);
        CheckBox days = new CheckBox("With the days that are chosen");
        days.setId("view-days");
        String preset = preset();
        days.setDisable(preset.isEmpty());
        VBox body = new VBox(10, new VBox(4, Labels.of("Name", "field-label"), name), all, days);
        DialogForm form = new DialogForm("Save this view", of, body, "Save view").width(420).initialFocus(name);
        form.obstacleProperty().set("Name is missing. Type what you will find the view by.");
        name.textProperty().addListener((_, _, now) -> form.obstacleProperty().set(now.isBlank()
                ? "Name is missing. Type what you will find the view by."
                : now.strip().length() > LONGEST_NAME
                        ? "Name is too long. Use " + LONGEST_NAME + " characters or fewer."
                        : ""));
        form.onSubmit(() -> {
            SavedView view = ViewWords.saved(name.getText().strip(), model.viewProperty().get(),
                    days.isSelected() ? preset : "");
            boolean everyone = all.isSelected();
            List<SavedView> views = new ArrayList<>(everyone ? everyones : own);
            views.removeIf(each -> each.name().equals(view.name()));
            views.add(view);
            save(everyone || of == null ? null : of.id(), views);
            form.close();
        });
        dialogs.show(form);
    }

    private String preset() {
        DatePreset preset = scopes.all() != null
                ? scopes.all().preset()
                : scopes.scope() == null ? null : scopes.scope().preset();
        return preset == null ? "" : preset.name();
    }

    private void delete(SavedView view) {
        Tenant of = tenant.get();
        if (own.contains(view) && of != null) {
            save(of.id(), own.stream().filter(each -> !each.equals(view)).toList());
        } else {
            save(null, everyones.stream().filter(each -> !each.equals(view)).toList());
        }
    }

    private void save(@Nullable TenantId of, List<SavedView> views) {
        tasks.run(() -> settings.saveViews(of, views)).onSuccess(_ -> load())
                .onError(thrown -> notifier.failed(Problems.of(thrown))).start();
    }
}
