package com.bizosaas.adsdesk.ui.fakes;

import com.bizosaas.adsdesk.domain.Person;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.service.DeskException;
import com.bizosaas.adsdesk.service.PersonService;
import com.bizosaas.adsdesk.service.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Three persons; the first is at the desk.
public final class FakePersons implements PersonService {

    public Person current = new Person("ines", "Ines Moreau", Role.ADMINISTRATOR);
    public final List<Listed> listed = new ArrayList<>(List.of(new Listed(current, true),
            new Listed(new Person("tomasz", "Tomasz Król", Role.PUBLISHER), true),
            new Listed(new Person("li", "李 小龙", Role.VIEWER), false)));
    public @Nullable Problem refusal;
    public String lastPassphrase = "";
    public KeyringUse keyring = new KeyringUse(false, "");

    @Override
    public Person current() {
        return current;
    }

    @Override
    public List<Listed> persons() {
        return List.copyOf(listed);
    }

    @Override
    public Person add(String name, Role role, char[] passphrase) {
        take(passphrase);
        Person added = new Person("person-" + listed.size(), name, role);
        listed.add(new Listed(added, true));
        return added;
    }

    @Override
    public Person rename(String personId, String name) {
        return replace(personId, name, null);
    }

    @Override
    public Person changeRole(String personId, Role role) {
        return replace(personId, null, role);
    }

    @Override
    public void remove(String personId) {
        refuse();
        listed.removeIf(each -> each.person().id().equals(personId));
    }

    @Override
    public void givePassphrase(String personId, char[] passphrase) {
        take(passphrase);
        listed.replaceAll(each -> each.person().id().equals(personId) ? new Listed(each.person(), true) : each);
    }

    @Override
    public KeyringUse keyring() {
        return keyring;
    }

    @Override
    public void useKeyring(char[] passphrase) {
        take(passphrase);
        keyring = new KeyringUse(true, "");
    }

    @Override
    public String leaveKeyring() {
        refuse();
        keyring = new KeyringUse(false, "");
        return "";
    }

    @Override
    public String newRecoveryCode() {
        refuse();
        return "7KQF-M2XD-9TRW-B4HC-6VNE-3JPL-8SZA-5GYT";
    }

    private Person replace(String personId, @Nullable String name, @Nullable Role role) {
        refuse();
        listed.replaceAll(each -> {
            Person old = each.person();
            return old.id().equals(personId)
                    ? new Listed(new Person(personId, name == null ? old.name() : name,
                            role == null ? old.role() : role), each.canOpen())
                    : each;
        });
        return listed.stream().map(Listed::person).filter(each -> each.id().equals(personId)).findFirst().orElseThrow();
    }

    private void take(char[] passphrase) {
        lastPassphrase = new String(passphrase);
        Arrays.fill(passphrase, '\0');
        refuse();
    }

    private void refuse() {
        if (refusal != null) {
            throw new DeskException(refusal);
        }
    }
}
