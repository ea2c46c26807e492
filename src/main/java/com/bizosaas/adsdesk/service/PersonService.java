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

    /// Makes a recovery code; the one before opens nothing any more.
    ///
    /// @return shown once
    @Needs(Role.ADMINISTRATOR)
    String newRecoveryCode();
}
