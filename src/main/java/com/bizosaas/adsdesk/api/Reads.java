package com.bizosaas.adsdesk.api;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.SyncService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What reads have in common: which ad accounts are meant, waiting for a refresh, and the age of what several accounts
/// give together.
final class Reads {

    static final Param REFRESH = Param.flag("refresh", "Read from Facebook first and wait for it.");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final DeskServices desk;

    Reads(DeskServices desk) {
        this.desk = desk;
    }

    /// Rows of one ad account.
    record Rows<T>(AdAccount account, Stamped<List<T>> rows) {
    }

    /// A row and whose it is.
    record Row<T>(AdAccount account, T row, @Nullable Instant asOf, boolean stale) {
    }

    /// The ad account that is named, or all that are chosen.
    ///
    /// @throws ApiProblem if one is named that is not chosen
    List<AdAccount> accounts(Call call) {
        List<AdAccount> chosen = desk.connections().accounts(call.tenant());
        Optional<AdAccountId> named = call.account();
        if (named.isEmpty()) {
            return chosen;
        }
        return List.of(chosen.stream().filter(account -> account.id().equals(named.get())).findFirst()
                .orElseThrow(() -> desk.connections().connection(call.tenant()).isEmpty()
                        ? notConnected()
                        : new ApiProblem(404, "unknown-account", "This ad account is not chosen for this client",
                                "GET /accounts lists those that can be; POST /connect chooses.", "account_id")));
    }

    private static ApiProblem notConnected() {
        return new ApiProblem(409, "sign-in-needed", "This client is not connected to Facebook",
                "Start with POST /oauth/start, then choose ad accounts with POST /connect.", "");
    }

    /// The one ad account of a create.
    AdAccount account(Call call) {
        if (call.account().isEmpty()) {
            throw new ApiProblem(400, "missing-input", "“account_id” is missing",
                    "Name the ad account in which it is to be made.", "account_id");
        }
        return accounts(call).getFirst();
    }

    /// Waits for a refresh of a topic where the call asks for one. What was never read is asked for behind the answer, so
    /// that asking again brings it.
    void refresh(Call call, Topic topic, List<AdAccount> accounts) {
        if (call.flag("refresh")) {
            read(call.tenant(), topic, accounts);
        } else if (desk.connections().connection(call.tenant()).filter(found -> found.broken() == null).isPresent()) {
            accounts.stream().filter(account -> {
                SyncService.SyncState state = desk.sync().state(call.tenant(), account.id(), topic);
                return state.lastSuccess() == null && !state.running() && state.problem() == null;
            }).forEach(account -> desk.sync().refresh(call.tenant(), account.id(), topic));
        }
    }

    /// Reads a topic of several ad accounts side by side, and throws what went wrong first.
    void read(TenantId tenant, Topic topic, List<AdAccount> accounts) {
        together(accounts, account -> desk.sync().refreshAndWait(tenant, account.id(), topic, PATIENCE));
    }

    /// Does something for several ad accounts side by side.
    static void together(List<AdAccount> accounts, Consumer<AdAccount> work) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            accounts.forEach(account -> running.add(threads.submit(() -> work.accept(account))));
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading", e);
        }
    }

    /// A page of what several ad accounts give, newest ids first.
    static <T> Reply page(Call call, List<Rows<T>> parts, Function<T, String> id,
            Function<Row<T>, ? extends JsonNode> view) {
        List<Row<T>> rows = new ArrayList<>();
        parts.forEach(part -> part.rows.value().forEach(
                row -> rows.add(new Row<>(part.account, row, part.rows.asOf(), part.rows.stale()))));
        return new Page<>(rows, row -> Page.padded(id.apply(row.row)) + row.account.id(), true, asOf(parts),
                stale(parts)).reply(call, view);
    }

    /// The oldest of several ages; null as long as one was never read.
    private static <T> @Nullable Instant asOf(List<Rows<T>> parts) {
        if (parts.stream().anyMatch(part -> part.rows.asOf() == null)) {
            return null;
        }
        return parts.stream().map(part -> part.rows.asOf()).filter(Objects::nonNull).min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static <T> boolean stale(List<Rows<T>> parts) {
        return parts.isEmpty() || parts.stream().anyMatch(part -> part.rows.stale());
    }

    /// The row of an id, wherever it lies.
    static <T> Row<T> one(List<Rows<T>> parts, Function<T, String> id, String wanted) {
        for (Rows<T> part : parts) {
            for (T row : part.rows.value()) {
                if (id.apply(row).equals(wanted)) {
                    return new Row<>(part.account, row, part.rows.asOf(), part.rows.stale());
                }
            }
        }
        throw ApiProblem.notFound("There is no such object in the chosen ad accounts",
                "It was deleted, belongs to another client or account, or was not read yet: try refresh=true.");
    }
}
