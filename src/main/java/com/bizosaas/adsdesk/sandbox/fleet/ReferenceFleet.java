package com.bizosaas.adsdesk.sandbox.fleet;

import com.bizosaas.adsdesk.sandbox.model.Fleet;
import com.bizosaas.adsdesk.sandbox.model.Fleet.Operator;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Forty clients with three accounts of 200 campaigns each: the fleet of the product's walkthroughs. Its expiring and
/// revoked tokens belong to the server; its billing holds, its disabled, read-only and development-tier accounts and
/// its six planted anomalies are made here.
final class ReferenceFleet {

    private static final int ACCOUNTS_EACH = 3;
    private static final int CAMPAIGNS = 200;
    private static final double DELIVERING = 0.2;
    private static final int FAN_OUT = 3;
    /// Delivering campaigns of the first account that walkthrough W3 filters out.
    private static final int WINNERS = 31;
    private static final int SPRING_FROM = 18;
    private static final int SPRING_ACCOUNTS = 9;
    private static final int SPRING_ADS = 37;
    private static final int SPRING_MORE = 7;
    private static final int SPRING_SETS = 4;
    private static final int UNSETTLED_1 = 16;
    private static final int UNSETTLED_2 = 77;
    private static final int DISABLED = 40;
    private static final int READ_ONLY = 95;
    private static final int DEVELOPMENT_TIER = 58;
    private static final int MANY = 37;
    private static final Map<Integer, List<Anomaly>> ANOMALIES = Map.of(9, List.of(Anomaly.SPEND_SPIKE), 31,
            List.of(Anomaly.ZERO_CONVERSIONS), 52, List.of(Anomaly.CTR_DROP, Anomaly.SPEND_SPIKE), 84,
            List.of(Anomaly.CPM_RISE), 110, List.of(Anomaly.DISAPPROVED));

    private ReferenceFleet() {
    }

    static Fleet make(long seed, Anchor anchor) {
        FleetFile file = FleetFile.read("reference");
        Map<String, Voice> voices = FleetFile.voices();
        List<Currency> currencies = currencies();
        List<AccountPlan> plans = new ArrayList<>();
        for (int t = 0; t < file.tenants().size(); t++) {
            FleetFile.Tenant tenant = file.tenants().get(t);
            AccountPlan.Client client = SmallFleet.client(seed, t, tenant);
            Voice voice = Objects.requireNonNull(voices.get(Objects.requireNonNull(tenant.voice())));
            for (int a = 0; a < ACCOUNTS_EACH; a++) {
                int index = plans.size();
                Currency currency = currencies.get(index);
                String zone = zone(currency, index);
                List<String> countries = countries(currency, index);
                plans.add(new AccountPlan(index, "act_" + Ids.opaque(Kind.AD_ACCOUNT, seed, index),
                        tenant.name() + " · " + countries.getFirst() + (a == 0 ? "" : " " + (a + 1)), client, currency,
                        ZoneId.of(zone), voice, countries, CAMPAIGNS, DELIVERING, FAN_OUT, FAN_OUT, true,
                        index == 0 ? WINNERS : -1, status(index), index == DISABLED ? 1 : 0,
                        index % 5 == 2 ? 60 + index % 35 : 0, index == DEVELOPMENT_TIER,
                        ANOMALIES.getOrDefault(index, List.of()), Ids.opaque(Kind.PIXEL, seed, index), spring(index)));
            }
        }
        return new GeneratedFleet("reference", seed, anchor, file.agency(), operators(seed, plans), plans);
    }

    /// 60 USD, 30 EUR, 12 GBP, 8 JPY, 5 HUF and 5 TWD accounts, dealt out so that clients mix them.
    private static List<Currency> currencies() {
        List<Currency> dealt = new ArrayList<>();
        Map<Currency, Integer> counts = Map.of(Currency.USD, 60, Currency.EUR, 30, Currency.GBP, 12, Currency.JPY, 8,
                Currency.HUF, 5, Currency.TWD, 5);
        for (Currency currency : Currency.values()) {
            dealt.addAll(Collections.nCopies(counts.getOrDefault(currency, 0), currency));
        }
        List<Currency> shuffled = new ArrayList<>();
        for (int i = 0; i < dealt.size(); i++) {
            shuffled.add(dealt.get(i * 47 % dealt.size()));
        }
        return shuffled;
    }

    /// Six zones from Auckland to Los Angeles.
    private static String zone(Currency currency, int index) {
        return switch (currency) {
            case USD -> switch (index % 3) {
                case 0 -> "America/Los_Angeles";
                case 1 -> "America/New_York";
                default -> "Pacific/Auckland";
            };
            case EUR, HUF -> "Europe/Budapest";
            case GBP -> "Europe/London";
            case JPY, TWD -> "Asia/Tokyo";
        };
    }

    private static List<String> countries(Currency currency, int index) {
        return switch (currency) {
            case USD -> index % 3 == 2 ? List.of("NZ", "AU") : List.of("US", "CA");
            case EUR -> index % 2 == 0 ? List.of("DE", "AT", "CH") : List.of("FR", "BE", "NL");
            case GBP -> List.of("GB", "IE");
            case JPY -> List.of("JP");
            case HUF -> List.of("HU");
            case TWD -> List.of("TW");
        };
    }

    /// 340 ads and 12 ad sets of three clients, for walkthrough W5.
    private static AccountPlan.Spring spring(int index) {
        int place = index - SPRING_FROM;
        return place < 0 || place >= SPRING_ACCOUNTS
                ? AccountPlan.Spring.NONE
                : new AccountPlan.Spring(place < SPRING_MORE ? SPRING_ADS + 1 : SPRING_ADS,
                        place % ACCOUNTS_EACH == 0 ? SPRING_SETS : 0);
    }

    private static int status(int index) {
        return switch (index) {
            case UNSETTLED_1, UNSETTLED_2 -> 3;
            case DISABLED -> 2;
            default -> 1;
        };
    }

    private static List<Operator> operators(long seed, List<AccountPlan> plans) {
        return List.of(SmallFleet.operator(seed, 0, "Ines Moreau", plans, READ_ONLY),
                SmallFleet.operator(seed, 1, "Tomasz Król", plans.subList(0, ACCOUNTS_EACH), -1),
                SmallFleet.operator(seed, 2, "Mikael Sandström", plans.subList(0, MANY), -1),
                new Operator(Ids.opaque(Kind.USER, seed, 3), "Νίκος Παππάς", Map.of()));
    }
}
