package com.bizosaas.adsdesk.graph.wire;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/// Turns the rows of a list into what they mean while the reply is still being read, so that no page stands in memory as a
/// whole. Readers that are equal read alike, which lets equal requests share one reply.
///
/// @param <T> what a row means
@FunctionalInterface
public interface RowReader<T> {

    /// Begins to read one reply.
    Rows<T> begin();

    /// Reads the rows of one reply, one after another; may keep what one tells about the next.
    @FunctionalInterface
    interface Rows<T> {

        /// @param row stands at the row's first token, and at its last afterwards
        /// @return null for a row that says nothing usable
        @Nullable
        T read(JsonParser row);
    }

    /// Reads each row as an object of its own.
    static <T> RowReader<T> of(Function<WireObject, @Nullable T> read) {
        return new TreeRows<>(read, read);
    }

    /// The same, equal to every other reader of this name.
    static <T> RowReader<T> of(Object name, Function<WireObject, @Nullable T> read) {
        return new TreeRows<>(name, read);
    }
}
