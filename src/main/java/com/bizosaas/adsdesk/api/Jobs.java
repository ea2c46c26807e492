package com.bizosaas.adsdesk.api;

import com.bizosaas.adsdesk.service.ApiKey;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/// Work that goes on after its request was answered. A job is told to whoever started it, for an hour after its end. It
/// lives in memory: what it did to Facebook is in the audit log, whatever becomes of this program.
final class Jobs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration LAST_WORD = Duration.ofMillis(1500);
    private static final long MOST = 10_000;

    private final Cache<String, Job> jobs = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();
    private final ExecutorService threads = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("api-job-", 0).factory());
    private final InstantSource clock;

    private record Job(String id, String keyId, String what, Instant started, @Nullable Instant ended,
            @Nullable Reply reply) {
    }

    Jobs(InstantSource clock) {
        this.clock = clock;
    }

    /// @param what method and path
    /// @param work answers as the request itself would have been; it throws nothing
    Reply start(Call call, String what, Supplier<Reply> work) {
        Job job = new Job(UUID.randomUUID().toString(), call.key().id(), what, clock.instant(), null, null);
        jobs.put(job.id, job);
        threads.execute(() -> {
            Reply reply = work.get();
            jobs.put(job.id, new Job(job.id, job.keyId, what, job.started, clock.instant(), reply));
        });
        return Reply.json(202, view(job)).with("Location", Router.BASE + "/jobs/" + job.id)
                .with("Preference-Applied", "respond-async");
    }

    Reply show(Call call) {
        Job job = jobs.getIfPresent(call.text("job_id"));
        boolean may = job != null && (job.keyId.equals(call.key().id()) || call.key().id().equals(ApiKey.OWN));
        if (job == null || !may) {
            throw ApiProblem.notFound("There is no such job", "Jobs are kept for an hour after their end.");
        }
        return Reply.json(view(job));
    }

    private static ObjectNode view(Job job) {
        ObjectNode view = Json.object().put("job_id", job.id).put("what", job.what)
                .put("status", job.reply == null ? "running" : job.reply.status() < 400 ? "done" : "failed")
                .put("started_at", Shapes.time(job.started)).put("ended_at", Shapes.timeOrNull(job.ended));
        view.putNull("result");
        view.putNull("problem");
        if (job.reply != null) {
            view.set(job.reply.status() < 400 ? "result" : "problem", Json.read(job.reply.body()));
        }
        return view;
    }

    /// Lets what is under way come to its end for a moment, then interrupts it.
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LAST_WORD.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("Jobs of the local API are interrupted");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdownNow();
        }
    }
}
