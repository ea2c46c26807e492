package com.bizosaas.adsdesk.ui.palette;

import com.bizosaas.adsdesk.ui.palette.Hit.Group;
import java.util.EnumSet;
import java.util.Set;

/// What is typed: `@` looks for tenants and their accounts, `#` for campaigns, ad sets and ads, `>` for actions, anything
/// else for all of them.
record Question(Set<Group> groups, Fuzzy words) {

    static Question of(String typed) {
        String text = typed.stripLeading();
        char first = text.isEmpty() ? ' ' : text.charAt(0);
        Set<Group> groups = switch (first) {
            case '@' -> EnumSet.of(Group.TENANTS, Group.ACCOUNTS);
            case '#' -> EnumSet.of(Group.OBJECTS);
            case '>' -> EnumSet.of(Group.HERE, Group.ACTIONS, Group.PLACES);
            default -> EnumSet.complementOf(EnumSet.of(Group.RECENT));
        };
        return new Question(groups, Fuzzy.of("@#>".indexOf(first) >= 0 ? text.substring(1) : text));
    }
}
