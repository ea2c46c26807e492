package com.bizosaas.adsdesk.sync;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.store.ReadMarks;
import com.bizosaas.adsdesk.store.ReadMarks.ReadMark;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps the health of ad accounts fresh, all of a tenant at once.
public final class AccountPoller implements Poller {

    private final AccountFeed feed;
    private final ReadMarks marks;

    public AccountPoller(AccountFeed feed, ReadMarks marks) {
        this.feed = feed;
        this.marks = marks;
    }

    @Override
    public Topic topic() {
        return Topic.ACCOUNTS;
    }

    @Override
    public @Nullable Instant lastRead(TenantId tenant, AdAccountId account) {
        return marks.find(tenant, account, Topic.ACCOUNTS).filter(mark -> !mark.outdated()).map(ReadMark::asOf)
                .orElse(null);
    }

    @Override
    public Set<SyncKey> poll(TenantId tenant, AdAccountId account, boolean force, Progress progress) {
        AccountFeed.Round round = feed.read(tenant, account);
        round.require(account);
        Set<SyncKey> fresh = new HashSet<>(round.keys(tenant, Topic.ACCOUNTS));
        fresh.add(new SyncKey(tenant, account, Topic.ACCOUNTS));
        return fresh;
    }
}
