package com.bizosaas.adsdesk.sandbox.fleet;

import java.util.List;

/// The words in which one client names its campaigns and writes its ads.
record Voice(List<String> themes, List<String> tactics, List<String> people, List<String> ads, List<String> headlines,
        List<String> bodies) {
    Voice {
        themes = List.copyOf(themes);
        tactics = List.copyOf(tactics);
        people = List.copyOf(people);
        ads = List.copyOf(ads);
        headlines = List.copyOf(headlines);
        bodies = List.copyOf(bodies);
    }
}
