package com.bizosaas.adsdesk.api;

import java.util.List;

/// One input of a route.
///
/// @param words the only words it takes, empty for any
/// @param says one sentence for the OpenAPI document
record Param(String name, Kind kind, boolean required, List<String> words, String says) {

    /// What a value must be. In a query all are written as text, lists with commas between.
    enum Kind {
        TEXT, ID, ACCOUNT, TENANT, INTEGER, FLAG, DAY, MONEY, TEXTS, ACCOUNTS, TENANTS, OBJECT
    }

    Param {
        words = List.copyOf(words);
    }

    static Param of(String name, Kind kind, String says) {
        return new Param(name, kind, false, List.of(), says);
    }

    static Param text(String name, String says) {
        return of(name, Kind.TEXT, says);
    }

    static Param flag(String name, String says) {
        return of(name, Kind.FLAG, says);
    }

    static Param money(String name, String says) {
        return of(name, Kind.MONEY, says);
    }

    Param needed() {
        return new Param(name, kind, true, words, says);
    }

    Param oneOf(String... only) {
        return new Param(name, kind, required, List.of(only), says);
    }
}
