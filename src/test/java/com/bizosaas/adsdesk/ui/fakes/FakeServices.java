package com.bizosaas.adsdesk.ui.fakes;

import com.bizosaas.adsdesk.service.DeskEvent;
import com.bizosaas.adsdesk.service.DeskEvents;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.Workbench;
import com.bizosaas.adsdesk.service.Subscription;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.ScopeModel;
import com.bizosaas.adsdesk.ui.common.TabId;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// All services of a desk, in memory: one tenant "Nordlys Outdoor AS" with an account in EUR and Oslo, unless a test says
/// otherwise. Set the public fields of the parts, act, and read what they were told.
public final class FakeServices {

    public final FakeTenants tenants = new FakeTenants();
    public final FakeConnections connections = new FakeConnections();
    public final FakeCampaigns campaigns = new FakeCampaigns();
    public final FakeAdObjects adObjects = new FakeAdObjects();
    public final FakeInsights insights = new FakeInsights();
    public final FakeAudiences audiences = new FakeAudiences();
    public final FakeCreatives creatives = new FakeCreatives();
    public final FakeSync sync = new FakeSync();
    public final FakeSettings settings = new FakeSettings();
    public final FakeAudit audit = new FakeAudit();
    public final FakePersons persons = new FakePersons();
    public final FakeBackups backups = new FakeBackups();
    public final FakeJournal journal = new FakeJournal();
    public final FakeProfiles profiles = new FakeProfiles();
    public final FakeLocalApi localApi = new FakeLocalApi();
    public final FakeDrafts drafts = new FakeDrafts();
    public final FakePublishing publishing = new FakePublishing();
    public final FakeDrift drift = new FakeDrift();
    public final FakeSheets sheets = new FakeSheets();
    public final FakeTargeting targeting = new FakeTargeting();
    public final FakeComments comments = new FakeComments();
    public final FakeLaunch launch = new FakeLaunch();
    public final FakeEvents events = new FakeEvents();

    public final ScopeModel scope = new ScopeModel();
    public final FakeNotifier notifier = new FakeNotifier();
    public final FakeDialogs dialogs = new FakeDialogs();
    public final List<TabId> opened = new ArrayList<>();

    public FakeServices() {
        scope.show(Samples.scope());
    }

    public DeskServices services() {
        return new DeskServices(tenants, connections, campaigns, adObjects, insights, audiences, creatives, sync,
                settings, audit, persons, backups, journal, profiles, localApi,
                new Workbench(drafts.service(), publishing.service(), drift, sheets.service(), targeting, comments,
                        launch),
                events);
    }

    /// Work runs at once on the caller's thread.
    public DeskContext context() {
        return context(new DirectTasks());
    }

    public DeskContext context(TaskRunner tasks) {
        return new DeskContext(services(), tasks, scope, notifier, dialogs, opened::add, Samples.CLOCK);
    }

    /// Calls listeners on the publishing thread, as the real one does.
    public static final class FakeEvents implements DeskEvents {

        private final List<Consumer<DeskEvent>> listeners = new CopyOnWriteArrayList<>();

        @Override
        public Subscription subscribe(Consumer<DeskEvent> listener) {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        }

        @Override
        public void publish(DeskEvent event) {
            listeners.forEach(listener -> listener.accept(event));
        }

        public int listeners() {
            return listeners.size();
        }
    }
}
