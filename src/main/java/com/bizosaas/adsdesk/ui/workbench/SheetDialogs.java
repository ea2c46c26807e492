package com.bizosaas.adsdesk.ui.workbench;

import com.bizosaas.adsdesk.draft.SheetImport.Sheet;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.SheetService;
import com.bizosaas.adsdesk.ui.common.DeskAction;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Notifier;
import com.bizosaas.adsdesk.ui.common.Permits;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;

/// Exports what a table shows and what is pending, and imports proposals, as files for a spreadsheet. Reading and writing
/// happen elsewhere; FX thread only.
public final class SheetDialogs {

    private static final String ATTRIBUTION = "as each ad set has it";

    /// What a table shows, for the sheet.
    ///
    /// @param sources whose rows these are
    /// @param days as the table names them
    /// @param count of the rows
    /// @param rows makes their texts and numbers, in the order of the columns; asked off the FX thread
    public record Table(List<SheetService.Source> sources, String title, String days, List<String> columns, int count,
            Supplier<List<List<Object>>> rows) {

        /// The one account, null where there are several.
        SheetService.@Nullable Source only() {
            return sources.size() == 1 ? sources.getFirst() : null;
        }
    }

    private final SheetService sheets;
    private final TaskRunner tasks;
    private final Notifier notifier;
    private final Dialogs dialogs;
    private final Permits permits;
    private final FilePicker files;
    private final Supplier<@Nullable Table> table;

    /// @param table what is shown at this moment, null where nothing is
    public SheetDialogs(DeskContext context, FilePicker files, Supplier<@Nullable Table> table) {
        this.sheets = context.services().workbench().sheets();
        this.tasks = context.tasks();
        this.notifier = context.notifier();
        this.dialogs = context.dialogs();
        this.permits = context.permits();
        this.files = files;
        this.table = table;
    }

    /// For a toolbar.
    public MenuButton menu() {
        MenuButton menu = new MenuButton("Export", Icons.EXPORT.node("i12"));
        menu.setId("sheets");
        menu.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        menu.getItems().add(new MenuItem("What the table shows…"));
        menu.setOnShowing(_ -> menu.getItems().setAll(items()));
        return menu;
    }

    /// The entries of that menu, as things are at this moment.
    public List<MenuItem> items() {
        return actions().stream().map(SheetDialogs::item).toList();
    }

    private static MenuItem item(DeskAction action) {
        MenuItem item = new MenuItem(action.name());
        item.setMnemonicParsing(false);
        item.setDisable(!action.obstacle().isEmpty());
        item.setOnAction(_ -> action.run().run());
        return item;
    }

    /// The same for the command palette.
    public List<DeskAction> actions() {
        Table shown = table.get();
        String nothing = shown == null ? "Nothing is shown yet." : "";
        String none = shown == null || shown.only() == null
                ? "Pick a tenant first: drafts in a sheet are of one account."
                : "";
        String edit = permits.reason(SheetService.class, "accept");
        return List.of(
                DeskAction.of("Export what the table shows…", "CSV or Excel", Icons.EXPORT, "Ctrl E", this::exportTable)
                        .unless(nothing),
                DeskAction.of("Export pending changes…", "CSV or Excel", Icons.EXPORT, "", this::exportDrafts)
                        .unless(none),
                DeskAction.of("Empty sheet for new objects…", "Columns for campaigns, ad sets and ads", Icons.TABLE, "",
                        this::exportEmpty).unless(none),
                DeskAction.of("Import changes…", "Proposals from a sheet", Icons.TABLE, "", this::importSheet)
                        .unless(none.isEmpty() ? edit : none));
    }

    public void exportTable() {
        Table shown = table.get();
        if (shown != null) {
            SheetService.Source one = shown.only();
            save("Export what the table shows",
                    (one == null ? "All tenants" : one.account().name()) + " " + shown.title(),
                    file -> sheets.exportTable(new SheetService.Shown(shown.sources(), shown.title(), shown.days(),
                            ATTRIBUTION, shown.columns(), shown.rows().get()), file),
                    shown.count() == 1 ? "1 row" : shown.count() + " rows");
        }
    }

    private SheetService.@Nullable Source only() {
        Table shown = table.get();
        return shown == null ? null : shown.only();
    }

    private void exportDrafts() {
        SheetService.Source one = only();
        if (one != null) {
            save("Export pending changes", one.account().name() + " pending changes",
                    file -> sheets.exportDrafts(one.tenant().id(), one.account().id(), null, file),
                    "Pending changes");
        }
    }

    private interface Writing {
        void to(Path file);
    }

    private void save(String title, String name, Writing writing, String what) {
        files.save(title, name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", " ").strip()).ifPresent(file -> tasks
                .run(() -> writing.to(file))
                .onSuccess(_ -> notifier.done(what + " written to " + file.getFileName(), null))
                .onError(thrown -> notifier.failed(Problems.of(thrown))).start());
    }

    private void exportEmpty() {
        SheetService.Source one = only();
        if (one != null) {
            save("Empty sheet for new objects", one.account().name() + " new objects",
                    file -> sheets.exportEmpty(one.tenant().id(), one.account().id(), file),
                    "The columns for new objects");
        }
    }

    private void importSheet() {
        SheetService.Source shown = only();
        if (shown != null) {
            files.open("Import changes").ifPresent(path -> read(shown, String.valueOf(path.getFileName()),
                    () -> sheets.read(shown.tenant().id(), shown.account().id(), path), this::importSheet));
        }
    }

    /// Shows what copied cells propose for an account, new objects too.
    ///
    /// @param cells with their line of heads
    public void paste(SheetService.Source into, String cells) {
        read(into, "the clipboard", () -> sheets.readCells(into.tenant().id(), into.account().id(), cells), null);
    }

    /// @param again chooses another file, null where there is none to choose
    private void read(SheetService.Source into, String source, Callable<Sheet> reading, @Nullable Runnable again) {
        tasks.call(reading).onSuccess(sheet -> new ImportPane(into.tenant(), into.account(), source, sheet, sheets,
                tasks, notifier, permits).open(dialogs))
                .onError(thrown -> refused(into, source, Problems.of(thrown), again)).start();
    }

    private void refused(SheetService.Source into, String source, Problem problem, @Nullable Runnable again) {
        DialogForm form = new DialogForm("Import changes", into.tenant(), Labels.wrapped("Nothing of " + source
                + " was taken over.", "caption"), again == null ? "Close" : "Choose another file…").in(into.account())
                .width(560).dismissal("Leave it");
        form.problemProperty().set(problem);
        form.onSubmit(() -> {
            form.close();
            if (again != null) {
                again.run();
            }
        });
        dialogs.show(form);
    }
}
