package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.graph.wire.RowReader;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A call in Graph terms, before it has an address, a token or a proof.
///
/// @param path below the version, without a slash at its ends
/// @param parameters in the order in which they are sent
/// @param effect decides what may be repeated
/// @param account whose limits it uses, null for calls outside an ad account
/// @param rows reads the rows of a list as they come, null to have the body as it is
/// @param items the calls inside a batch, empty for a single call
public record GraphRequest(Method method, String path, Map<String, String> parameters, Effect effect, Shape shape,
        @Nullable AdAccountId account, UseCase useCase, Duration timeout, @Nullable RowReader<?> rows, List<GraphRequest> items) {

    /// How it is sent.
    public enum Method {
        GET, POST, DELETE
    }

    /// What it does at Facebook.
    public enum Effect {
        READ(1), CREATE(3), UPDATE(3);

        private final int points;

        Effect(int points) {
            this.points = points;
        }

        /// What it costs of an ad account's score (graph-api chapter 12).
        public int points() {
            return points;
        }
    }

    /// What a success looks like; anything else in its place is not an answer.
    public enum Shape {
        /// Any object.
        OBJECT,
        /// An object with a `data` array.
        LIST,
        /// An array, as a batch answers.
        ARRAY,
        /// An object that names what was made.
        CREATED,
        /// `success` is true, or the object is named.
        DONE
    }

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_/-]*");

    public GraphRequest {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        items = List.copyOf(items);
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("A path is made of ids and edges");
        }
    }

    public static GraphRequest read(String path) {
        return new GraphRequest(Method.GET, path, Map.of(), Effect.READ, Shape.OBJECT, null, UseCase.PLATFORM, TIMEOUT,
                null, List.of());
    }

    public static GraphRequest list(String path) {
        return read(path).shaped(Shape.LIST);
    }

    public static GraphRequest create(String path) {
        return new GraphRequest(Method.POST, path, Map.of(), Effect.CREATE, Shape.CREATED, null, UseCase.PLATFORM,
                TIMEOUT, null, List.of());
    }

    public static GraphRequest update(String path) {
        return new GraphRequest(Method.POST, path, Map.of(), Effect.UPDATE, Shape.DONE, null, UseCase.PLATFORM,
                TIMEOUT, null, List.of());
    }

    public static GraphRequest delete(String path) {
        return new GraphRequest(Method.DELETE, path, Map.of(), Effect.UPDATE, Shape.DONE, null, UseCase.PLATFORM,
                TIMEOUT, null, List.of());
    }

    /// A POST that changes nothing at Facebook but starts a computation, so that repeating it does no harm.
    public static GraphRequest start(String path) {
        return new GraphRequest(Method.POST, path, Map.of(), Effect.READ, Shape.OBJECT, null, UseCase.PLATFORM,
                TIMEOUT, null, List.of());
    }

    public GraphRequest with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return with(more);
    }

    public GraphRequest withAll(Map<String, String> values) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.putAll(values);
        return with(more);
    }

    public GraphRequest on(AdAccountId counted, UseCase use) {
        return new GraphRequest(method, path, parameters, effect, shape, counted, use, timeout, rows, items);
    }

    public GraphRequest shaped(Shape expected) {
        return new GraphRequest(method, path, parameters, effect, expected, account, useCase, timeout, rows, items);
    }

    public GraphRequest having(Effect other) {
        return new GraphRequest(method, path, parameters, other, shape, account, useCase, timeout, rows, items);
    }

    GraphRequest reading(@Nullable RowReader<?> reader) {
        return new GraphRequest(method, path, parameters, effect, shape, account, useCase, timeout, reader, items);
    }

    GraphRequest holding(List<GraphRequest> calls) {
        return new GraphRequest(method, path, parameters, effect, shape, account, useCase, timeout, rows, calls);
    }

    /// What Facebook counts: the calls inside a batch, or the call itself.
    List<GraphRequest> counted() {
        return items.isEmpty() ? List.of(this) : items;
    }

    /// What it costs in all.
    int points() {
        return counted().stream().mapToInt(GraphRequest::cost).sum();
    }

    /// What a single call costs. A question that is put as a write, as one of `validate_only`, counts as one; starting a
    /// report run does not.
    int cost() {
        boolean question = method == Method.POST && useCase != UseCase.ADS_INSIGHTS;
        return question ? Math.max(Effect.UPDATE.points(), effect.points()) : effect.points();
    }

    private GraphRequest with(Map<String, String> more) {
        return new GraphRequest(method, path, more, effect, shape, account, useCase, timeout, rows, items);
    }

    /// Without its parameters, for they may hold secrets.
    @Override
    public String toString() {
        return method + " /" + path;
    }
}
