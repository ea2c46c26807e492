package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.GraphId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a cheap look at an account told about the time since an earlier reading.
///
/// @param account the account with its health, as it is now; its funding source was not asked for
/// @param changed objects whose `updated_time` moved, new ones among them; it does not move for every change
/// @param touched what the account's history tells: every change, budgets included
/// @param complete false where more happened than such a look can tell: the account is to be read whole
public record AccountNews(AdAccount account, AdStructure changed, Set<Touch> touched, boolean complete) {

    public AccountNews {
        touched = Set.copyOf(touched);
    }

    /// One line of the account's history.
    ///
    /// @param object which may be of any kind, or unknown
    public record Touch(GraphId object, String event, Instant at) {
    }

    /// @param news of the accounts that answered, in no order
    /// @param failures of those that did not; they say nothing about the others
    public record Round(List<AccountNews> news, Map<AdAccountId, GraphException> failures) {

        public Round {
            news = List.copyOf(news);
            failures = Map.copyOf(failures);
        }
    }
}
