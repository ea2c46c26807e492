package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.profile.Naming;
import com.bizosaas.adsdesk.domain.profile.Operation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a client's profile asks of the drafts. Nothing is asked where a value is null or empty.
///
/// @param mostPerCampaign the largest daily budget of a campaign or an ad set
/// @param mostPerAccount the largest sum of daily budgets of an account
/// @param mostRaise the largest raise of a budget in one step, in percent
/// @param monthly what the client wants to spend in a month
/// @param blocked operations that are not done here
/// @param naming how campaigns, ad sets and ads are named
/// @param urlTags parameters that each ad carries, such as `utm_source=facebook&utm_campaign={{campaign.name}}`
/// @param otherClients names of the other tenants, to notice one of them in this client's objects
public record Rules(@Nullable Money mostPerCampaign, @Nullable Money mostPerAccount, @Nullable BigDecimal mostRaise,
        @Nullable Money monthly, Set<Operation> blocked, Naming naming, String urlTags,
        List<String> otherClients) {

    public static final Rules NONE = new Rules(null, null, null, null, Set.of(), Naming.NONE, "", List.of());

    public Rules {
        blocked = Set.copyOf(blocked);
        otherClients = List.copyOf(otherClients);
    }
}
