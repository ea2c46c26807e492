package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Person;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.keyring.Keyring;
import com.bizosaas.adsdesk.keyring.KeyringException;
import com.bizosaas.adsdesk.service.AuditTrail.Deed;
import com.bizosaas.adsdesk.store.vault.KdfCosts;
import com.bizosaas.adsdesk.store.vault.Passphrase;
import com.bizosaas.adsdesk.store.vault.Persons;
import com.bizosaas.adsdesk.store.vault.RecoveryCode;
import com.bizosaas.adsdesk.store.vault.Vault;
import com.bizosaas.adsdesk.store.vault.VaultException.PersonRefused;
import com.bizosaas.adsdesk.domain.AuditEntry.Outcome;
import com.bizosaas.adsdesk.domain.AuditEntry.Source;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Changes the vault's persons; what is done and what is refused both get an audit line.
final class LivePersonService implements PersonService {

    private static final Logger LOG = LoggerFactory.getLogger(LivePersonService.class);

    private final Vault vault;
    private final Persons persons;
    private final Supplier<KdfCosts> costs;
    private final AuditTrail audit;
    private final DeskEvents events;
    private final Keyring keyring;

    LivePersonService(Vault vault, Supplier<KdfCosts> costs, Keyring keyring, AuditTrail audit, DeskEvents events) {
        this.keyring = keyring;
        this.vault = vault;
        this.persons = vault.persons();
        this.costs = costs;
        this.audit = audit;
        this.events = events;
    }

    @Override
    public Person current() {
        return persons.current();
    }

    @Override
    public List<Listed> persons() {
        return persons.list().stream().map(person -> new Listed(person, persons.hasPassphrase(person.id()))).toList();
    }

    @Override
    public Person add(String name, Role role, char[] passphrase) {
        return withPassphrase(passphrase, typed -> audited(new Deed(null, "person.add", "", name.strip(), "",
                Json.of(Map.of("name", name.strip(), "role", role.name()))),
                () -> persons.add(name, role, typed, costs.get())));
    }

    @Override
    public Person rename(String personId, String name) {
        Person before = named(personId);
        Person renamed = audited(new Deed(null, "person.rename", personId, before.name(),
                Json.of(Map.of("name", before.name())), Json.of(Map.of("name", name.strip()))),
                () -> persons.rename(personId, name));
        events.publish(new DeskEvent.SettingsChanged());
        return renamed;
    }

    @Override
    public Person changeRole(String personId, Role role) {
        Person before = named(personId);
        return audited(new Deed(null, "person.role", personId, before.name(),
                Json.of(Map.of("role", before.role().name())), Json.of(Map.of("role", role.name()))),
                () -> persons.changeRole(personId, role));
    }

    @Override
    public void remove(String personId) {
        Person gone = named(personId);
        Optional<String> entry = vault.keyring().entryOf(personId);
        audited(new Deed(null, "person.remove", personId, gone.name(),
                Json.of(Map.of("name", gone.name(), "role", gone.role().name())), ""), () -> {
                    persons.remove(personId);
                    return gone;
                });
        entry.ifPresent(this::forget);
    }

    @Override
    public void givePassphrase(String personId, char[] passphrase) {
        Person person = named(personId);
        Optional<String> entry = vault.keyring().entryOf(personId);
        withPassphrase(passphrase, typed -> audited(
                new Deed(null, "person.passphrase", personId, person.name(), "", ""), () -> {
                    persons.givePassphrase(personId, typed, costs.get());
                    return person;
                }));
        entry.ifPresent(this::forget);
    }

    @Override
    public KeyringUse keyring() {
        Optional<String> entry = vault.keyring().entryOf(current().id());
        if (current().equals(Person.RECOVERY)) {
            return new KeyringUse(false,
                    "The recovery code is nobody's: open the desk with your own passphrase first.");
        }
        try {
            Optional<char[]> kept = keyring.read(entry.orElse("probe"));
            kept.ifPresent(secret -> Arrays.fill(secret, '\0'));
            return new KeyringUse(entry.isPresent(), entry.isPresent() && kept.isEmpty()
                    ? "The keyring has no entry of this desk any more. Switch it off and on again."
                    : "");
        } catch (KeyringException e) {
            return new KeyringUse(entry.isPresent(), words(e));
        }
    }

    @Override
    public void useKeyring(char[] passphrase) {
        Optional<String> before = vault.keyring().entryOf(current().id());
        withPassphrase(passphrase,
                typed -> audited(new Deed(null, "person.keyring-on", current().id(), current().name(),
                        "", ""), () -> {
                            String entry = vault.keyring().add(typed, keyring::write);
                            requireKept(entry);
                            return current();
                        }));
        before.ifPresent(this::forget);
    }

    /// A keyring that forgets at once is worse than none: the operator would rely on it.
    private void requireKept(String entry) {
        Optional<char[]> kept = keyring.read(entry);
        kept.ifPresent(secret -> Arrays.fill(secret, '\0'));
        if (kept.isEmpty()) {
            vault.keyring().remove();
            throw new KeyringException("The computer's keyring did not keep the entry.", null);
        }
    }

    @Override
    public String leaveKeyring() {
        String[] left = {""};
        audited(new Deed(null, "person.keyring-off", current().id(), current().name(), "", ""), () -> {
            vault.keyring().remove().ifPresent(entry -> {
                try {
                    keyring.remove(entry);
                } catch (KeyringException e) {
                    left[0] = "The keyring did not answer, so its entry “Ads Desk” of this desk is still there. "
                            + "It opens nothing any more.";
                }
            });
            return current();
        });
        return left[0];
    }

    /// The slot is gone, so the entry opens nothing; it is cleared away where the keyring lets us.
    private void forget(String entry) {
        try {
            keyring.remove(entry);
        } catch (KeyringException e) {
            LOG.info("An entry that opens nothing any more stays in the keyring: {}", words(e));
        }
    }

    private static String words(KeyringException e) {
        return Objects.requireNonNullElse(e.getMessage(), "The computer's keyring failed.");
    }

    @Override
    public String newRecoveryCode() {
        return audited(new Deed(null, "vault.recovery-code", "", "", "", ""), () -> {
            if (!current().role().includes(Role.ADMINISTRATOR)) {
                throw new PersonRefused("", "Only an administrator makes a recovery code. Ask one to do it.");
            }
            try (RecoveryCode code = vault.replaceRecoveryCode()) {
                return new String(code.shown());
            }
        });
    }

    private Person named(String personId) {
        return persons.list().stream().filter(person -> person.id().equals(personId)).findFirst()
                .orElseThrow(() -> new DeskException(Problem.of(Problem.Kind.REFUSED,
                        "This person is not here any more", "An administrator removed them.")));
    }

    private <T> T audited(Deed deed, Supplier<T> step) {
        T done;
        try {
            done = step.get();
        } catch (RuntimeException e) {
            audit.note(deed, Outcome.REFUSED, "", Source.APP);
            throw Problems.exception(e);
        }
        audit.done(done instanceof Person person ? deed.onObject(person.id()) : deed);
        events.publish(new DeskEvent.PersonsChanged());
        return done;
    }

    private static <T> T withPassphrase(char[] characters, Function<Passphrase, T> use) {
        try (Passphrase typed = Passphrase.of(characters)) {
            return use.apply(typed);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }
}
