package com.bizosaas.adsdesk.api;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.TenantId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Turns what was sent into values of the declared kinds, and says by name what is none.
final class Inputs {

    private Inputs() {
    }

    /// A value from the query, where everything is text.
    static Object ofText(Param param, String text) {
        return switch (param.kind()) {
            case INTEGER -> {
                try {
                    yield Integer.valueOf(text);
                } catch (NumberFormatException e) {
                    throw wrong(param, "a whole number");
                }
            }
            case FLAG -> switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> throw wrong(param, "true or false");
            };
            case TEXTS, ACCOUNTS, TENANTS -> list(param, Arrays.asList(text.split(",", -1)));
            case MONEY, OBJECT -> throw wrong(param, "sent in the body");
            default -> word(param, text);
        };
    }

    /// A value from the body.
    static Object ofJson(Param param, JsonNode node) {
        return switch (param.kind()) {
            case INTEGER -> {
                if (!node.isIntegralNumber() || !node.canConvertToInt()) {
                    throw wrong(param, "a whole number");
                }
                yield node.intValue();
            }
            case FLAG -> {
                if (!node.isBoolean()) {
                    throw wrong(param, "true or false");
                }
                yield node.booleanValue();
            }
            case TEXTS, ACCOUNTS, TENANTS -> {
                if (!node.isArray() || !node.valueStream().allMatch(JsonNode::isString)) {
                    throw wrong(param, "a list of texts");
                }
                yield list(param, node.valueStream().map(JsonNode::stringValue).toList());
            }
            case MONEY -> MoneyInput.of(param, node);
            case OBJECT -> {
                if (!node.isObject()) {
                    throw wrong(param, "an object");
                }
                yield node;
            }
            default -> {
                if (!node.isString()) {
                    throw wrong(param, "text");
                }
                yield word(param, node.stringValue());
            }
        };
    }

    private static Object word(Param param, String text) {
        if (!param.words().isEmpty() && !param.words().contains(text)) {
            throw wrong(param, "one of " + String.join(", ", param.words()));
        }
        return switch (param.kind()) {
            case ID -> made(param, text, GraphId::new, "an id: digits only");
            case ACCOUNT -> made(param, text, AdAccountId::of, "an ad account's id, with or without act_");
            case TENANT -> made(param, text, TenantId::new, "1 to 64 lower-case letters, digits, - or _");
            case DAY -> {
                try {
                    yield LocalDate.parse(text);
                } catch (DateTimeException e) {
                    throw wrong(param, "a day such as 2026-11-23");
                }
            }
            default -> text;
        };
    }

    private static <T> T made(Param param, String text, Function<String, T> maker, String what) {
        try {
            return maker.apply(text);
        } catch (IllegalArgumentException e) {
            throw wrong(param, what);
        }
    }

    private static List<?> list(Param param, List<String> texts) {
        Param.Kind each = switch (param.kind()) {
            case ACCOUNTS -> Param.Kind.ACCOUNT;
            case TENANTS -> Param.Kind.TENANT;
            default -> Param.Kind.TEXT;
        };
        Param one = new Param(param.name(), each, true, param.words(), param.says());
        List<Object> values = new ArrayList<>();
        for (String text : texts) {
            values.add(ofJson(one, JsonNodeFactory.instance.stringNode(text.strip())));
        }
        if (new LinkedHashSet<>(values).size() != values.size()) {
            throw wrong(param, "a list without doubles");
        }
        return List.copyOf(values);
    }

    static ApiProblem wrong(Param param, String what) {
        return ApiProblem.badInput(param.name(), "“" + param.name() + "” is not what it must be",
                "It is " + what + ".");
    }
}
