package com.bizosaas.adsdesk.domain.targeting;

import java.util.List;

/// One line of Facebook's own description of a targeting.
///
/// @param title such as `Location:`
public record SentenceLine(String title, List<String> values) {

    public SentenceLine {
        values = List.copyOf(values);
    }
}
