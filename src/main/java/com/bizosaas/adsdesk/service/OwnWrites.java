package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.graph.AdsApi;
import com.bizosaas.adsdesk.graph.GraphClock;
import com.bizosaas.adsdesk.graph.GraphException;
import com.bizosaas.adsdesk.service.AuditTrail.Deed;
import com.bizosaas.adsdesk.service.Problem.Kind;
import com.bizosaas.adsdesk.sync.ApiSource;
import com.bizosaas.adsdesk.sync.SyncKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes to Facebook so that their outcome is known: an update whose answer was lost is read back, a create is looked
/// for before anybody is told what happened (robustness "Writes"). Every write is audited, and makes its topic due.
final class OwnWrites {

    /// The patience of a person in front of a dialog; what shows up later is found by the next read.
    private static final List<Duration> LOOKS = List.of(Duration.ofSeconds(1), Duration.ofSeconds(5),
            Duration.ofSeconds(15));

    private final ApiSource apis;
    private final AuditTrail audit;
    private final Library library;
    private final Consumer<SyncKey> invalidate;
    private final DeskEvents events;
    private final GraphClock clock;

    OwnWrites(ApiSource apis, AuditTrail audit, Library library, Consumer<SyncKey> invalidate,
            DeskEvents events, GraphClock clock) {
        this.apis = apis;
        this.audit = audit;
        this.library = library;
        this.invalidate = invalidate;
        this.events = events;
        this.clock = clock;
    }

    AdsApi api(TenantId tenant) {
        return apis.api(tenant);
    }

    GraphClock clock() {
        return clock;
    }

    /// The account, as far as it is known, with the right to advertise there.
    AdAccount writable(TenantId tenant, AdAccountId id) {
        AdAccount account = library.account(tenant, id).orElseGet(() -> api(tenant).adAccount(id));
        if (!account.canAdvertise()) {
            throw new DeskException(Problem.of(Kind.NO_PERMISSION, "This sign-in may only look at this ad account",
                    "Ask its owner for the task “Manage campaigns”, then refresh."));
        }
        if (!account.status().connectable()) {
            throw new DeskException(Problem.of(Kind.REFUSED, "This ad account is closed or disabled",
                    "Facebook lets nobody change anything in it."));
        }
        return account;
    }

    /// Creates an object.
    ///
    /// @param known ids that were there before, so that an older object of the same name is not taken for the new one
    GraphId create(Deed deed, TenantId tenant, AdAccountId account, String edge, Map<String, String> parameters,
            Set<GraphId> known) {
        AdsApi api = api(tenant);
        return audit.write(deed, GraphId::value, () -> {
            try {
                return api.create(account, edge, parameters);
            } catch (GraphException e) {
                if (e.kind() != GraphException.Kind.UNKNOWN_EFFECT) {
                    throw e;
                }
                return found(api, account, edge, parameters.getOrDefault("name", ""), known, e);
            }
        });
    }

    private GraphId found(AdsApi api, AdAccountId account, String edge, String name, Set<GraphId> known,
            GraphException lost) {
        for (Duration pause : LOOKS) {
            pause(pause, lost);
            Set<GraphId> fresh;
            try {
                fresh = api.named(account, edge, name).stream().filter(id -> !known.contains(id))
                        .collect(Collectors.toSet());
            } catch (GraphException e) {
                if (e.kind() == GraphException.Kind.TRANSIENT || e.kind() == GraphException.Kind.NOT_SENT) {
                    continue;
                }
                throw uncertain("The answer was lost, and Facebook could not be asked again",
                        "Refresh and look before doing it again.", lost);
            }
            if (fresh.size() > 1) {
                throw uncertain("The answer was lost, and there are several new ones of this name",
                        "Refresh and see which of them is to stay.", lost);
            }
            if (fresh.size() == 1) {
                return fresh.iterator().next();
            }
        }
        throw uncertain("The answer was lost, and Facebook shows nothing of this name so far",
                "Refresh in a minute and look before doing it again.", lost);
    }

    private static DeskException uncertain(String title, String remedy, GraphException lost) {
        return new DeskException(new Problem(Kind.UNCERTAIN, title, remedy, "", null, GraphProblems.details(lost)),
                lost);
    }

    private void pause(Duration time, GraphException lost) {
        try {
            clock.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("Cancelled while looking for a lost answer");
            cancelled.initCause(lost);
            throw cancelled;
        }
    }

    /// Sets fields of an object.
    void update(Deed deed, TenantId tenant, AdAccountId account, GraphId id, Map<String, String> parameters) {
        AdsApi api = api(tenant);
        audit.write(deed, null, () -> confirmed(() -> {
            api.update(account, id, parameters);
            return true;
        }, () -> holds(api.fields(account, id, List.copyOf(parameters.keySet())), parameters)));
    }

    void delete(Deed deed, TenantId tenant, AdAccountId account, GraphId id) {
        AdsApi api = api(tenant);
        audit.write(deed, null, () -> confirmed(() -> {
            api.delete(account, id);
            return true;
        }, () -> gone(api, account, id)));
    }

    /// Reads back where the answer was lost: done, not done, or still unknown.
    private static boolean confirmed(Supplier<Boolean> write, Supplier<Boolean> check) {
        try {
            return write.get();
        } catch (GraphException e) {
            if (e.kind() != GraphException.Kind.UNKNOWN_EFFECT && e.kind() != GraphException.Kind.TRANSIENT) {
                throw e;
            }
            boolean done;
            try {
                done = check.get();
            } catch (GraphException unread) {
                e.addSuppressed(unread);
                throw GraphException.of(GraphException.Kind.UNKNOWN_EFFECT, "The answer was lost", e);
            }
            if (!done) {
                throw new DeskException(new Problem(Kind.FAILED, "Facebook did not take the change over",
                        "Nothing was changed. Try again.", "", null, GraphProblems.details(e)), e);
            }
            return true;
        }
    }

    private static boolean holds(Map<String, String> now, Map<String, String> wanted) {
        return wanted.entrySet().stream().allMatch(entry -> same(now.get(entry.getKey()), entry.getValue()));
    }

    private static boolean same(@Nullable String now, String wanted) {
        if (now == null) {
            return false;
        }
        if (now.matches("[0-9.]+") && wanted.matches("[0-9.]+")) {
            return new BigDecimal(now).compareTo(new BigDecimal(wanted)) == 0;
        }
        return now.equals(wanted);
    }

    private static boolean gone(AdsApi api, AdAccountId account, GraphId id) {
        try {
            return "DELETED".equals(api.fields(account, id, List.of("status")).get("status"));
        } catch (GraphException e) {
            if (e.kind() == GraphException.Kind.REFUSED && (e.subcode() == 33 || e.code() == 33)) {
                return true;
            }
            throw e;
        }
    }

    /// The store holds what we made of a topic: panes are told, and Facebook's own word is fetched soon.
    void changed(TenantId tenant, AdAccountId account, Topic topic) {
        library.outdate(tenant, account, topic);
        events.publish(new DeskEvent.DataChanged(tenant, account, topic));
        invalidate.accept(new SyncKey(tenant, account, topic));
    }
}
