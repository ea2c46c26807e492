package com.bizosaas.adsdesk.sandbox.fleet;

import com.bizosaas.adsdesk.sandbox.model.Node;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes targeting specs (graph-api chapter 07): broad with Advantage audience, interests, custom audiences with an
/// exclusion, and chosen placements.
final class TargetingMaker {

    private record Interest(String id, String name) {
    }

    private static final List<Interest> INTERESTS = List.of(new Interest("6003139266461", "Cycling"),
            new Interest("6003397496347", "Running"), new Interest("6002925538921", "Hiking"),
            new Interest("6003626773307", "Coffee"), new Interest("6003088846792", "Beauty"));

    private final AccountPlan plan;
    private final List<Node> audiences;

    TargetingMaker(AccountPlan plan, List<Node> audiences) {
        this.plan = plan;
        this.audiences = audiences;
    }

    void fill(ObjectNode adSet, int place, Dice dice) {
        ObjectNode targeting = adSet.putObject("targeting");
        ArrayNode countries = targeting.putObject("geo_locations").putArray("countries");
        plan.countries().forEach(countries::add);
        boolean broad = place % 3 == 0;
        if (broad) {
            targeting.put("age_min", 18).put("age_max", 65);
        } else {
            targeting.put("age_min", dice.pick(List.of(18, 21, 25))).put("age_max", dice.pick(List.of(44, 54, 65)));
            if (dice.chance(0.25)) {
                targeting.putArray("genders").add(dice.between(1, 2));
            }
        }
        switch (place % 3) {
            case 1 -> {
                ArrayNode interests = targeting.putArray("flexible_spec").addObject().putArray("interests");
                for (int i = 0; i < 2; i++) {
                    Interest interest = INTERESTS.get((place + i) % INTERESTS.size());
                    interests.addObject().put("id", interest.id()).put("name", interest.name());
                }
            }
            case 2 -> {
                people(targeting.putArray("custom_audiences"), audiences.get(place % audiences.size()));
                people(targeting.putArray("excluded_custom_audiences"),
                        audiences.get((place + 1) % audiences.size()));
            }
            default -> targeting.remove("custom_audiences");
        }
        if (dice.chance(0.2)) {
            targeting.putArray("publisher_platforms").add("facebook").add("instagram");
            targeting.putArray("facebook_positions").add("feed").add("facebook_reels");
            targeting.putArray("instagram_positions").add("stream").add("story").add("reels");
            targeting.putArray("device_platforms").add("mobile");
        }
        targeting.putObject("targeting_automation").put("advantage_audience", broad ? 1 : 0);
    }

    private static void people(ArrayNode list, Node audience) {
        list.addObject().put("id", audience.id()).put("name", audience.text("name"));
    }
}
