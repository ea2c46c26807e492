package com.bizosaas.adsdesk.sandbox.login;

import com.bizosaas.adsdesk.sandbox.model.Fleet;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Operators, their grants, codes and tokens. Every value follows from the app's secret and a running number, so a
/// sandbox of the same seed hands out the same tokens in the same order.
///
/// Thread-safe: every method holds this object's monitor.
public final class Sessions {

    static final Duration CODE_LIFE = Duration.ofMinutes(10);
    static final Duration SHORT_LIFE = Duration.ofMinutes(90);
    static final Duration LONG_LIFE = Duration.ofDays(60);
    static final Duration DATA_ACCESS = Duration.ofDays(90);
    private static final Set<String> USUAL = Set.copyOf(Grants.KNOWN);

    private final AppCredentials app;
    private final Fleet fleet;
    private final InstantSource clock;
    private final Grants grants = new Grants();
    private final Map<String, AccessToken> tokens = new LinkedHashMap<>();
    private final Map<String, Code> codes = new LinkedHashMap<>();
    private long issued;
    private Runnable onChange = () -> {
    };

    public Sessions(AppCredentials app, Fleet fleet, InstantSource clock) {
        this.app = app;
        this.fleet = fleet;
        this.clock = clock;
    }

    /// Called after each change, for saving.
    public void onChange(Runnable listener) {
        onChange = listener;
    }

    public AppCredentials app() {
        return app;
    }

    public InstantSource clock() {
        return clock;
    }

    public List<Fleet.Operator> operators() {
        return fleet.operators();
    }

    public Optional<Fleet.Operator> operator(String userId) {
        return userId.equals(systemUser().userId())
                ? Optional.of(systemUser())
                : fleet.operators().stream().filter(one -> one.userId().equals(userId)).findFirst();
    }

    /// The one system user: reaches every account that an operator manages, with the same tasks.
    public Fleet.Operator systemUser() {
        Map<String, Set<String>> tasks = new LinkedHashMap<>();
        for (Fleet.Operator operator : fleet.operators()) {
            operator.tasks().forEach((account, held) -> {
                if (held.contains("MANAGE")) {
                    tasks.put(account, held);
                }
            });
        }
        return new Fleet.Operator("61550000" + app.id().substring(0, 6), "Sandbox system user", tasks);
    }

    public boolean isSystemUser(String userId) {
        return systemUser().userId().equals(userId);
    }

    /// A long-lived token of an operator who has granted everything, the same on every start; made anew when the last
    /// one no longer works.
    public synchronized AccessToken standing(Fleet.Operator operator) {
        boolean system = isSystemUser(operator.userId());
        for (AccessToken known : tokens.values()) {
            if (known.userId().equals(operator.userId()) && known.scopes().equals(USUAL)
                    && known.deathAt(clock.instant()) == null
                    && (known.expires() == null || remaining(known).compareTo(Duration.ofDays(1)) > 0)) {
                return known;
            }
        }
        return issue(operator.userId(), system, USUAL, system ? null : LONG_LIFE);
    }

    private Duration remaining(AccessToken token) {
        return token.expires() == null ? LONG_LIFE : Duration.between(clock.instant(), token.expires());
    }

    synchronized AccessToken issue(String userId, boolean system, Set<String> scopes, @Nullable Duration life) {
        Instant now = clock.instant();
        AccessToken token = new AccessToken("EAASANDBOX" + mark("token"), userId, system, scopes, now,
                life == null ? null : now.plus(life), system ? null : now.plus(DATA_ACCESS), null);
        tokens.put(token.value(), token);
        onChange.run();
        return token;
    }

    /// A token that no dialog made, with just these scopes.
    public AccessToken issueFor(Fleet.Operator operator, Set<String> scopes, Duration life) {
        return issue(operator.userId(), isSystemUser(operator.userId()), scopes, life);
    }

    synchronized Code issueCode(String userId, String redirectUri, Set<String> scopes) {
        Code code = new Code("AQSANDBOX" + mark("code"), userId, redirectUri, scopes, clock.instant().plus(CODE_LIFE),
                false);
        codes.put(code.value(), code);
        onChange.run();
        return code;
    }

    private String mark(String what) {
        issued++;
        return app.proof(what + issued + fleet.name());
    }

    synchronized Optional<Code> code(String value) {
        return Optional.ofNullable(codes.get(value));
    }

    synchronized void spend(Code code) {
        codes.put(code.value(), code.spent());
        onChange.run();
    }

    public synchronized Optional<AccessToken> token(String value) {
        return Optional.ofNullable(tokens.get(value));
    }

    /// The living token behind this text.
    ///
    /// @throws GraphError 190 where it is unknown or dead, with the subcode of its death
    public synchronized AccessToken living(String value) {
        AccessToken token = tokens.get(value);
        if (token == null) {
            throw GraphError.of(400, 190, "Invalid OAuth access token - Cannot parse access token");
        }
        Death death = token.deathAt(clock.instant());
        if (death != null) {
            throw GraphError.of(400, 190, death.subcode(), death.message());
        }
        return token;
    }

    /// What the token may do now: what it was made with, less what has been withdrawn since, and nothing at all once its
    /// data access has lapsed.
    public synchronized Set<String> scopes(AccessToken token) {
        Instant lapse = token.dataAccessExpires();
        if (lapse != null && !clock.instant().isBefore(lapse)) {
            return Set.of();
        }
        Set<String> scopes = new LinkedHashSet<>(token.scopes());
        scopes.removeAll(grants.declined(token.userId()));
        return scopes;
    }

    /// Permission to granted (true) or declined (false).
    public synchronized Map<String, Boolean> permissions(String userId) {
        return new LinkedHashMap<>(grants.of(userId));
    }

    /// The same, with what this token was made with, for a standing token that no dialog has granted.
    public synchronized Map<String, Boolean> permissions(AccessToken token) {
        Map<String, Boolean> all = new LinkedHashMap<>();
        Grants.KNOWN.stream().filter(token.scopes()::contains).forEach(scope -> all.put(scope, true));
        all.putAll(grants.of(token.userId()));
        return all;
    }

    synchronized void answer(String userId, Set<String> granted, Set<String> declined) {
        grants.set(userId, "public_profile", true);
        declined.forEach(permission -> grants.set(userId, permission, false));
        granted.forEach(permission -> grants.set(userId, permission, true));
        onChange.run();
    }

    /// Withdraws one permission; false where it was never asked for.
    public synchronized boolean revoke(AccessToken token, String permission) {
        boolean known = permissions(token).containsKey(permission);
        if (known) {
            grants.set(token.userId(), permission, false);
            onChange.run();
        }
        return known;
    }

    /// Logs the app out: every grant goes and every token dies.
    public synchronized void revokeAll(String userId) {
        grants.forget(userId);
        kill(userId, Death.APP_REMOVED);
    }

    /// Ends all tokens of a person.
    public synchronized void kill(String userId, Death how) {
        tokens.replaceAll(
                (_, token) -> token.userId().equals(userId) && token.death() == null ? token.dead(how) : token);
        onChange.run();
    }

    public synchronized boolean killToken(String value, Death how) {
        AccessToken token = tokens.get(value);
        if (token != null) {
            tokens.put(value, token.dead(how));
            onChange.run();
        }
        return token != null;
    }

    /// Brings back the tokens that a checkpoint had stopped, as when the person has followed Facebook's instructions.
    public synchronized void clearCheckpoint(String userId) {
        tokens.replaceAll((_, token) -> token.userId().equals(userId) && token.death() == Death.CHECKPOINT
                ? token.alive()
                : token);
        onChange.run();
    }

    /// Everything to save.
    public synchronized Saved save() {
        Map<String, Map<String, Boolean>> copy = new LinkedHashMap<>();
        grants.all().forEach((user, permissions) -> copy.put(user, new LinkedHashMap<>(permissions)));
        return new Saved(issued, copy, List.copyOf(tokens.values()), List.copyOf(codes.values()));
    }

    public synchronized void restore(Saved saved) {
        issued = saved.issued();
        saved.grants().forEach((user, permissions) -> permissions.forEach((permission, yes) -> grants.set(user,
                permission, yes)));
        saved.tokens().forEach(token -> tokens.put(token.value(), token));
        saved.codes().forEach(code -> codes.put(code.value(), code));
    }

    /// The state of all sessions in a form that Jackson writes and reads.
    ///
    /// @param issued how many tokens and codes were made so far
    public record Saved(long issued, Map<String, Map<String, Boolean>> grants, List<AccessToken> tokens,
            List<Code> codes) {
    }
}
