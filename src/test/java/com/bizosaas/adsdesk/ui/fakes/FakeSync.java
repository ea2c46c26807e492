package com.bizosaas.adsdesk.ui.fakes;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.service.SyncService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

public final class FakeSync implements SyncService {

    public SyncState everywhere = new SyncState(false, Samples.NOW.minusSeconds(120), null,
            Samples.NOW.plusSeconds(180));
    public final Map<Topic, SyncState> states = new EnumMap<>(Topic.class);
    public List<Running> running = List.of();
    public List<Next> upcoming = List.of();
    public Usage usage = new Usage(38, 21, 17, null);
    public Budget budget = new Budget(2987, Samples.NOW.plusSeconds(240), null);
    public Duration takes = Duration.ofSeconds(340);
    public List<Request> requests = List.of();
    public List<CacheUse> caches = List.of(new CacheUse("Campaigns, ad sets, ads", 412, 31, 6, Duration.ofMinutes(5)),
            new CacheUse("Audiences", 0, 0, 0, Duration.ofHours(1)));
    public Server server = Server.AS_EXPECTED;
    public final List<String> calls = new ArrayList<>();

    @Override
    public void look(TenantId tenant, AdAccountId account, Set<Topic> topics, DateRange range) {
        calls.add("look " + tenant + " " + account + " " + range.days());
    }

    @Override
    public void want(TenantId tenant, AdAccountId account, Level deepest, DateRange days) {
        calls.add("want " + tenant + " " + account + " " + deepest + " " + days.days());
    }

    @Override
    public void refresh(TenantId tenant, AdAccountId account, Topic topic) {
        calls.add("refresh " + account + " " + topic);
    }

    @Override
    public void refreshAndWait(TenantId tenant, AdAccountId account, Topic topic, Duration patience) {
        refresh(tenant, account, topic);
    }

    @Override
    public SyncState state(TenantId tenant, AdAccountId account, Topic topic) {
        return states.getOrDefault(topic, everywhere);
    }

    @Override
    public List<Next> upcoming(int most) {
        return upcoming;
    }

    @Override
    public int restarts() {
        return 0;
    }

    @Override
    public List<Running> running() {
        return running;
    }

    @Override
    public Usage usage(TenantId tenant, AdAccountId account) {
        return usage;
    }

    @Override
    public Budget budget(TenantId tenant, AdAccountId account) {
        return budget;
    }

    @Override
    public Duration takes(TenantId tenant, AdAccountId account, int reads, int writes) {
        return takes;
    }

    @Override
    public List<Request> requests(TenantId tenant) {
        return requests;
    }

    @Override
    public List<CacheUse> caches() {
        return caches;
    }

    @Override
    public Server server() {
        return server;
    }
}
