package com.bizosaas.adsdesk.sandbox.fleet;

import com.bizosaas.adsdesk.sandbox.model.Fleet;
import com.bizosaas.adsdesk.sandbox.model.Fleet.Operator;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fleets of an exact size for measurements: every user is a client of its own with accounts that nobody else reaches, and
/// nearly all campaigns deliver.
final class BenchFleet {

    static final String FORM = "bench:USERSxACCOUNTSxCAMPAIGNSxADSETSxADS";
    private static final Pattern NAME = Pattern
            .compile("bench:(\\d{1,3})x(\\d{1,2})x(\\d{1,4})x(\\d{1,2})x(\\d{1,2})");
    private static final double DELIVERING = 0.95;
    private static final List<String> ZONES = List.of("Europe/Budapest", "America/New_York", "Asia/Tokyo");
    private static final List<Currency> CURRENCIES = List.of(Currency.EUR, Currency.USD, Currency.JPY);

    private BenchFleet() {
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    static Fleet make(String name, long seed, Anchor anchor) {
        Matcher size = NAME.matcher(name);
        if (!size.matches()) {
            throw new IllegalArgumentException(name + " is not of the form " + FORM);
        }
        int users = number(size, 1);
        int accounts = number(size, 2);
        Voice voice = Objects.requireNonNull(FleetFile.voices().get("english"));
        List<AccountPlan> plans = new ArrayList<>();
        List<Operator> operators = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            AccountPlan.Client client = SmallFleet.client(seed, user, new FleetFile.Tenant("Client " + (user + 1),
                    "client-" + (user + 1) + ".example", "RETAIL", "english", null));
            for (int account = 0; account < accounts; account++) {
                int index = plans.size();
                int kind = index % ZONES.size();
                plans.add(new AccountPlan(index, "act_" + Ids.opaque(Kind.AD_ACCOUNT, seed, index),
                        "Account " + (index + 1), client, CURRENCIES.get(kind), ZoneId.of(ZONES.get(kind)), voice,
                        List.of("DE", "AT"), number(size, 3), DELIVERING, number(size, 4), number(size, 5), true, -1, 1,
                        0, 0, false, List.of(), Ids.opaque(Kind.PIXEL, seed, index), AccountPlan.Spring.NONE));
            }
            operators.add(SmallFleet.operator(seed, user, "Bench User " + (user + 1),
                    plans.subList(plans.size() - accounts, plans.size()), -1));
        }
        return new GeneratedFleet(name, seed, anchor, "Bench Agency", operators, plans);
    }

    private static int number(Matcher size, int group) {
        int number = Integer.parseInt(size.group(group));
        if (number < 1) {
            throw new IllegalArgumentException("every number of " + size.group() + " must be at least 1");
        }
        return number;
    }
}
