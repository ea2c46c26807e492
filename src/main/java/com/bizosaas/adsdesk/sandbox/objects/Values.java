package com.bizosaas.adsdesk.sandbox.objects;

import com.bizosaas.adsdesk.sandbox.graph.Call;
import com.bizosaas.adsdesk.sandbox.graph.Schema;
import com.bizosaas.adsdesk.sandbox.graph.Times;
import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Turns parameters into the values that are read back: budgets come as integers and are read as text, times come in any
/// zone and are read in the account's.
final class Values {

    private static final Set<String> MONEY = Set.of("daily_budget", "lifetime_budget", "spend_cap", "daily_spend_cap",
            "lifetime_spend_cap", "daily_min_spend_target", "lifetime_min_spend_target");
    /// Parameters that are read back under the same name but are worked out or kept in another way.
    private static final Set<String> NOT_STORED = Set.of("id", "account_id", "campaign_id", "adset_id", "creative",
            "status", "execution_options", "effective_status");

    private final Schema schema;

    Values(Schema schema) {
        this.schema = schema;
    }

    /// Names of the parameters that an operation takes.
    Set<String> names(Kind owner, String key) {
        return schema.operation(owner, key).map(Schema.Operation::parameters).orElse(Map.of()).keySet();
    }

    /// The storable values among the call's parameters.
    ///
    /// @param key the operation, as in [Schema#operation]
    /// @param owner the kind that the operation is on, which differs from `kind` where an edge creates
    ObjectNode of(Call call, Kind owner, String key, Kind kind, Node account) {
        Map<String, String> types = schema.operation(owner, key).map(Schema.Operation::parameters).orElse(Map.of());
        Set<String> fields = schema.type(kind).fields();
        ZoneId zone = Times.zone(account);
        ObjectNode values = Json.object();
        call.parameters().forEach((name, text) -> {
            String type = types.get(name);
            if (type != null && fields.contains(name) && !NOT_STORED.contains(name)) {
                values.set(name, value(call, name, type, text, zone));
            }
        });
        return values;
    }

    private JsonNode value(Call call, String name, String type, String text, ZoneId zone) {
        if (MONEY.contains(name)) {
            return StringNode.valueOf(text);
        }
        if (type.startsWith("list<")) {
            return list(call, name, type);
        }
        return switch (type) {
            case "bool" -> BooleanNode.valueOf(Set.of("true", "1").contains(text));
            case "int", "unsigned int" -> LongNode.valueOf(call.number(name));
            case "datetime" -> StringNode.valueOf(Times.write(Times.parse(text).orElseThrow(() -> GraphError
                    .invalidParameter("Param " + name + " must be a valid datetime")), zone));
            case "map", "Object" -> call.json(name).orElseThrow();
            case "any" -> Json.parse(text).filter(JsonNode::isContainer).orElse(StringNode.valueOf(text));
            default -> StringNode.valueOf(text);
        };
    }

    private static JsonNode list(Call call, String name, String type) {
        if (type.contains("Object") || type.contains("map") || type.contains("list<list")) {
            return call.json(name).orElseGet(Json::array);
        }
        ArrayNode list = Json.array();
        List<String> entries = call.list(name);
        entries.forEach(list::add);
        return list;
    }
}
