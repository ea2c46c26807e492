package com.bizosaas.adsdesk.graph.wire;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads JSON that comes from the network: depth and sizes are capped, keys may not repeat, and nothing may follow the
/// value (robustness "Data"). Decimals stay exact, for some of them are money.
public final class StrictJson {

    /// Nothing larger is read, inflated or not.
    public static final int MAX_BYTES = 64 * 1024 * 1024;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxDocumentLength(MAX_BYTES)
                    .maxStringLength(8 * 1024 * 1024)
                    .maxNameLength(1024)
                    .maxNumberLength(100)
                    .build())
            // A pooled buffer would keep the end of a reply, `paging.next` with its token, after the vault was locked.
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /// Reads one number, `true`, `false` or `null` and leaves what follows to the caller.
    private static final ObjectReader SCALAR = MAPPER.readerFor(JsonNode.class)
            .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private StrictJson() {
    }

    /// The value, or empty for anything that is not one whole JSON value within the limits. The reason is not told: a
    /// parser's message may quote the text, and the text may hold a token.
    public static Optional<JsonNode> parse(byte[] text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /// The value of a text that holds JSON, such as `error_data` or a batch item's `body`.
    public static Optional<JsonNode> parse(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /// The value of a stream that is inflated while it is read, its rows read one by one.
    ///
    /// @return empty as for [#parse(byte[])], and where the stream breaks off
    public static Optional<ListBody> parse(InputStream text, @Nullable RowReader<?> reader) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
            if (parser.currentToken() == null) {
                return Optional.empty();
            }
            List<Object> rows = new ArrayList<>();
            int seen = 0;
            JsonNode rest;
            if (reader == null || !isObject) {
                rest = tree(parser);
            } else {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                    if (object.has(name)) {
                        return Optional.empty();
                    }
                    if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("data")) {
                        object.putArray(name);
                        seen = rows(parser, reader, rows);
                    } else {
                        object.set(name, tree(parser));
                    }
                }
                rest = object;
            }
            return parser.nextToken() == null ? Optional.of(new ListBody(rest, rows, seen)) : Optional.empty();
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private static int rows(JsonParser parser, RowReader<?> reader, List<Object> rows) {
        RowReader.Rows<?> each = reader.begin();
        int seen = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            seen++;
            Object row = each.read(parser);
            if (row != null) {
                rows.add(row);
            }
        }
        return seen;
    }

    /// The value at which a parser stands, and whose last token it stands at afterwards. Made by hand, for there are tens
    /// of thousands of rows; how deep it goes is the parser's to limit.
    static JsonNode tree(JsonParser parser) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                ObjectNode object = nodes.objectNode();
                for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                    parser.nextToken();
                    if (object.replace(name, tree(parser)) != null) {
                        throw new StreamReadException(parser, "A field stands twice");
                    }
                }
                yield object;
            }
            case START_ARRAY -> {
                ArrayNode array = nodes.arrayNode();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(tree(parser));
                }
                yield array;
            }
            case VALUE_STRING -> nodes.stringNode(parser.getString());
            default -> SCALAR.readTree(parser);
        };
    }

    /// JSON text of plain maps, lists, texts and numbers, for parameters that are structured.
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
