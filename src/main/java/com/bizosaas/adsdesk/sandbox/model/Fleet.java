package com.bizosaas.adsdesk.sandbox.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where a sandbox's objects come from. Every answer depends on the fleet's name and seed alone, so that two sandboxes
/// of the same fleet are equal, and an account's content can be made only when somebody first asks for it.
///
/// Implementations are immutable and safe for use by many threads.
public interface Fleet {

    /// A person who can sign in, with the accounts that this person reaches and the tasks held on each.
    ///
    /// @param userId the app-scoped user id
    /// @param tasks ad account id (with `act_`) to task names as in `user_tasks`
    record Operator(String userId, String name, Map<String, Set<String>> tasks) {
        public Operator {
            tasks = Map.copyOf(tasks);
        }
    }

    String name();

    long seed();

    List<Operator> operators();

    /// Users, businesses, ad accounts, pages and pixels: everything above an account's content.
    List<Node> roots();

    /// Campaigns, ad sets, ads, creatives, images, videos and audiences of one account, parents before children.
    List<Node> content(String accountId);

    /// The account whose content holds this id, told from the id alone, without generating anything.
    Optional<String> accountOf(String nodeId);
}
