package com.bizosaas.adsdesk.graph.wire;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

    /// JSON text of plain maps, lists, texts and numbers, for parameters that are structured.
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
