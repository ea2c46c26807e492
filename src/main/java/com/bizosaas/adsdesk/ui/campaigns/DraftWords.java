package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.draft.Comment;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.ui.common.Labels;
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

    /// Lines for a tooltip, empty without a comment.
    static String comment(CampaignRow row) {
        Comment comment = row.comment();
        return comment == null ? "" : "\n" + Labels.isolated(comment.who()) + ": " + comment.text();
    }

    /// The drafted amount of a row's own budget, null where none is drafted.
    static @Nullable Money budget(CampaignRow row) {
        String field = row.budgetField();
        return field.isEmpty() || row.isNew() ? null : money(row, row.drafted(field));
    }

    /// The spend cap as it will be, null where there is none.
    static @Nullable Money cap(CampaignRow row) {
        String drafted = row.drafted(Fields.SPEND_CAP);
        return drafted != null
                ? money(row, FieldValues.isAbsent(drafted) ? null : drafted)
                : row.subject() instanceof Subject.OfCampaign(var campaign) ? campaign.spendCap() : null;
    }

    private static @Nullable Money money(CampaignRow row, @Nullable String minor) {
        try {
            return minor == null || minor.isEmpty() ? null : Money.ofMinor(minor, row.currency());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /// "Will pause", "Will be archived"; empty where the status is not drafted.
    static String status(CampaignRow row) {
        Draft draft = row.draft();
        if (draft != null && draft.action() != Draft.Action.CHANGE) {
            return draft.action() == Draft.Action.REMOVE ? "Will be deleted" : "";
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
