package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.graph.GraphException.Kind;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes equal reads of one tenant that are under way at the same time one request: the first caller sends it, as urgently
/// as the most urgent of them wants it, and all get its outcome, each reading the rows in its own way. When the sender is cancelled, one of the others takes over;
/// when all are, nothing is sent any more.
///
/// Thread-safe.
final class Joining {

    private final ConcurrentMap<GraphRequest, Flight> flights = new ConcurrentHashMap<>();

    /// A read under way.
    private static final class Flight {

        private final CompletableFuture<Verdict> answer = new CompletableFuture<>();
        private final SharedPriority priority = new SharedPriority();
        private volatile @Nullable WireReply reply;

        void came(WireReply last) {
            reply = last;
        }

        /// The outcome for one who joined.
        Verdict outcome(GraphRequest request) throws InterruptedException, ExecutionException {
            Verdict verdict = answer.get();
            WireReply last = reply;
            boolean readAlike = Objects.equals(verdict.request().rows(), request.rows());
            return readAlike || !verdict.isOk() || last == null ? verdict : Verdict.of(request, last);
        }
    }

    /// Sends a request.
    interface Sending {

        /// @param priority asked whenever it matters
        /// @param came is told each reply
        Verdict send(Supplier<Priority> priority, Consumer<WireReply> came);
    }

    /// @param moreUrgent called when a request that is under way already is wanted by one more
    /// @throws GraphException of kind CANCELLED if this thread was interrupted while it waited for another's request
    Verdict attempt(GraphRequest request, Sending sending, Runnable moreUrgent) {
        if (request.method() != GraphRequest.Method.GET) {
            return sending.send(Priority.current(), _ -> {
            });
        }
        GraphRequest same = request.reading(null);
        while (true) {
            Flight mine = new Flight();
            mine.priority.join();
            Flight flight = flights.putIfAbsent(same, mine);
            if (flight == null) {
                return lead(same, mine, sending);
            }
            Supplier<Priority> priority = flight.priority.join();
            moreUrgent.run();
            try {
                return flight.outcome(request);
            } catch (CancellationException leaderLeft) {
                continue;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw GraphException.of(Kind.CANCELLED, request + " was cancelled", interrupted);
            } catch (ExecutionException failed) {
                throw rethrown(request, failed);
            } finally {
                flight.priority.leave(priority);
            }
        }
    }

    private Verdict lead(GraphRequest request, Flight mine, Sending sending) {
        try {
            Verdict verdict = sending.send(mine.priority, mine::came);
            flights.remove(request, mine);
            mine.answer.complete(verdict);
            return verdict;
        } catch (GraphException failure) {
            flights.remove(request, mine);
            if (failure.kind() == Kind.CANCELLED) {
                mine.answer.cancel(false);
            } else {
                mine.answer.completeExceptionally(failure);
            }
            throw failure;
        } catch (Throwable failure) {
            flights.remove(request, mine);
            mine.answer.completeExceptionally(failure);
            throw failure;
        }
    }

    private static RuntimeException rethrown(GraphRequest request, ExecutionException failed) {
        if (failed.getCause() instanceof GraphException known) {
            return known;
        }
        return new IllegalStateException(request + " failed unexpectedly", failed);
    }
}
