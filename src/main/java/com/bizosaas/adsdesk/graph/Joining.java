package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.graph.GraphException.Kind;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;

/// Makes equal reads of one tenant that are under way at the same time one request: the first caller sends it, as urgently
/// as the most urgent of them wants it, and all get its outcome. When the sender is cancelled, one of the others takes over;
/// when all are, nothing is sent any more.
///
/// Thread-safe.
final class Joining {

    private final ConcurrentMap<GraphRequest, Flight> flights = new ConcurrentHashMap<>();

    /// A read under way.
    private static final class Flight {

        private final CompletableFuture<Verdict> answer = new CompletableFuture<>();
        private final List<Supplier<Priority>> wanted = new CopyOnWriteArrayList<>();

        Priority priority() {
            Priority most = Priority.BACKGROUND;
            for (Supplier<Priority> each : wanted) {
                Priority asked = each.get();
                most = asked.compareTo(most) < 0 ? asked : most;
            }
            return most;
        }
    }

    /// @param send sends the request with the priority that it is given
    /// @param moreUrgent called when a request that is under way already is wanted by one more
    /// @throws GraphException of kind CANCELLED if this thread was interrupted while it waited for another's request
    Verdict attempt(GraphRequest request, Function<Supplier<Priority>, Verdict> send, Runnable moreUrgent) {
        Supplier<Priority> priority = Priority.current();
        if (request.method() != GraphRequest.Method.GET) {
            return send.apply(priority);
        }
        while (true) {
            Flight mine = new Flight();
            mine.wanted.add(priority);
            Flight flight = flights.putIfAbsent(request, mine);
            if (flight == null) {
                return lead(request, mine, send);
            }
            flight.wanted.add(priority);
            moreUrgent.run();
            try {
                return flight.answer.get();
            } catch (CancellationException leaderLeft) {
                continue;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw GraphException.of(Kind.CANCELLED, request + " was cancelled", interrupted);
            } catch (ExecutionException failed) {
                throw rethrown(request, failed);
            } finally {
                flight.wanted.remove(priority);
            }
        }
    }

    private Verdict lead(GraphRequest request, Flight mine, Function<Supplier<Priority>, Verdict> send) {
        try {
            Verdict verdict = send.apply(mine::priority);
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
