package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.metrics.ViewingFact;
import com.bizosaas.adsdesk.domain.metrics.Viewing;
import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.Delivery;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import com.bizosaas.adsdesk.domain.metrics.Pacing;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.NewObjects;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All rows of one ad account, numbered: campaigns in the store's order, then ad sets in the order of their campaigns,
/// then ads in that of their ad sets, so that whatever is below a row stands together. Immutable once it is read.
final class Part {

    private static final Delivery.State[] STATES = Delivery.State.values();

    private final Frame frame;
    private final Stamped<AdStructure> source;
    private final Depth depth;
    private final Instant now;
    private final Campaign[] campaigns;
    private final AdSet[] adSets;
    private final Ad[] ads;
    private final int[] parents;
    /// By row of a campaign or ad set, where its children begin; they end where those of the next begin.
    private final int[] children;
    private final byte[] states;
    private final @Nullable Conversion counted;
    /// By campaign, whether it counts purchases.
    private final boolean[] bought;
    /// By campaign, how much below it is not archived.
    private final int[] liveAdSets;
    private final int[] liveAds;
    private final Map<String, Integer> rows;
    private final FigureColumns figures;
    private final FigureColumns before;
    /// Reach and plays of the rows of which they were read.
    private final Map<GraphId, Viewing> viewings;
    /// Levels of which no day's figures were ever read.
    private final Set<Level> unread;
    private @Nullable Instant asOf;
    private volatile @Nullable NameIndex names;
    /// Of campaigns and ad sets, worked out when they are asked for; whoever comes first.
    private @Nullable Pace @Nullable [] paces;

    /// @param counted what was agreed to count as the client's result; null to go by each campaign's objective
    /// @param depth how much of the account is in it
    /// @param asOf when the older of structure and figures was read; null if the structure never was
    private Part(Frame frame, Stamped<AdStructure> source, Depth depth, Instant now, @Nullable Part known,
            @Nullable Instant asOf, @Nullable Conversion counted) {
        this.counted = counted;
        viewings = known == null ? new HashMap<>() : known.viewings;
        unread = known == null ? EnumSet.noneOf(Level.class) : known.unread;
        this.frame = frame;
        this.source = source;
        this.depth = depth;
        this.now = now;
        AdStructure structure = source.value();
        campaigns = structure.campaigns().toArray(new Campaign[0]);
        Map<String, Integer> places = HashMap.newHashMap(campaigns.length + structure.adSets().size()
                + structure.ads().size());
        for (int i = 0; i < campaigns.length; i++) {
            places.put(campaigns[i].id().value(), i);
        }
        int[] setParents = structure.adSets().stream()
                .mapToInt(adSet -> places.getOrDefault(adSet.campaignId().value(), -1)).toArray();
        int[] setOrder = grouped(setParents, campaigns.length);
        adSets = new AdSet[setOrder.length];
        for (int i = 0; i < adSets.length; i++) {
            adSets[i] = structure.adSets().get(setOrder[i]);
            places.put(adSets[i].id().value(), campaigns.length + i);
        }
        int above = campaigns.length + adSets.length;
        int[] adParents = structure.ads().stream().mapToInt(ad -> places.getOrDefault(ad.adSetId().value(), -1))
                .toArray();
        int[] adOrder = grouped(adParents, above);
        ads = new Ad[adOrder.length];
        parents = new int[above + ads.length];
        Arrays.fill(parents, 0, campaigns.length, -1);
        for (int i = 0; i < adSets.length; i++) {
            parents[campaigns.length + i] = setParents[setOrder[i]];
        }
        for (int i = 0; i < ads.length; i++) {
            ads[i] = structure.ads().get(adOrder[i]);
            parents[above + i] = adParents[adOrder[i]];
            places.put(ads[i].id().value(), above + i);
        }
        children = firsts(above);
        rows = places;
        states = new byte[parents.length];
        for (int row = 0; row < states.length; row++) {
            states[row] = (byte) delivery(row).state().ordinal();
        }
        bought = new boolean[campaigns.length];
        liveAdSets = new int[campaigns.length];
        liveAds = new int[campaigns.length];
        for (int row = 0; row < campaigns.length; row++) {
            bought[row] = family(campaigns[row]) == ConversionFamily.PURCHASE;
            for (int adSet = firstChild(row); adSet < endOfChildren(row); adSet++) {
                if (!archived(adSet)) {
                    liveAdSets[row]++;
                    for (int ad = firstChild(adSet); ad < endOfChildren(adSet); ad++) {
                        liveAds[row] += archived(ad) ? 0 : 1;
                    }
                }
            }
        }
        if (known == null) {
            figures = new FigureColumns(parents.length, frame.range(), frame.bars(), paced(frame, now));
            before = new FigureColumns(frame.comparison() == null ? 0 : parents.length,
                    frame.comparison() == null ? frame.range() : frame.comparison(), null,
                    FigureColumns.Paced.NEVER);
        } else if (known.size() == parents.length) {
            figures = known.figures;
            before = known.before;
        } else {
            figures = known.figures.renumbered(parents.length, row -> known.row(id(row)));
            before = known.before.renumbered(parents.length, row -> known.row(id(row)));
        }
        this.asOf = asOf;
    }

    /// Until yesterday, and from the first whole day of a daily budget's schedule.
    private FigureColumns.Paced paced(Frame of, Instant at) {
        ZoneId zone = of.account().zone();
        Instant begins = of.range().since().atStartOfDay(zone).toInstant();
        return new FigureColumns.Paced(at.atZone(zone).toLocalDate().minusDays(1).toEpochDay(), row -> {
            Instant start = level(row) == Level.AD || isLifetime(row) ? null : Schedule.start(this, row);
            return start == null || !start.isAfter(begins)
                    ? Long.MIN_VALUE
                    : Pacing.firstWhole(start, zone).toEpochDay();
        });
    }

    private boolean isLifetime(int row) {
        Budget budget = level(row) == Level.CAMPAIGN ? campaigns[row].budget() : adSet(row).budget();
        return budget != null && budget.kind() == Budget.Kind.LIFETIME;
    }

    /// Counts first, then places: the order within a parent stays.
    private static int[] grouped(int[] parents, int parentCount) {
        int[] starts = new int[parentCount + 1];
        for (int parent : parents) {
            if (parent >= 0) {
                starts[parent + 1]++;
            }
        }
        for (int i = 0; i < parentCount; i++) {
            starts[i + 1] += starts[i];
        }
        int[] order = new int[starts[parentCount]];
        for (int i = 0; i < parents.length; i++) {
            if (parents[i] >= 0) {
                order[starts[parents[i]]++] = i;
            }
        }
        return order;
    }

    private int[] firsts(int above) {
        int[] firsts = new int[above + 1];
        int next = campaigns.length;
        for (int row = 0; row < campaigns.length; row++) {
            while (next < above && parents[next] < row) {
                next++;
            }
            firsts[row] = next;
        }
        next = above;
        for (int row = campaigns.length; row < above; row++) {
            while (next < parents.length && parents[next] < row) {
                next++;
            }
            firsts[row] = next;
        }
        firsts[above] = parents.length;
        return firsts;
    }

    /// Takes the structure; figures are added by the reader before anybody else sees the part.
    static Part of(Frame frame, Stamped<AdStructure> source, Depth depth, Instant now, @Nullable Instant asOf,
            @Nullable Conversion counted) {
        return new Part(frame, source, depth, now, null, asOf, counted);
    }

    /// The same rows with switch positions that Facebook has not confirmed yet, and with what is new.
    ///
    /// @param drafts what is drafted for the account
    /// @param aliases ids of objects that were new once, by the key they had
    Part with(Switches switches, List<Draft> drafts, Map<String, String> aliases) {
        AdStructure structure = source.value();
        AdStructure shown = new NewObjects(frame.account(), drafts, aliases)
                .over(switches.over(frame.place(), structure));
        return shown == structure
                ? this
                : new Part(frame, new Stamped<>(shown, source.asOf(), source.stale()), depth, now, this, asOf, counted);
    }

    /// Figures were added that were read at that instant; before anybody else sees the part.
    void readAt(Instant figures) {
        if (asOf != null && figures.isBefore(asOf)) {
            asOf = figures;
        }
    }

    /// No day of a level was ever read; before anybody else sees the part.
    void isUnread(Level level) {
        unread.add(level);
    }

    /// Whether there are objects on a level whose figures nobody knows yet.
    boolean lacksFigures(Level level) {
        return unread.contains(level) && everRead() && (switch (level) {
            case AD_SET -> adSets.length;
            case AD -> ads.length;
            default -> campaigns.length;
        }) > 0;
    }

    /// Adds reach and plays; before anybody else sees the part.
    void add(ViewingFact fact) {
        viewings.put(new GraphId(fact.objectId()), fact.viewing());
    }

    /// Null where they were not read, or where nothing was delivered.
    @Nullable
    Viewing viewing(int row) {
        return viewings.isEmpty() ? null : viewings.get(id(row));
    }

    Frame frame() {
        return frame;
    }

    Depth depth() {
        return depth;
    }

    boolean whole() {
        return depth == Depth.WHOLE;
    }

    /// Whether the figures of the row are read.
    boolean figured(int row) {
        return depth.figures().contains(level(row));
    }

    /// Whether campaigns are all there is yet: what their ad sets make of them is not known.
    boolean campaignsAlone() {
        return depth == Depth.CAMPAIGNS;
    }

    @Nullable
    Instant asOf() {
        return asOf;
    }

    boolean everRead() {
        return source.everRead();
    }

    boolean stale() {
        return source.stale();
    }

    /// When it was made: what is today, and what a schedule is at.
    Instant now() {
        return now;
    }

    int size() {
        return parents.length;
    }

    int campaigns() {
        return campaigns.length;
    }

    int adSets() {
        return adSets.length;
    }

    int ads() {
        return ads.length;
    }

    FigureColumns figures() {
        return figures;
    }

    FigureColumns before() {
        return before;
    }

    Level level(int row) {
        return row < campaigns.length
                ? Level.CAMPAIGN
                : row < campaigns.length + adSets.length ? Level.AD_SET : Level.AD;
    }

    /// The row of an object, -1 where it is not here.
    int row(String id) {
        return rows.getOrDefault(id, -1);
    }

    int row(GraphId id) {
        return row(id.value());
    }

    /// Whether the row is a draft that Facebook does not have yet.
    boolean isNew(int row) {
        return NewObjects.isNew(id(row));
    }

    /// -1 for a campaign.
    int parent(int row) {
        return parents[row];
    }

    int firstChild(int row) {
        return row < children.length - 1 ? children[row] : parents.length;
    }

    /// One after the last.
    int endOfChildren(int row) {
        if (row == campaigns.length - 1) {
            return campaigns.length + adSets.length;
        }
        return row < children.length - 1 ? children[row + 1] : parents.length;
    }

    Delivery.State state(int row) {
        return STATES[states[row]];
    }

    boolean archived(int row) {
        Delivery.State state = state(row);
        return state == Delivery.State.ARCHIVED || state == Delivery.State.DELETED;
    }

    String name(int row) {
        return switch (level(row)) {
            case AD -> ad(row).name();
            case AD_SET -> adSet(row).name();
            case CAMPAIGN, ACCOUNT, AUDIENCE -> campaigns[row].name();
        };
    }

    /// Made when it is first asked for.
    NameIndex names() {
        NameIndex made = names;
        if (made == null) {
            made = new NameIndex(this);
            names = made;
        }
        return made;
    }

    /// How fast the row's budget is spent.
    Pace pace(int row) {
        if (level(row) == Level.AD) {
            return Pace.of(this, row);
        }
        @Nullable
        Pace[] known = paces;
        if (known == null) {
            known = new @Nullable Pace[campaigns.length + adSets.length];
            paces = known;
        }
        Pace pace = known[row];
        if (pace == null) {
            pace = Pace.of(this, row);
            known[row] = pace;
        }
        return pace;
    }

    GraphId id(int row) {
        return switch (level(row)) {
            case AD -> ad(row).id();
            case AD_SET -> adSet(row).id();
            case CAMPAIGN, ACCOUNT, AUDIENCE -> campaigns[row].id();
        };
    }

    Subject subject(int row) {
        return switch (level(row)) {
            case AD -> new Subject.OfAd(ad(row));
            case AD_SET -> new Subject.OfAdSet(adSet(row));
            case CAMPAIGN, ACCOUNT, AUDIENCE -> new Subject.OfCampaign(campaigns[row]);
        };
    }

    Campaign campaign(int row) {
        int at = row;
        while (parents[at] >= 0) {
            at = parents[at];
        }
        return campaigns[at];
    }

    AdSet adSet(int row) {
        return adSets[row - campaigns.length];
    }

    Ad ad(int row) {
        return ads[row - campaigns.length - adSets.length];
    }

    /// Those of a campaign, archived ones included.
    List<AdSet> adSetsOf(int campaign) {
        List<AdSet> found = new ArrayList<>();
        for (int row = firstChild(campaign); row < endOfChildren(campaign); row++) {
            found.add(adSet(row));
        }
        return found;
    }

    /// What counts as a result of a campaign: what was agreed, or else what its objective says.
    private Conversion family(Campaign campaign) {
        return counted == null ? RowMaker.family(campaign.objective()) : counted;
    }

    /// What counts as a result of the row.
    Conversion family(int row) {
        int at = row;
        while (parents[at] >= 0) {
            at = parents[at];
        }
        return bought[at] ? ConversionFamily.PURCHASE : results(counted);
    }

    /// What is to be counted beside purchases.
    static Conversion results(@Nullable Conversion counted) {
        return counted == null || counted == ConversionFamily.PURCHASE ? ConversionFamily.LEAD : counted;
    }

    /// Ad sets of a campaign that are not archived.
    int liveAdSets(int campaign) {
        return liveAdSets[campaign];
    }

    /// Ads of a campaign that are not archived, nor their ad sets.
    int liveAds(int campaign) {
        return liveAds[campaign];
    }

    Delivery delivery(int row) {
        return switch (level(row)) {
            case AD -> Delivery.of(ad(row), adSet(parents[row]), now);
            case AD_SET -> Delivery.of(adSet(row), now);
            case CAMPAIGN, ACCOUNT, AUDIENCE -> campaignsAlone()
                    ? Delivery.of(campaigns[row], now)
                    : Delivery.of(campaigns[row], adSetsOf(row), now);
        };
    }
}
