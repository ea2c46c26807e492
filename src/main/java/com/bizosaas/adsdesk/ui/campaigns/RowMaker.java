package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.metrics.Viewing;
import com.bizosaas.adsdesk.draft.DraftBook;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.NewObjects;
import com.bizosaas.adsdesk.ui.common.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes the row of a number for the few that are painted or acted upon. Any thread.
final class RowMaker {

    private static final String ARCHIVED = "Archived: it cannot be switched on again.";

    private final Sheet sheet;
    private final Switches switches;
    private final Map<TenantId, Drafted> drafted;
    private final Formats formats;

    /// @param drafted drafts and comments by tenant
    RowMaker(Sheet sheet, Switches switches, Map<TenantId, Drafted> drafted, Formats formats) {
        this.drafted = drafted;
        this.sheet = sheet;
        this.switches = switches;
        this.formats = formats;
    }

    /// What counts as a result of a campaign with this objective.
    static ConversionFamily family(Objective objective) {
        return objective.modern().equals(Objective.LEADS) ? ConversionFamily.LEAD : ConversionFamily.PURCHASE;
    }

    CampaignRow row(int row) {
        Part part = sheet.part(row);
        int local = sheet.local(row);
        Frame frame = part.frame();
        RowKey key = new RowKey(frame.place(), part.level(local), part.id(local));
        Subject subject = part.subject(local);
        Conversion family = part.family(local);
        boolean campaign = key.level() == Level.CAMPAIGN;
        Drafted its = drafted.getOrDefault(frame.tenant().id(), Drafted.NOTHING);
        DraftKey draftKey = NewObjects.key(frame.account().id(), key.level(), key.id());
        Viewing viewing = part.viewing(local);
        String bid = bidWords(part, local);
        Bid bidding = draftedBid(part, local, its.book());
        String bidWords = bidding.words(formats);
        return new CampaignRow(row, key, frame, subject, above(part, local), part.campaign(local).id(),
                part.delivery(local), campaign ? Words.objective(part.campaign(local).objective()) : "",
                budget(part, local), bid, bidWords.equals(bid) ? "" : bidWords, bidding, family,
                part.figures().totals(local, family, viewing),
                family == ConversionFamily.PURCHASE
                        ? part.figures().totals(local, family, viewing)
                        : part.figures().totals(local, ConversionFamily.PURCHASE, viewing),
                part.pace(local), part.figures().bars(local), part.figured(local), !campaign || !part.campaignsAlone(),
                locked(frame, subject.status()),
                switches.asked().containsKey(key), switches.refused().get(key),
                its.book().find(draftKey).orElse(null), its.comments().get(draftKey));
    }

    /// Names of the campaign and ad set a row is in, for a list of one level.
    private static List<String> above(Part part, int local) {
        List<String> names = new ArrayList<>(2);
        for (int at = part.parent(local); at >= 0; at = part.parent(at)) {
            names.addFirst(part.name(at));
        }
        return names;
    }

    static BudgetView budget(Part part, int local) {
        return switch (part.level(local)) {
            case AD -> BudgetView.NONE;
            case AD_SET -> BudgetView.of(part.adSet(local));
            case CAMPAIGN, ACCOUNT, AUDIENCE -> BudgetView.of(part.campaign(local), current(part, local));
        };
    }

    /// Ad sets of a campaign that are not archived.
    static List<AdSet> current(Part part, int campaign) {
        return part.adSetsOf(campaign).stream().filter(adSet -> adSet.status().canSwitch()).toList();
    }

    private String bidWords(Part part, int local) {
        String words = bid(part, local).words(formats);
        return words.isEmpty() && part.campaignsAlone() ? RowCell.BEING_READ : words;
    }

    private Bid bid(Part part, int local) {
        return switch (part.level(local)) {
            case AD -> Bid.NONE;
            case AD_SET -> Bid.of(part.adSet(local), null);
            case CAMPAIGN, ACCOUNT, AUDIENCE -> Bid.of(part.campaign(local), current(part, local).stream()
                    .map(adSet -> Bid.of(adSet, null)).toList());
        };
    }

    /// As it will be once the drafts of the row and of its ad sets are published.
    private Bid draftedBid(Part part, int local, DraftBook book) {
        if (book.isEmpty()) {
            return bid(part, local);
        }
        Frame frame = part.frame();
        Bid.Minor minor = amount -> FieldValues.amount(amount).filter(units -> units > 0)
                .map(units -> Money.ofMinor(units, frame.account().currency())).orElse(null);
        return switch (part.level(local)) {
            case AD -> Bid.NONE;
            case AD_SET -> Bid.of(part.adSet(local), null)
                    .after(draft(book, frame, Level.AD_SET, part.adSet(local).id()), minor);
            case CAMPAIGN, ACCOUNT, AUDIENCE -> Bid.of(part.campaign(local), current(part, local).stream()
                    .map(adSet -> Bid.of(adSet, null).after(draft(book, frame, Level.AD_SET, adSet.id()), minor))
                    .toList()).after(draft(book, frame, Level.CAMPAIGN, part.campaign(local).id()), minor);
        };
    }

    private static @Nullable Draft draft(DraftBook book, Frame frame, Level level, GraphId id) {
        return book.find(NewObjects.key(frame.account().id(), level, id)).orElse(null);
    }

    String bidOf(int row) {
        return bid(sheet.part(row), sheet.local(row)).words(formats);
    }

    private static String locked(Frame frame, Status status) {
        return status.canSwitch() ? frame.locked() : ARCHIVED;
    }
}
