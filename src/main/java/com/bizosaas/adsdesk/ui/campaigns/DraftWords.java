package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.Fields;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the table says of a row's draft.
final class DraftWords {

    private DraftWords() {
    }

    /// Lines for a tooltip, empty without a draft.
    static String told(CampaignRow row) {
        Draft draft = row.draft();
        if (draft == null) {
            return "";
        }
        return "\n" + switch (draft.action()) {
            case ADD -> "New, not published yet";
            case REMOVE -> "Will be deleted when it is published";
            case CHANGE -> "Not published yet: " + draft.cells().keySet().stream()
                    .map(field -> Fields.find(row.level(), field).map(spec -> spec.label()).orElse(field))
                    .collect(Collectors.joining(", "));
        };
    }

    /// The drafted amount of a row's own budget, null where none is drafted.
    static @Nullable Money budget(CampaignRow row) {
        String field = row.budgetField();
        String minor = field.isEmpty() ? null : row.drafted(field);
        try {
            return minor == null || minor.isEmpty() ? null : Money.ofMinor(minor, row.currency());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /// "Will pause", "Will be archived"; empty where the status is not drafted.
    static String status(CampaignRow row) {
        Draft draft = row.draft();
        if (draft != null && draft.action() == Draft.Action.REMOVE) {
            return "Will be deleted";
        }
        String status = row.drafted(Fields.STATUS);
        if (status == null) {
            return "";
        }
        return switch (status) {
            case "PAUSED" -> "Will pause";
            case "ACTIVE" -> "Will switch on";
            case "ARCHIVED" -> "Will be archived";
            default -> "Will change";
        };
    }
}
