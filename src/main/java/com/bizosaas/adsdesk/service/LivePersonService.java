package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Person;
import com.bizosaas.adsdesk.domain.Role;
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
import java.util.function.Function;
import java.util.function.Supplier;

/// Changes the vault's persons; what is done and what is refused both get an audit line.
final class LivePersonService implements PersonService {

    private final Vault vault;
    private final Persons persons;
    private final Supplier<KdfCosts> costs;
    private final AuditTrail audit;
    private final DeskEvents events;

    LivePersonService(Vault vault, Supplier<KdfCosts> costs, AuditTrail audit, DeskEvents events) {
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
        audited(new Deed(null, "person.remove", personId, gone.name(),
                Json.of(Map.of("name", gone.name(), "role", gone.role().name())), ""), () -> {
                    persons.remove(personId);
                    return gone;
                });
    }

    @Override
    public void givePassphrase(String personId, char[] passphrase) {
        Person person = named(personId);
        withPassphrase(passphrase, typed -> audited(
                new Deed(null, "person.passphrase", personId, person.name(), "", ""), () -> {
                    persons.givePassphrase(personId, typed, costs.get());
                    return person;
                }));
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
