package com.bizosaas.adsdesk.ui.edit;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.service.CommentService;
import com.bizosaas.adsdesk.service.ConnectionService;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.DraftService;
import com.bizosaas.adsdesk.service.TenantService;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Notifier;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;

/// Opens the dialogs that change many rows. FX thread only.
public final class EditDialogs {

    private final DraftService drafts;
    private final CommentService comments;
    private final TenantService tenants;
    private final ConnectionService connections;
    private final TaskRunner tasks;
    private final Notifier notifier;
    private final Dialogs dialogs;
    private final Formats formats;
    private final Locale locale;
    private final InstantSource clock;

    /// @param locale of the numbers that are typed
    public EditDialogs(DeskContext context, Formats formats, Locale locale) {
        DeskServices services = context.services();
        this.drafts = services.workbench().drafts();
        this.comments = services.workbench().comments();
        this.tenants = services.tenants();
        this.connections = services.connections();
        this.tasks = context.tasks();
        this.notifier = context.notifier();
        this.dialogs = context.dialogs();
        this.formats = formats;
        this.locale = locale;
        this.clock = context.clock();
    }

    /// @param edit anything but [BulkEdit#PASTE], which needs what is pasted
    /// @param parts rows by tenant; of one tenant where the edit is not [BulkEdit#acrossTenants]
    public void open(BulkEdit edit, List<Chosen> parts) {
        switch (edit) {
            case FIELDS -> new FieldsForm(this, parts, locale).open();
            case BUDGETS -> new BudgetForm(this, parts).open();
            case REPLACE -> new TextForms(this, parts).replace();
            case APPEND -> new TextForms(this, parts).append();
            case NAMES -> new TextForms(this, parts).names();
            case TARGETING -> new TargetingForm(this, parts).open();
            case COMMENT -> new CommentForm(this, parts).open();
            case DUPLICATE -> new DuplicateForm(this, parts.getFirst()).open();
            case COPY -> new CopyForm(this, parts.getFirst()).open();
            case PASTE -> throw new IllegalArgumentException("Nothing is pasted");
        }
    }

    /// Shows what pasted cells would change.
    ///
    /// @param shown the rows that may be meant, in the order of the table
    /// @param first the row that a list without heads begins with
    /// @param column the field under the cursor, for a list without heads
    public void paste(Chosen shown, int first, String column, String text) {
        new PasteForm(this, shown, locale).open(first, column, text);
    }

    /// Whether copied cells are of rows that are not shown: new ones, or those of another place.
    public boolean holdsOthers(Chosen shown, String text) {
        return Pasted.holdsOthers(shown, text);
    }

    /// Brings rows of another account here, after asking what takes the place of each thing that they use.
    ///
    /// @param rows of that account
    public void bring(Chosen rows, Tenant to, AdAccount account) {
        new CopyForm(this, rows).to(to, account).open();
    }

    DraftService drafts() {
        return drafts;
    }

    TenantService tenants() {
        return tenants;
    }

    ConnectionService connections() {
        return connections;
    }

    TaskRunner tasks() {
        return tasks;
    }

    Notifier notifier() {
        return notifier;
    }

    Instant now() {
        return clock.instant();
    }

    Dialogs dialogs() {
        return dialogs;
    }

    Formats formats() {
        return formats;
    }

    CommentService comments() {
        return comments;
    }

    Previewing previewing(List<Chosen> parts, String title, String steps, Node input,
            Supplier<Function<Chosen, Previewing.Found>> source) {
        return new Previewing(parts, title, steps, input, drafts, tasks, dialogs, source);
    }
}
