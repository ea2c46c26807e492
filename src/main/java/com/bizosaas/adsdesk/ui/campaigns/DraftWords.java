package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.BidStrategy;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.draft.Comment;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.ui.common.Formats;
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

    private static @Nullable Money money(CampaignRow row, @Nullable String minor) {
        try {
            return minor == null || minor.isEmpty() ? null : Money.ofMinor(minor, row.currency());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /// How it will bid, null where neither strategy nor amount is drafted.
    static @Nullable String bid(Formats formats, CampaignRow row) {
        String strategy = row.drafted("bid_strategy");
        String amount = row.drafted("bid_amount");
        if (row.isNew() || strategy == null && amount == null) {
            return null;
        }
        BidStrategy had = switch (row.subject()) {
            case Subject.OfCampaign(var campaign) -> campaign.bidStrategy();
            case Subject.OfAdSet(var adSet) -> adSet.bidStrategy();
            case Subject.OfAd _ -> null;
        };
        Money now = row.subject() instanceof Subject.OfAdSet(var adSet) && amount == null
                ? adSet.bidAmount()
                : money(row, amount);
        return Words.bid(formats, strategy == null || strategy.isEmpty() ? had : new BidStrategy(strategy), now);
    }

    static boolean bids(CampaignRow row) {
        return row.drafted("bid_strategy") != null || row.drafted("bid_amount") != null;
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
