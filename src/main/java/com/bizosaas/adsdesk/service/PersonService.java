package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Person;
import com.bizosaas.adsdesk.domain.Role;
import java.util.List;

/// Who works at this desk, and as what. Each has a passphrase of their own; the one that opened the desk says who is here.
/// Only administrators manage persons, and one of them always stays.
@Needs(Role.VIEWER)
public interface PersonService {

    /// Somebody of the list.
    ///
    /// @param canOpen false for one who needs a new passphrase first
    record Listed(Person person, boolean canOpen) {
    }

    /// Who is at the desk now.
    Person current();

    List<Listed> persons();

    /// Slow by design. The characters are wiped.
    ///
    /// @throws DeskException naming the field that is wrong: `name` or `passphrase`
    @Needs(Role.ADMINISTRATOR)
    Person add(String name, Role role, char[] passphrase);

    /// Everybody may change their own name.
    Person rename(String personId, String name);

    /// @throws DeskException if no administrator would be left
    @Needs(Role.ADMINISTRATOR)
    Person changeRole(String personId, Role role);

    /// The person's passphrase opens nothing any more.
    @Needs(Role.ADMINISTRATOR)
    void remove(String personId);

    /// For somebody who forgot theirs. Slow by design; the characters are wiped.
    @Needs(Role.ADMINISTRATOR)
    void givePassphrase(String personId, char[] passphrase);

    /// Whether the computer's keyring opens the desk for whoever is at it.
    ///
    /// @param used whether it is switched on
    /// @param obstacle why it cannot be used now, in a sentence; empty where nothing stands against it
    record KeyringUse(boolean used, String obstacle) {
    }

    /// Asks the keyring whether it answers, for two seconds at most.
    KeyringUse keyring();

    /// From now on the computer's keyring opens the desk too, for whoever is at it. Slow by design; the characters are
    /// wiped.
    ///
    /// @param passphrase shows that it is them
    /// @throws DeskException naming the field `passphrase` if it is wrong, or saying why no keyring can be used
    void useKeyring(char[] passphrase);

    /// From now on the keyring opens nothing for whoever is at the desk, whether it answers or not.
    ///
    /// @return empty; or a sentence where the keyring did not answer and so keeps an entry that is of no use
    String leaveKeyring();

    /// Makes a recovery code; the one before opens nothing any more.
    ///
    /// @return shown once
    @Needs(Role.ADMINISTRATOR)
    String newRecoveryCode();
}
