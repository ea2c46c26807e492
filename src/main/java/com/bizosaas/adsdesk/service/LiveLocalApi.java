package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.AuditTrail.Deed;
import com.bizosaas.adsdesk.store.SettingsStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Keeps the hashes of keys among the desk's settings and the desk's own key in a file. Thread-safe.
///
/// A secret is 256 random bits, so a plain hash of it cannot be searched backwards.
final class LiveLocalApi implements LocalApiService {

    private static final String NAME = "local-api";
    private static final String FILE = "api-key";
    private static final String PREFIX = "adk_";
    private static final int BITS = 256;
    private static final int NAME_LENGTH = 60;
    private static final int LARGEST_PORT = 65_535;

    private final SettingsStore store;
    private final AuditTrail audit;
    private final DeskEvents events;
    private final InstantSource clock;
    private final KeyFile file;
    private final SecureRandom random = new SecureRandom();
    private final List<Runnable> endings = new CopyOnWriteArrayList<>();
    private volatile Stored now;
    private volatile Status status = Status.OFF;

    private record StoredKey(String id, String name, String role, List<String> tenants, long createdAt, String hash) {

        ApiKey key() {
            return new ApiKey(id, name, Role.valueOf(role),
                    tenants.stream().map(TenantId::new).collect(Collectors.toSet()), Instant.ofEpochMilli(createdAt));
        }

        StoredKey withHash(String changed) {
            return new StoredKey(id, name, role, tenants, createdAt, changed);
        }
    }

    private record Stored(boolean on, int port, @Nullable List<StoredKey> keys) {

        List<StoredKey> all() {
            return keys == null ? List.of() : keys;
        }
    }

    LiveLocalApi(SettingsStore store, AuditTrail audit, DeskEvents events, InstantSource clock, Path folder) {
        this.store = store;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.file = new KeyFile(folder.resolve(FILE));
        this.now = store.find(NAME, Stored.class).orElse(new Stored(false, 0, List.of()));
    }

    @Override
    public Status status() {
        return status;
    }

    @Override
    public void report(Status told) {
        status = told;
        events.publish(new DeskEvent.SettingsChanged());
    }

    @Override
    public void whenEnding(Runnable stop) {
        endings.add(stop);
    }

    /// The desk closes: whoever runs the API stops it now.
    void end() {
        endings.forEach(Runnable::run);
    }

    @Override
    public Wanted wanted() {
        return new Wanted(now.on(), now.port());
    }

    @Override
    public synchronized void save(Wanted wanted) {
        Problems.explained(() -> {
            if (wanted.port() < 0 || wanted.port() > LARGEST_PORT) {
                throw new DeskException(Problem.invalid("port", "There is no such port",
                        "Use 1 to 65535, or 0 for any free one."));
            }
            Wanted before = wanted();
            if (!wanted.equals(before)) {
                keep(new Stored(wanted.on(), wanted.port(), now.all()));
                audit.done(new Deed(null, "api.switch", "", "", words(before), words(wanted)));
                events.publish(new DeskEvent.SettingsChanged());
            }
            return wanted;
        });
    }

    private static String words(Wanted wanted) {
        return Json.of(Map.of("on", wanted.on(), "port", wanted.port()));
    }

    @Override
    public Path keyFile() {
        return file.path();
    }

    @Override
    public synchronized void ownKey() {
        Problems.explained(() -> {
            Optional<String> there = fromFile();
            Optional<StoredKey> own = find(ApiKey.OWN);
            if (there.isEmpty() || own.isEmpty() || !same(hash(there.get()), own.get().hash())) {
                renewOwn();
            }
            return true;
        });
    }

    private Optional<String> fromFile() {
        try {
            return file.read();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Issued renewOwn() {
        String secret = secret();
        StoredKey own = find(ApiKey.OWN).orElseGet(() -> new StoredKey(ApiKey.OWN, "Key file",
                Role.PUBLISHER.name(), List.of(), clock.millis(), "")).withHash(hash(secret));
        try {
            file.write(secret);
        } catch (IOException e) {
            throw new DeskException(Problem.of(Problem.Kind.FAILED, "The key file cannot be written",
                    "See that the data folder can be written to, then try again."), new UncheckedIOException(e));
        }
        put(own);
        audit.done(new Deed(null, "api.key.rotate", own.id(), own.name(), "", ""));
        return new Issued(own.key(), secret);
    }

    @Override
    public List<ApiKey> keys() {
        return now.all().stream().map(StoredKey::key).toList();
    }

    @Override
    public synchronized Issued issue(String name, Role role, Collection<TenantId> tenants) {
        return Problems.explained(() -> {
            String plain = name.strip();
            if (plain.isEmpty() || plain.length() > NAME_LENGTH) {
                throw new DeskException(Problem.invalid("name", "A key's name has 1 to 60 characters",
                        "Say what the key is for."));
            }
            if (now.all().stream().anyMatch(key -> key.name().equalsIgnoreCase(plain))) {
                throw new DeskException(Problem.invalid("name", "There is a key of this name already",
                        "Rotate that one, or choose another name."));
            }
            String secret = secret();
            Set<String> ids = new TreeSet<>();
            tenants.forEach(tenant -> ids.add(tenant.value()));
            StoredKey made = new StoredKey(id(), plain, role.name(), List.copyOf(ids), clock.millis(), hash(secret));
            put(made);
            audit.done(new Deed(null, "api.key.issue", made.id(), plain, "",
                    Json.of(Map.of("role", role.name(), "tenants", made.tenants()))));
            events.publish(new DeskEvent.SettingsChanged());
            return new Issued(made.key(), secret);
        });
    }

    @Override
    public synchronized Issued rotate(String id) {
        return Problems.explained(() -> {
            if (id.equals(ApiKey.OWN)) {
                return renewOwn();
            }
            String secret = secret();
            StoredKey changed = find(id).orElseThrow(LiveLocalApi::gone).withHash(hash(secret));
            put(changed);
            audit.done(new Deed(null, "api.key.rotate", id, changed.name(), "", ""));
            return new Issued(changed.key(), secret);
        });
    }

    @Override
    public synchronized void revoke(String id) {
        Problems.explained(() -> {
            if (id.equals(ApiKey.OWN)) {
                throw new DeskException(Problem.of(Problem.Kind.REFUSED, "The desk's own key cannot be ended",
                        "Rotate it, or switch the local API off."));
            }
            StoredKey ended = find(id).orElseThrow(LiveLocalApi::gone);
            keep(new Stored(now.on(), now.port(),
                    now.all().stream().filter(key -> !key.id().equals(id)).toList()));
            audit.done(new Deed(null, "api.key.revoke", id, ended.name(), "", ""));
            events.publish(new DeskEvent.SettingsChanged());
            return id;
        });
    }

    @Override
    public Optional<ApiKey> recognise(String secret) {
        String asked = hash(secret);
        StoredKey found = null;
        for (StoredKey key : now.all()) {
            // Every key is compared, so that the time says nothing about which one was nearly right.
            found = same(asked, key.hash()) ? key : found;
        }
        return Optional.ofNullable(found).map(StoredKey::key);
    }

    private Optional<StoredKey> find(String id) {
        return now.all().stream().filter(key -> key.id().equals(id)).findFirst();
    }

    private void put(StoredKey changed) {
        List<StoredKey> keys = new ArrayList<>(now.all());
        keys.removeIf(key -> key.id().equals(changed.id()));
        keys.add(changed.id().equals(ApiKey.OWN) ? 0 : keys.size(), changed);
        keep(new Stored(now.on(), now.port(), keys));
    }

    private void keep(Stored changed) {
        store.save(NAME, changed);
        now = changed;
    }

    private String secret() {
        byte[] bytes = new byte[BITS / 8];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String id() {
        byte[] bytes = new byte[6];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.US_ASCII),
                other.getBytes(StandardCharsets.US_ASCII));
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static DeskException gone() {
        return new DeskException(Problem.of(Problem.Kind.REFUSED, "There is no such key",
                "It was ended. Look at the list of keys."));
    }
}
