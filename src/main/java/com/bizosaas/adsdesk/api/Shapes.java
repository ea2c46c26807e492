package com.bizosaas.adsdesk.api;

import com.bizosaas.adsdesk.domain.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;

/// The shapes that are the same everywhere: money, times, lists of words.
final class Shapes {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private Shapes() {
    }

    /// An amount as its currency counts it, rounded half up: `amount` times the currency's offset is `minor`.
    static JsonNode money(@Nullable Money money) {
        if (money == null) {
            return NullNode.getInstance();
        }
        Money rounded = money.rounded();
        return Json.object().put("amount", rounded.amount().toPlainString()).put("currency", money.currency().code())
                .put("minor", rounded.minorUnits());
    }

    static String time(Instant time) {
        return TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    static @Nullable String timeOrNull(@Nullable Instant time) {
        return time == null ? null : time(time);
    }

    /// A time of an object, with the offset that its ad account had then.
    static @Nullable String timeOrNull(@Nullable Instant time, ZoneId zone) {
        return time == null ? null : TIME.format(time.atZone(zone));
    }

    static ArrayNode texts(Collection<String> texts) {
        ArrayNode array = Json.array();
        texts.forEach(array::add);
        return array;
    }
}
