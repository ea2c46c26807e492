package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.SheetService;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Notifier;
import com.bizosaas.adsdesk.ui.edit.Chosen;
import com.bizosaas.adsdesk.ui.edit.EditDialogs;
import com.bizosaas.adsdesk.ui.workbench.SheetDialogs;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;

/// Rows that go to a spreadsheet, and cells that come from one. Cells that change rows in view are previewed; new rows go to
/// the import pane; rows that were copied here from another account go to the form that asks what takes the place of each
/// thing they use, for nothing of one client is written to another as it stands. FX thread only.
final class RowClipboard {

    /// What this desk copied last, by tenant.
    private record Copied(String text, List<Chosen> parts) {
    }

    private final CampaignsViewModel model;
    private final Formats formats;
    private final Notifier notifier;
    private final UnaryOperator<List<CampaignRow>> ofOneTenant;
    private @Nullable EditDialogs edits;
    private @Nullable SheetDialogs sheets;
    private @Nullable Copied copied;

    /// @param ofOneTenant those of the rows that can be changed together; none, after telling why, where they cannot
    RowClipboard(CampaignsViewModel model, Formats formats, Notifier notifier,
            UnaryOperator<List<CampaignRow>> ofOneTenant) {
        this.model = model;
        this.formats = formats;
        this.notifier = notifier;
        this.ofOneTenant = ofOneTenant;
    }

    void wire(EditDialogs changes, SheetDialogs imports) {
        edits = changes;
        sheets = imports;
    }

    /// The ticked rows, or all that are shown.
    void copy(Picked picked) {
        TableContent content = model.contentProperty().get();
        if (content != null) {
            List<CampaignRow> rows = picked.ticked() ? picked.rows() : content.rows();
            String text = new SheetText(formats, model.showsAllTenants()).of(rows, model.viewProperty().get());
            copied = new Copied(text, WiredCommands.byTenant(rows));
            copy(text);
        }
    }

    static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    void paste(Picked picked, Lines lines, Column column) {
        EditDialogs forms = edits;
        SheetDialogs imports = sheets;
        if (forms == null || imports == null) {
            return;
        }
        String text = Clipboard.getSystemClipboard().hasString() ? Clipboard.getSystemClipboard().getString() : "";
        CampaignRow head = picked.first();
        Frame here = head == null ? model.frameProperty().get() : head.frame();
        List<Chosen> foreign = here == null ? List.of() : foreign(text, here);
        if (here != null && !foreign.isEmpty()) {
            if (foreign.size() == 1) {
                forms.bring(foreign.getFirst(), here.tenant(), here.account());
            } else {
                notifier.failed(Problem.of(Problem.Kind.CANCELLED, "These rows belong to several tenants",
                        "Copy rows of one tenant and bring them here together."));
            }
            return;
        }
        if (here != null && lines.size() == 0) {
            imports.paste(new SheetService.Source(here.tenant(), here.account()), text);
            return;
        }
        List<CampaignRow> open = picked.ticked() || head == null
                ? ofOneTenant.apply(picked.rows())
                : ofOneTenant.apply(lines.all()
                        .filter(row -> row.key().place().tenant().equals(head.key().place().tenant())).toList());
        if (open.isEmpty()) {
            return;
        }
        Chosen shown = WiredCommands.chosen(open);
        if (here != null && forms.holdsOthers(shown, text)) {
            imports.paste(new SheetService.Source(here.tenant(), here.account()), text);
        } else {
            int first = head == null ? 0 : open.stream().map(CampaignRow::number).toList().indexOf(head.number());
            forms.paste(shown, first, field(column), text);
        }
    }

    /// Rows that were copied here in other accounts; campaigns alone where there are any, for these go as a whole.
    private List<Chosen> foreign(String text, Frame here) {
        Copied last = copied;
        if (last == null || !sameCells(last.text, text)) {
            return List.of();
        }
        List<Chosen> foreign = new ArrayList<>();
        for (Chosen part : last.parts) {
            List<Chosen.Row> others = part.rows().stream().filter(row -> !part.tenant().id().equals(here.tenant().id())
                    || !row.key().account().equals(here.account().id())).toList();
            List<Chosen.Row> campaigns = others.stream().filter(row -> row.key().level() == Level.CAMPAIGN).toList();
            if (!others.isEmpty()) {
                foreign.add(new Chosen(part.tenant(), campaigns.isEmpty() ? others : campaigns));
            }
        }
        return foreign;
    }

    /// A clipboard may write other ends of lines.
    private static boolean sameCells(String one, String other) {
        return one.lines().toList().equals(other.lines().toList());
    }

    /// What a cell of the column sets.
    private static String field(Column column) {
        return switch (column) {
            case NAME -> Fields.NAME;
            case BUDGET -> "budget";
            case BID -> Fields.BID;
            case CAP -> Fields.SPEND_CAP;
            case START -> "start_time";
            case END -> "end_time";
            case ON, DELIVERY -> Fields.STATUS;
            default -> "";
        };
    }
}
