package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.domain.Topic;

/// The topics in the operator's words.
final class TopicWords {

    private TopicWords() {
    }

    static String title(Topic topic) {
        return switch (topic) {
            case ACCOUNTS -> "Ad accounts";
            case CAMPAIGNS -> "Campaigns, ad sets and ads";
            case INSIGHTS -> "Performance figures";
            case AUDIENCES -> "Audiences";
            case CREATIVES -> "Creatives";
        };
    }
}
