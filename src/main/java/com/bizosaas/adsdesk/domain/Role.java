package com.bizosaas.adsdesk.domain;

/// What a person may do at this desk, from least to most; each role may do all that the ones before it may.
///
/// Only an administrator gives roles. The role stands in the vault file under the vault's own key, so that nobody gives
/// himself another one with a text editor.
public enum Role {

    /// Looks at everything and exports it.
    VIEWER("Viewer", "looks and exports"),
    /// Prepares changes at this desk; sends none to Facebook.
    EDITOR("Editor", "prepares changes"),
    /// Sends changes to Facebook.
    PUBLISHER("Publisher", "publishes to Facebook"),
    /// Also: tenants and their sign-ins, settings, persons, backups.
    ADMINISTRATOR("Administrator", "manages tenants, settings and persons");

    private final String title;
    private final String may;

    Role(String title, String may) {
        this.title = title;
        this.may = may;
    }

    /// For the screen.
    public String title() {
        return title;
    }

    /// What it adds, as the end of a sentence.
    public String may() {
        return may;
    }

    /// Whether a person of this role may do what asks for `needed`.
    public boolean includes(Role needed) {
        return compareTo(needed) >= 0;
    }
}
