package com.bizosaas.adsdesk.ui.workbench;

import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Conflict;
import com.bizosaas.adsdesk.draft.PublishBatch;
import com.bizosaas.adsdesk.draft.PublishRow;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.Finding;
import com.bizosaas.adsdesk.draft.Finding.Severity;
import com.bizosaas.adsdesk.draft.Review;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import java.util.List;
import java.util.Map;

/// Three reviewed changes of the web shop, one of which may be in conflict.
public final class ReviewSample {

    public static final DraftKey CATALOGUE = key("120218843307512002");
    public static final DraftKey SPRING = key("120218843307512001");
    public static final DraftKey RETARGETING = key("120218843307512003");

    private ReviewSample() {
    }

    private static DraftKey key(String id) {
        return DraftKey.of(Samples.WEBSHOP.id(), Level.CAMPAIGN, new GraphId(id));
    }

    public static Review review(boolean conflict) {
        Review.Row bid = new Review.Row(Fields.of(Level.AD_SET, "bid_amount"), "1800", "1650",
                conflict ? "1720" : null, "€18.00", "€16.50", conflict ? "€17.20" : "");
        return new Review(Samples.NORDLYS.id(), List.of(new Review.AccountPart(Samples.WEBSHOP, List.of(
                item(SPRING, "Spring Layers — Prospecting EU", budget("42000", "48000", "€420.00", "€480.00"), "60"),
                new Review.Item(CATALOGUE, Draft.Action.CHANGE, "Catalogue Sales — Advantage+ · all markets", "",
                        List.of(budget("25000", "34000", "€250.00", "€340.00")), Money.of("90", Samples.EUR),
                        List.of(new Finding(CATALOGUE, Fields.DAILY, Severity.YELLOW, "budget.step",
                                "+36.0%: learning may restart", "Raise it in steps of a fifth.", Map.of(), null)),
                        true, Samples.NOW, "You"),
                item(RETARGETING, "Retargeting — viewers 30 d, cart 14 d", bid, "0")))),
                List.of(new Review.Impact(Samples.EUR, Money.of("1235", Samples.EUR), Money.of("1385", Samples.EUR),
                        Money.of("2550", Samples.EUR), Money.of("2423.75", Samples.EUR), null, null,
                        Money.of("60000", Samples.EUR), null)),
                3, Samples.NOW);
    }

    private static Review.Item item(DraftKey key, String name, Review.Row row, String perDay) {
        return new Review.Item(key, Draft.Action.CHANGE, name, "", List.of(row), Money.of(perDay, Samples.EUR),
                List.of(), true, Samples.NOW, "You");
    }

    private static Review.Row budget(String old, String mine, String shownOld, String shownMine) {
        return new Review.Row(Fields.of(Level.CAMPAIGN, Fields.DAILY), old, mine, null, shownOld, shownMine, "");
    }

    /// Two rows of it, one of which failed.
    public static PublishBatch batch(PublishBatch.Phase phase) {
        return new PublishBatch(Samples.NORDLYS.id(), "b1", "Ines Moreau", Samples.NOW, phase, Conflict.Policy.ASK, "",
                "",
                List.of(row(1, SPRING, PublishRow.State.DONE, ""),
                        row(2, CATALOGUE, PublishRow.State.FAILED, "The account has unpaid bills.")),
                Samples.NOW.plusSeconds(20));
    }

    private static PublishRow row(int place, DraftKey key, PublishRow.State state, String message) {
        return new PublishRow(place, key, "Campaign " + place, Draft.Action.CHANGE, Map.of(), Map.of(), state, null,
                key.id(), message, List.of());
    }
}
