package com.bizosaas.adsdesk.sandbox.fleet;

import com.bizosaas.adsdesk.sandbox.model.Fleet;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A fleet made from account plans; an account's content is made afresh on every call.
record GeneratedFleet(String name, long seed, Anchor anchor, String agencyId, String agencyName,
        List<Operator> operators, List<AccountPlan> plans, Map<String, AccountPlan> byId) implements Fleet {

    private static final int IMAGE_HASH = 32;

    GeneratedFleet(String name, long seed, Anchor anchor, String agencyName, List<Operator> operators,
            List<AccountPlan> plans) {
        this(name, seed, anchor, Ids.opaque(Kind.BUSINESS, seed, 0), agencyName, List.copyOf(operators),
                List.copyOf(plans), plans.stream().collect(Collectors.toMap(AccountPlan::id, Function.identity())));
    }

    @Override
    public List<Node> roots() {
        return new RootMaker(this).make();
    }

    @Override
    public List<Node> content(String accountId) {
        AccountPlan plan = byId.get(accountId);
        if (plan == null) {
            throw new IllegalArgumentException("no account " + accountId + " in fleet " + name);
        }
        return new AccountMaker(seed, anchor, plan).make();
    }

    @Override
    public Optional<String> accountOf(String nodeId) {
        int colon = nodeId.indexOf(':');
        if (colon > 0) {
            String account = "act_" + nodeId.substring(0, colon);
            return nodeId.length() == colon + 1 + IMAGE_HASH && byId.containsKey(account)
                    ? Optional.of(account)
                    : Optional.empty();
        }
        OptionalInt index = Ids.account(nodeId);
        return index.isPresent() && index.getAsInt() < plans.size()
                ? Optional.of(plans.get(index.getAsInt()).id())
                : Optional.empty();
    }
}
