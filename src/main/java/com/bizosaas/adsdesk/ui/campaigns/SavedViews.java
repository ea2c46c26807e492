package com.bizosaas.adsdesk.ui.campaigns;

import javafx.scene.control.Label;
import java.util.stream.IntStream;
import com.bizosaas.adsdesk.ui.workbench.FilePicker;
import com.bizosaas.adsdesk.ui.common.Scope;
import com.bizosaas.adsdesk.ui.common.AllTenants;
import com.bizosaas.adsdesk.domain.DateRange;
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
    /// As many as there are digits.
    private static final int KEYED = 9;

    private final SettingsService settings;
    private final TaskRunner tasks;
    private final Dialogs dialogs;
    private final Notifier notifier;
    private final ScopeModel scopes;
    private final CampaignsViewModel model;
    private final Supplier<@Nullable Tenant> tenant;
    private FilePicker files;
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
        this.files = FilePicker.over(menu, "Views", ".json");
        menu.setId("saved-views");
        menu.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        menu.getItems().add(new MenuItem("Save this view…"));
        menu.setOnShowing(_ -> fill());
    }

    MenuButton menu() {
        return menu;
    }

    /// Asks somebody else for files.
    void files(FilePicker picker) {
        files = picker;
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

    /// Those of the tenant first.
    private List<SavedView> all() {
        return Stream.concat(own.stream(), everyones.stream()).toList();
    }

    /// Shows the view at a place in the menu, from 1; nothing where there is none.
    void showNumber(int place) {
        if (place <= all().size()) {
            show(all().get(place - 1));
        }
    }

    private void fill() {
        menu.getItems().clear();
        List<SavedView> all = all();
        for (int i = 0; i < all.size(); i++) {
            SavedView view = all.get(i);
            MenuItem item = new MenuItem(view.name());
            item.setMnemonicParsing(false);
            if (i < KEYED) {
                Label key = Labels.keyCap(Integer.toString(i + 1));
                item.setGraphic(key);
            }
            item.setOnAction(_ -> show(view));
            menu.getItems().add(item);
        }
        if (!menu.getItems().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        MenuItem save = new MenuItem("Save this view…");
        save.setOnAction(_ -> ask());
        MenuItem first = new MenuItem("Back to the first view");
        first.setOnAction(_ -> model.show(View.FIRST));
        MenuItem write = new MenuItem("Save all views to a file…");
        write.setDisable(all.isEmpty());
        write.setOnAction(_ -> write());
        MenuItem read = new MenuItem("Add views from a file…");
        read.setOnAction(_ -> read());
        menu.getItems().addAll(save, first, new SeparatorMenuItem(), write, read);
        if (!all.isEmpty()) {
            Menu delete = new Menu("Delete");
            all.forEach(view -> {
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
        List<SavedView> all = all();
        return IntStream.range(0, all.size()).mapToObj(i -> DeskAction.of(all.get(i).name(),
                "Saved view in Campaigns", Icons.TABLE, i < KEYED ? "Alt " + (i + 1) : "", () -> {
                    openTab.run();
                    show(all.get(i));
                })).toList();
    }

    void show(SavedView view) {
        model.show(ViewWords.view(view));
        for (DatePreset preset : DatePreset.values()) {
            if (preset.name().equals(view.days())) {
                scopes.askForDays(preset);
            }
        }
        DateRange days = ViewWords.days(view.days());
        if (days != null) {
            scopes.askForDays(days);
        }
    }

    private void write() {
        List<SavedView> all = all();
        files.save("Save all views to a file", "Ads Desk views").ifPresent(file -> tasks
                .run(() -> settings.writeViews(all, file))
                .onSuccess(_ -> notifier.done(counted(all.size()) + " written to " + file.getFileName(), null))
                .onError(thrown -> notifier.failed(Problems.of(thrown))).start());
    }

    /// They join the tenant's own, or those for all where all tenants are shown; one of the same name is replaced.
    private void read() {
        Tenant of = tenant.get();
        files.open("Add views from a file").ifPresent(file -> tasks.call(() -> settings.readViews(file))
                .onSuccess(read -> {
                    List<SavedView> views = new ArrayList<>(of == null ? everyones : own);
                    views.removeIf(each -> read.stream().anyMatch(other -> other.name().equals(each.name())));
                    views.addAll(read);
                    save(of == null ? null : of.id(), views);
                    notifier.done(counted(read.size()) + " added", null);
                }).onError(thrown -> notifier.failed(Problems.of(thrown))).start());
    }

    private static String counted(int views) {
        return views == 1 ? "1 view" : views + " views";
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
        String chosen = days();
        days.setDisable(chosen.isEmpty());
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
                    days.isSelected() ? chosen : "");
            boolean everyone = all.isSelected();
            List<SavedView> views = new ArrayList<>(everyone ? everyones : own);
            views.removeIf(each -> each.name().equals(view.name()));
            views.add(view);
            save(everyone || of == null ? null : of.id(), views);
            form.close();
        });
        dialogs.show(form);
    }

    /// The days that are chosen, in the words of a view.
    private String days() {
        AllTenants every = scopes.all();
        Scope one = scopes.scope();
        if (every != null) {
            return ViewWords.days(every.preset(), every.custom());
        }
        return one == null ? "" : ViewWords.days(one.preset(), one.range());
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
