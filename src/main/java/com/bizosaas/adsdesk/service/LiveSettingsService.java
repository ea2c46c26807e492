package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.service.AuditTrail.Deed;
import com.bizosaas.adsdesk.store.SettingsStore;
import com.bizosaas.adsdesk.store.vault.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Checks, stores and audits the desk's settings.
final class LiveSettingsService implements SettingsService {

    private static final String VIEWS = "campaign-views";

    private final DeskConfig config;
    private final SettingsStore store;
    private final Consumer<String> rename;
    private final Permit permit;
    private final AuditTrail audit;
    private final DeskEvents events;
    private final Path folder;
    private final BiConsumer<char[], char[]> passphrases;

    /// @param rename gives whoever is at the desk another name
    /// @param passphrases changes the vault's passphrase from the first to the second, and wipes neither
    LiveSettingsService(DeskConfig config, SettingsStore store, Consumer<String> rename, Permit permit,
            AuditTrail audit,
            DeskEvents events, Path folder, BiConsumer<char[], char[]> passphrases) {
        this.config = config;
        this.store = store;
        this.rename = rename;
        this.permit = permit;
        this.audit = audit;
        this.events = events;
        this.folder = folder;
        this.passphrases = passphrases;
    }

    @Override
    public DeskSettings settings() {
        return config.settings();
    }

    @Override
    public void save(DeskSettings changed) {
        Problems.explained(() -> {
            SettingsRules.check(changed);
            DeskSettings now = config.settings();
            // How it looks to them and what they are called is everybody's own.
            if (!changed.withTheme(now.theme()).withOperatorName(now.operatorName()).equals(now)) {
                permit.require(Role.ADMINISTRATOR, null, "settings.save");
            }
            boolean renamed = !changed.operatorName().strip().equals(config.settings().operatorName());
            if (renamed) {
                rename(changed.operatorName());
            }
            Map<String, Object> before = values(config.settings());
            config.save(changed);
            Map<String, Object> after = values(config.settings());
            if (!before.equals(after)) {
                Map<String, Object> old = new LinkedHashMap<>(before);
                old.entrySet().removeIf(entry -> entry.getValue().equals(after.get(entry.getKey())));
                Map<String, Object> fresh = new LinkedHashMap<>(after);
                fresh.keySet().retainAll(old.keySet());
                audit.done(new Deed(null, "settings.save", "", "", Json.of(old), Json.of(fresh)));
            }
            if (renamed || !before.equals(after)) {
                events.publish(new DeskEvent.SettingsChanged());
            }
            return after;
        });
    }

    private void rename(String name) {
        try {
            rename.accept(name);
        } catch (DeskException e) {
            Problem problem = e.problem();
            throw problem.field().isEmpty()
                    ? e
                    : new DeskException(Problem.invalid("operatorName", problem.title(), problem.remedy()), e);
        }
    }

    private static Map<String, Object> values(DeskSettings settings) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("appId", settings.appId());
        values.put("apiVersion", settings.apiVersion());
        values.put("scopes", settings.scopes());
        values.put("redirectUri", settings.redirectUri());
        values.put("polling", settings.polling());
        for (Topic topic : Topic.values()) {
            values.put("lifetime." + topic.name(),
                    settings.lifetimes().getOrDefault(topic, topic.defaultLifetime()).toString());
        }
        values.put("theme", settings.theme().name());
        values.put("idleLock", settings.idleLock().toString());
        values.put("vaultLock", settings.vaultLock().toString());
        return values;
    }

    @Override
    public Set<String> fixedFromOutside() {
        return config.fixedNames();
    }

    @Override
    public boolean hasAppSecret() {
        return Problems.explained(store::hasAppSecret);
    }

    @Override
    public void setAppSecret(char[] secret) {
        try {
            if (CharBuffer.wrap(secret).chars().allMatch(Character::isWhitespace)) {
                throw new DeskException(Problem.invalid("appSecret", "The app secret is empty",
                        "Copy it from the app's dashboard at Meta."));
            }
            Problems.explained(() -> {
                try (SecretBytes sealed = stripped(secret)) {
                    store.saveAppSecret(sealed);
                }
                config.secretReplaced();
                audit.done(new Deed(null, "settings.app-secret", "", "", "", ""));
                events.publish(new DeskEvent.SettingsChanged());
                return true;
            });
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private static SecretBytes stripped(char[] secret) {
        int from = 0;
        int to = secret.length;
        while (Character.isWhitespace(secret[from])) {
            from++;
        }
        while (Character.isWhitespace(secret[to - 1])) {
            to--;
        }
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(secret, from, to - from));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        return SecretBytes.owning(bytes);
    }

    @Override
    public String graphUrl() {
        return config.graphUrl().toString();
    }

    @Override
    public String dialogUrl() {
        return config.dialogUrl().toString();
    }

    @Override
    public String dataFolder() {
        return folder.toString();
    }

    @Override
    public void changePassphrase(char[] old, char[] fresh) {
        try {
            Problems.explained(() -> {
                passphrases.accept(old, fresh);
                audit.done(new Deed(null, "vault.passphrase", "", "", "", ""));
                return true;
            });
        } finally {
            Arrays.fill(old, '\0');
            Arrays.fill(fresh, '\0');
        }
    }

    @Override
    public List<SavedView> views(@Nullable TenantId tenant) {
        return Problems.explained(() -> (tenant == null
                ? store.find(VIEWS, Views.class)
                : store.find(tenant, VIEWS, Views.class)).map(Views::views).orElse(List.of()));
    }

    @Override
    public void saveViews(@Nullable TenantId tenant, List<SavedView> views) {
        Problems.explained(() -> {
            if (tenant == null) {
                store.save(VIEWS, new Views(views));
            } else {
                store.save(tenant, VIEWS, new Views(views));
            }
            return views;
        });
    }

    @Override
    public void writeViews(List<SavedView> views, Path file) {
        ViewFile.write(views, file);
    }

    @Override
    public List<SavedView> readViews(Path file) {
        return ViewFile.read(file);
    }

    /// As they are stored.
    record Views(List<SavedView> views) {
    }
}
