package com.bizosaas.adsdesk.sandbox.insights;

import com.bizosaas.adsdesk.sandbox.model.GraphError;
import com.bizosaas.adsdesk.sandbox.model.Kind;

/// The level at which rows are made, widest first.
enum Level {
    ACCOUNT, CAMPAIGN, ADSET, AD;

    static Level of(Kind kind) {
        return switch (kind) {
            case AD_ACCOUNT -> ACCOUNT;
            case CAMPAIGN -> CAMPAIGN;
            case AD_SET -> ADSET;
            case AD -> AD;
            default -> throw GraphError.invalidParameter("Tried accessing nonexisting field (insights) on node type "
                    + kind);
        };
    }

    static Level parse(String text, Level own) {
        Level level = switch (text) {
            case "" -> own;
            case "account" -> ACCOUNT;
            case "campaign" -> CAMPAIGN;
            case "adset" -> ADSET;
            case "ad" -> AD;
            default -> throw GraphError
                    .invalidParameter("level must be one of the following values: ad, adset, campaign, account");
        };
        if (level.compareTo(own) < 0) {
            throw GraphError.invalidParameter("level " + text + " is wider than the object whose insights are read");
        }
        return level;
    }
}
