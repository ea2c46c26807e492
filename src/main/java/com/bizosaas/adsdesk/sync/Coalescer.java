package com.bizosaas.adsdesk.sync;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Collects equal news for a moment and passes each on once, so that a thousand pages of progress are not a thousand
/// repaints. The last word is never lost. Thread-safe.
///
/// @param <T> compared by `equals`
public final class Coalescer<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Coalescer.class);

    private final ScheduledExecutorService ticker;
    private final Duration pause;
    private final Consumer<? super T> receiver;
    private final Set<T> waiting = new LinkedHashSet<>();

    public Coalescer(ScheduledExecutorService ticker, Duration pause, Consumer<? super T> receiver) {
        this.ticker = ticker;
        this.pause = pause;
        this.receiver = receiver;
    }

    public void add(T news) {
        synchronized (waiting) {
            boolean first = waiting.isEmpty();
            waiting.add(news);
            if (!first) {
                return;
            }
        }
        try {
            ticker.schedule(this::flush, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("News after the end are dropped", e);
        }
    }

    private void flush() {
        List<T> news;
        synchronized (waiting) {
            news = new ArrayList<>(waiting);
            waiting.clear();
        }
        news.forEach(receiver);
    }
}
