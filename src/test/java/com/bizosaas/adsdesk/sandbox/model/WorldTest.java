package com.bizosaas.adsdesk.sandbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class WorldTest {

    private static Node node(Kind kind, String id, String account, String parent) {
        return new Node(kind, id, account, parent, JsonNodeFactory.instance.objectNode());
    }

    private static final Fleet FLEET = new Fleet() {
        @Override
        public String name() {
            return "one";
        }

        @Override
        public long seed() {
            return 1;
        }

        @Override
        public List<Operator> operators() {
            return List.of(new Operator("1", "Ada", Map.of("act_1", Set.of("MANAGE"))));
        }

        @Override
        public List<Node> roots() {
            return List.of(node(Kind.AD_ACCOUNT, "act_1", "act_1", null));
        }

        @Override
        public List<Node> content(String accountId) {
            return List.of(node(Kind.CAMPAIGN, "10", accountId, null), node(Kind.AD_SET, "20", accountId, "10"),
                    node(Kind.AD, "30", accountId, "20"));
        }

        @Override
        public Optional<String> accountOf(String nodeId) {
            return nodeId.length() == 2 ? Optional.of("act_1") : Optional.empty();
        }
    };

    @Test
    void findsAnAdBeforeItsAccountWasListed() {
        World world = new World(FLEET, InstantSource.system());
        assertThat(world.find("30")).hasValueSatisfying(ad -> assertThat(ad.kind()).isEqualTo(Kind.AD));
        assertThat(world.find("999")).isEmpty();
    }

    @Test
    void listsAnAdUnderItsAdSetItsCampaignAndItsAccount() {
        World world = new World(FLEET, InstantSource.system());
        for (String owner : List.of("20", "10", "act_1")) {
            assertThat(world.children(owner, Kind.AD)).as(owner).extracting(Node::id).containsExactly("30");
        }
    }
}
