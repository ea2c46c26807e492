package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.service.CampaignService;
import com.bizosaas.adsdesk.service.InsightService;
import com.bizosaas.adsdesk.service.ProfileService;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the rows of accounts from the store. Blocks, so never on the FX thread; accounts are read side by side.
final class SheetReader {

    private final CampaignService campaigns;
    private final InsightService insights;
    private final ProfileService profiles;
    private final InstantSource clock;

    SheetReader(CampaignService campaigns, InsightService insights, ProfileService profiles, InstantSource clock) {
        this.profiles = profiles;
        this.campaigns = campaigns;
        this.insights = insights;
        this.clock = clock;
    }

    /// @param depth how much is wanted
    ///
    /// @param viewing levels of which reach and video plays are wanted too
    Sheet read(List<Frame> frames, Depth depth, Set<Level> viewing) {
        Instant now = clock.instant();
        return new Sheet(frames.parallelStream().map(frame -> part(frame, depth, now, viewing)).toList());
    }

    /// The same rows, with those accounts read again.
    Sheet again(Sheet known, Set<Frame.Place> places, Set<Level> viewing) {
        Instant now = clock.instant();
        return new Sheet(known.parts().parallelStream()
                .map(part -> places.contains(part.frame().place())
                        ? part(part.frame(), part.depth(), now, viewing)
                        : part)
                .toList());
    }

    private Part part(Frame frame, Depth depth, Instant now, Set<Level> viewing) {
        Frame.Place place = frame.place();
        Stamped<AdStructure> structure = campaigns.structure(place.tenant(), place.account(),
                depth.deepest());
        Conversion counted = profiles.profile(place.tenant()).counted().orElse(null);
        Part part = Part.of(frame, structure, depth, now, structure.asOf(), counted);
        Instant oldest = null;
        for (Level level : depth.figures()) {
            Instant read = figures(part, place, level, Part.results(counted));
            if (read == null) {
                part.isUnread(level);
            }
            oldest = earlier(oldest, read);
        }
        for (Level level : viewing) {
            insights.viewing(place.tenant(), place.account(), level, frame.range()).value().forEach(part::add);
        }
        if (oldest != null) {
            part.readAt(oldest);
        }
        return part;
    }

    private @Nullable Instant figures(Part part, Frame.Place place, Level level, Conversion results) {
        DateRange comparison = part.frame().comparison();
        return insights.figures(place.tenant(), place.account(), level, part.frame().days(), results,
                (id, day, figures) -> {
                    int row = part.row(id);
                    if (row >= 0) {
                        part.figures().add(row, day, figures);
                        if (comparison != null && comparison.contains(day)) {
                            part.before().add(row, day, figures);
                        }
                    }
                });
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }
}
