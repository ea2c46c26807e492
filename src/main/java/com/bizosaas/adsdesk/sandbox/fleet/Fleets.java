package com.bizosaas.adsdesk.sandbox.fleet;

import com.bizosaas.adsdesk.sandbox.model.Fleet;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// The fleets by name: `small`, with which the desk is shown and tested, and `reference`, on which its speed is
/// measured (product walkthroughs). Fleets of any exact size are called `bench:3x3x200x2x2`: users, accounts of each user,
/// campaigns of each account, ad sets of each campaign, ads of each ad set.
///
/// A fleet depends on its name, its seed and the moment for which it is made; between two moments of a week only what
/// happened in the last few days moves.
public final class Fleets {

    /// The names that [#of(String, long)] knows.
    public static final List<String> NAMES = List.of("small", "reference");

    private Fleets() {
    }

    /// @throws IllegalArgumentException for a name that is none of these
    public static Fleet of(String name, long seed) {
        return of(name, seed, InstantSource.system().instant());
    }

    /// A fleet that looks alive at a given moment.
    ///
    /// @throws IllegalArgumentException for a name that is none of these
    public static Fleet of(String name, long seed, Instant now) {
        Anchor anchor = new Anchor(now);
        return switch (name) {
            case "small" -> SmallFleet.make(seed, anchor);
            case "reference" -> ReferenceFleet.make(seed, anchor);
            default -> {
                if (BenchFleet.isName(name)) {
                    yield BenchFleet.make(name, seed, anchor);
                }
                throw new IllegalArgumentException(
                        "no fleet is called " + name + "; there are " + NAMES + " and " + BenchFleet.FORM);
            }
        };
    }
}
