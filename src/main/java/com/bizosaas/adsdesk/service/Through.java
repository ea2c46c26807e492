package com.bizosaas.adsdesk.service;

import java.util.function.Supplier;

/// What somebody does the present thing through, when it is not the window: a key of the local API. It stands in the audit
/// log and the journal behind the person's name.
public final class Through {

    private static final ScopedValue<String> DOOR = ScopedValue.newInstance();

    private Through() {
    }

    /// Does something on this thread, with this door in the record of it.
    public static <T> T door(String name, Supplier<T> work) {
        return ScopedValue.where(DOOR, name).call(work::get);
    }

    /// Whether the present thing is done through a door.
    static boolean isOpen() {
        return DOOR.isBound();
    }

    /// A person, with the door if there is one.
    static String who(String person) {
        return DOOR.isBound() ? person + " (" + DOOR.get() + ")" : person;
    }
}
