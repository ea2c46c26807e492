package com.bizosaas.adsdesk.sync;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.store.ReadMarks;
import com.bizosaas.adsdesk.store.ReadMarks.ReadMark;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps the health of ad accounts fresh, all of a tenant at once.
public final class AccountPoller implements Poller {

    private static final Duration MOMENT = Duration.ofMinutes(1);

    private final AccountFeed feed;
    private final ReadMarks marks;
    private final InstantSource clock;

    public AccountPoller(AccountFeed feed, ReadMarks marks, InstantSource clock) {
        this.feed = feed;
        this.marks = marks;
        this.clock = clock;
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

    /// What another reading brought a moment ago is not asked for again.
    @Override
    public Polled poll(TenantId tenant, AdAccountId account, boolean force, Progress progress) {
        Instant enough = clock.instant().minus(MOMENT);
        Instant last = lastRead(tenant, account);
        if (!force && last != null && last.isAfter(enough)) {
            return Polled.of(new SyncKey(tenant, account, Topic.ACCOUNTS), false);
        }
        AccountFeed.Round round = feed.read(tenant, account);
        round.require(account);
        Set<SyncKey> fresh = round.keys(tenant, Topic.ACCOUNTS);
        return new Polled(fresh, fresh);
    }
}
