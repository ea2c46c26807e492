package com.bizosaas.adsdesk.ui.edit;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.service.DraftService.Preview;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/// What cells from a spreadsheet would change. They can be mended in the form before they are drafted.
final class PasteForm {

    private final EditDialogs at;
    private final Chosen shown;
    private final Locale locale;

    PasteForm(EditDialogs at, Chosen shown, Locale locale) {
        this.at = at;
        this.shown = shown;
        this.locale = locale;
    }

    void open(int first, String column, String text) {
        TextArea cells = new TextArea(text);
        cells.setId("paste-cells");
        cells.setPrefRowCount(4);
        cells.setAccessibleText("Cells from the spreadsheet");
        Label words = Labels.wrapped("Rows are found by ID, or by a name that only one of them has. Name, On, Budget, "
                + "Bid, Start, End and URL parameters can be set; other columns are left aside.", "caption");
        PreviewWords told = new PreviewWords(shown, at.formats());
        at.previewing(List.of(shown), "Paste from a spreadsheet", "Pasted cells of ", new VBox(8, cells, words), () -> {
            Pasted.Meant meant = Pasted.read(shown, first, column, cells.getText(), locale);
            return _ -> {
                List<Preview> previews = at.drafts().preview(shown.tenant().id(), meant.values()).stream()
                        .filter(preview -> preview.changes() || preview.refused())
                        .filter(preview -> !sameDay(preview)).toList();
                Previewing.Found found = Previewing.Found.of(previews,
                        preview -> PreviewWords.field(preview) + ": " + told.of(preview));
                List<Previewing.Line> lines = new ArrayList<>(meant.aside());
                lines.addAll(found.lines());
                return new Previewing.Found(previews, lines);
            };
        }).open(cells, cells.textProperty());
    }

    /// A day that came back from the spreadsheet as it was says nothing about the hour.
    private boolean sameDay(Preview preview) {
        if (!preview.field().equals("start_time") && !preview.field().equals("end_time")) {
            return false;
        }
        Optional<LocalDate> before = day(preview, preview.before());
        return before.isPresent() && before.equals(day(preview, preview.after()));
    }

    private Optional<LocalDate> day(Preview preview, String value) {
        return Optional.ofNullable(shown.accountsById().get(preview.key().account())).map(AdAccount::zone)
                .flatMap(zone -> FieldValues.instant(value).map(at -> at.atZone(zone).toLocalDate()));
    }
}
