package com.bizosaas.adsdesk.sync;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.store.ReadMarks;
import com.bizosaas.adsdesk.store.ReadMarks.ReadMark;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Keeps campaigns, ad sets and ads fresh by what changed.
public final class CampaignPoller implements Poller {

    private final ChangeFeed feed;
    private final ReadMarks marks;

    public CampaignPoller(ChangeFeed feed, ReadMarks marks) {
        this.feed = feed;
        this.marks = marks;
    }

    public void forget(TenantId tenant) {
        feed.forget(tenant);
    }

    @Override
    public Topic topic() {
        return Topic.CAMPAIGNS;
    }

    @Override
    public @Nullable Instant lastRead(TenantId tenant, AdAccountId account) {
        return marks.find(tenant, account, Topic.CAMPAIGNS).filter(mark -> !mark.outdated()).map(ReadMark::asOf)
                .orElse(null);
    }

    @Override
    public Polled poll(TenantId tenant, AdAccountId account, boolean force, Progress progress) {
        return feed.read(tenant, account, force, progress);
    }
}
