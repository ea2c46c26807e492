package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.domain.DatePreset;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.SyncService;
import com.bizosaas.adsdesk.service.SyncService.SyncState;
import com.bizosaas.adsdesk.service.Workbench;
import com.bizosaas.adsdesk.ui.common.AllTenants;
import com.bizosaas.adsdesk.ui.common.Formats;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Makes what the table shows: reads the store, lays over it what is switched, drafted and new, filters and sorts. Blocks,
/// so never on the FX thread; one making at a time.
final class TableMaker {

    private static final Duration LATELY = Duration.ofDays(7);
    private static final int ENTRIES = 1000;
    /// With one, the first look takes half as long again (`packaging/bench table`).
    private static final int REHEARSALS = 3;

    private final DeskServices services;
    private final SyncService sync;
    private final InstantSource clock;
    private final Formats formats;
    private final FrameReader frames;
    private final SheetReader reader;
    private final Alphabet alphabet = new Alphabet();

    /// What was read.
    ///
    /// @param changed ids of objects that this desk changed lately, by tenant
    /// @param viewing levels whose reach and video plays were read with it
    record Read(Sheet sheet, Map<TenantId, Set<String>> changed, Set<Level> viewing) {
    }

    /// What a build leaves for the next one of the same rows.
    record Built(Read read, Switches shown, Map<TenantId, Drafted> drafted, TableBuilder builder) {
    }

    record Made(Built built, List<SyncState> states, TableContent content) {
    }

    /// Whose rows: of one account or of all tenants.
    record Whose(@Nullable Frame one, @Nullable AllTenants all) {

        private @Nullable TenantId tenant() {
            return one == null ? null : one.tenant().id();
        }
    }

    /// What is wanted of them.
    ///
    /// @param depth how much is read where nothing is held
    /// @param viewing levels whose reach and video plays are looked at
    /// @param changed accounts that have news
    record Wanted(Depth depth, Set<Level> viewing, Set<Frame.Place> changed, View view, Switches switches) {
    }

    TableMaker(DeskServices services, InstantSource clock, Formats formats) {
        this.services = services;
        this.sync = services.sync();
        this.clock = clock;
        this.formats = formats;
        this.frames = new FrameReader(services.tenants(), services.connections(), services.persons(), clock);
        this.reader = new SheetReader(services.campaigns(), services.insights(), services.profiles(), clock);
    }

    /// Goes through a first look at everything, until the code of it is compiled.
    ///
    /// @param enough whether it is not wanted any more
    TableContent rehearse(BooleanSupplier enough) {
        TableContent last = firstLook();
        for (int i = 1; i < REHEARSALS && !enough.getAsBoolean(); i++) {
            last = firstLook();
        }
        return last;
    }

    private TableContent firstLook() {
        Sheet sheet = reader.read(frames.frames(new AllTenants(DatePreset.LAST_14_DAYS, null, false)),
                Depth.firstLook(View.FIRST), Set.of());
        return new TableBuilder(sheet, Switches.NONE, Map.of(), Map.of(), formats, new Order.Ranks(alphabet))
                .content(View.FIRST);
    }

    /// @param held what was read before and still holds; null to read everything
    /// @param before what was built before, of these rows or others
    Made make(Whose whose, Wanted wanted, @Nullable Read held, @Nullable Built before) {
        Read read = read(whose, wanted, held);
        Map<TenantId, Drafted> drafted = drafted(read.sheet);
        Built with = before != null && before.read == read && before.shown.equals(wanted.switches)
                && before.drafted.equals(drafted) ? before : build(read, wanted.switches, drafted, before);
        return new Made(with, states(whose, read.sheet), with.builder.content(wanted.view));
    }

    private Read read(Whose whose, Wanted wanted, @Nullable Read held) {
        if (held != null && wanted.changed.isEmpty()) {
            return held;
        }
        Sheet sheet = held == null
                ? reader.read(frames(whose), wanted.depth, wanted.viewing)
                : reader.again(held.sheet, wanted.changed, wanted.viewing);
        return new Read(sheet, changedByUs(whose.tenant()), wanted.viewing);
    }

    private List<Frame> frames(Whose whose) {
        return whose.one != null ? List.of(whose.one) : whose.all == null ? List.of() : frames.frames(whose.all);
    }

    private Map<TenantId, Drafted> drafted(Sheet sheet) {
        Workbench workbench = services.workbench();
        Map<TenantId, Drafted> drafted = new HashMap<>();
        sheet.parts().forEach(part -> drafted.computeIfAbsent(part.frame().tenant().id(),
                tenant -> new Drafted(workbench.drafts().book(tenant), workbench.drafts().aliases(tenant),
                        workbench.comments().comments(tenant))));
        return drafted;
    }

    private Built build(Read read, Switches switches, Map<TenantId, Drafted> drafted, @Nullable Built before) {
        Sheet sheet = shown(read.sheet, switches, drafted);
        return new Built(read, switches, drafted, new TableBuilder(sheet, switches, read.changed, drafted, formats,
                before == null ? new Order.Ranks(alphabet) : before.builder.ranks(sheet)));
    }

    /// Rows with switch positions and new objects over them; the same sheet where there is neither.
    private static Sheet shown(Sheet sheet, Switches switches, Map<TenantId, Drafted> drafted) {
        boolean other = false;
        List<Part> parts = new ArrayList<>();
        for (Part part : sheet.parts()) {
            Drafted its = drafted.getOrDefault(part.frame().tenant().id(), Drafted.NOTHING);
            Part over = part.with(switches, its.book().drafts(part.frame().account().id()), its.aliases());
            other |= over != part;
            parts.add(over);
        }
        return other ? new Sheet(parts) : sheet;
    }

    private Map<TenantId, Set<String>> changedByUs(@Nullable TenantId tenant) {
        Instant since = clock.instant().minus(LATELY);
        Map<TenantId, Set<String>> changed = new HashMap<>();
        for (AuditEntry entry : services.audit().entries(tenant, "", ENTRIES)) {
            if (entry.tenantId() != null && entry.at().isAfter(since)) {
                changed.computeIfAbsent(entry.tenantId(), _ -> new HashSet<>()).add(entry.object());
            }
        }
        return changed;
    }

    /// How reading the rows stands. Of all tenants it is told when nobody can be reached; what is wrong with one of them
    /// stands on the rail.
    List<SyncState> states(Whose whose, Sheet sheet) {
        if (whose.one != null) {
            return List.of(state(whose.one.place(), Topic.CAMPAIGNS), state(whose.one.place(), Topic.INSIGHTS));
        }
        for (Part part : sheet.parts()) {
            SyncState state = state(part.frame().place(), Topic.CAMPAIGNS);
            Problem problem = state.problem();
            if (problem != null && problem.kind().isUnreachable()) {
                return List.of(state);
            }
        }
        return List.of();
    }

    private SyncState state(Frame.Place place, Topic topic) {
        return sync.state(place.tenant(), place.account(), topic);
    }
}
