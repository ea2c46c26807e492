package com.bizosaas.adsdesk.bench;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;

/// What every contender is told: where the sandbox is, who signs in, and which days count.
///
/// @param tokens one of each user
/// @param accounts those that each user reaches
/// @param today the last of the thirty days, in UTC
record Target(String graphUrl, String version, String appId, String appSecret, List<String> tokens,
        List<List<String>> accounts, String folder,
        String today) {

    static final int DAYS = 30;

    URI url() {
        return URI.create(graphUrl);
    }

    LocalDate until() {
        return LocalDate.parse(today);
    }

    LocalDate since() {
        return until().minusDays(DAYS - 1L);
    }

    @Override
    public String toString() {
        return tokens.size() + " users at " + graphUrl;
    }
}
