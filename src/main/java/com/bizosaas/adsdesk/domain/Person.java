package com.bizosaas.adsdesk.domain;

/// Somebody who works at this desk. The passphrase says who is there: each person has a key slot of their own.
///
/// @param id never used again, not even for another person of the same name
/// @param name as it stands in the audit log, 1 to 80 characters
public record Person(String id, String name, Role role) {

    public static final int MAX_NAME = 80;

    /// Whoever opens the vault with the recovery code, which tells nobody's name.
    public static final Person RECOVERY = new Person("recovery-code", "Recovery code", Role.ADMINISTRATOR);

    public Person {
        name = name.strip();
        if (id.isEmpty() || name.isEmpty() || name.length() > MAX_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A person has an id and a name of 1 to 80 characters.");
        }
    }
}
