package com.bizosaas.adsdesk.sandbox.insights;

import com.bizosaas.adsdesk.sandbox.fleet.Currency;
import com.bizosaas.adsdesk.sandbox.insights.SetRun.AdRun;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import com.bizosaas.adsdesk.sandbox.model.World;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// The rows of one query while they are being summed, in the order of campaigns, ad sets and ads, then days, then cells.
final class RowGroups {

    /// One row to be: what it is about and its sums.
    ///
    /// @param chain account, campaign, ad set, ad, down to the level of the query
    /// @param cell values of the breakdown's columns
    record Group(List<Node> chain, int slice, List<String> cell, Totals totals) {
    }

    private record Key(String id, int slice, List<String> cell) {
    }

    private final InsightsQuery query;
    private final RowWriter writer;
    private final Node account;
    private final Node scope;
    private final Function<Node, String> effectiveStatus;
    private final Map<Key, Group> groups = new LinkedHashMap<>();
    private final Map<SetRun, List<Cell>> cells = new HashMap<>();
    private final Map<Node, Boolean> admitted = new HashMap<>();

    private RowGroups(InsightsQuery query, Node account, Node scope, Function<Node, String> effectiveStatus) {
        this.query = query;
        this.writer = new RowWriter(query, SeededInsights.currency(account));
        this.account = account;
        this.scope = scope;
        this.effectiveStatus = effectiveStatus;
    }

    static RowGroups of(World world, Node scope, Map<String, String> parameters,
            BiFunction<World, Node, String> effectiveStatus) {
        Node account = world.find(scope.accountId()).orElseThrow();
        ZoneId zone = ZoneId.of(account.text("timezone_name"));
        LocalDate today = world.clock().instant().atZone(zone).toLocalDate();
        InsightsQuery query = InsightsQuery.of(scope, parameters, today);
        RowGroups groups = new RowGroups(query, account, scope, node -> effectiveStatus.apply(world, node));
        groups.sum(world, zone, today);
        return groups;
    }

    InsightsQuery query() {
        return query;
    }

    RowWriter writer() {
        return writer;
    }

    private void sum(World world, ZoneId zone, LocalDate today) {
        Map<LocalDate, Day> days = new HashMap<>();
        Currency currency = SeededInsights.currency(account);
        for (Node campaign : campaigns(world)) {
            CampaignRun run = CampaignRun.of(world, account, campaign, currency);
            if (run.isEmpty()) {
                continue;
            }
            for (int s = 0; s < query.slices().size(); s++) {
                Slice slice = query.slices().get(s);
                LocalDate last = slice.until().isAfter(today) ? today : slice.until();
                for (LocalDate date = slice.since(); !date.isAfter(last); date = date.plusDays(1)) {
                    int place = s;
                    run.facts(days.computeIfAbsent(date, one -> Day.of(one, zone)),
                            (ad, day, facts) -> take(campaign, ad, day, place, facts));
                }
            }
        }
    }

    private List<Node> campaigns(World world) {
        return switch (scope.kind()) {
            case AD_ACCOUNT -> world.children(account.id(), Kind.CAMPAIGN);
            case CAMPAIGN -> List.of(scope);
            default -> List.of(above(world, scope));
        };
    }

    /// What was made over the API knows its parent and no more.
    private static Node above(World world, Node node) {
        Node at = node;
        while (at.kind() != Kind.CAMPAIGN) {
            at = world.find(Objects.requireNonNull(at.parentId())).orElseThrow();
        }
        return at;
    }

    private void take(Node campaign, AdRun ad, Day day, int slice, long[] facts) {
        Node adSet = ad.set().node();
        boolean inScope = switch (scope.kind()) {
            case AD_SET -> adSet == scope;
            case AD -> ad.node() == scope;
            default -> true;
        };
        if (!inScope || !admitted.computeIfAbsent(ad.node(), _ -> admits(campaign, adSet, ad.node()))) {
            return;
        }
        List<Node> chain = List.of(account, campaign, adSet, ad.node()).subList(0, query.level().ordinal() + 1);
        if (query.breakdown().isEmpty()) {
            totals(chain, slice, List.of(), 1).add(ad.set(), facts);
            return;
        }
        List<Cell> split = query.breakdown().isHourly()
                ? Breakdown.hours(ad, day)
                : cells.computeIfAbsent(ad.set(), query.breakdown()::cells);
        long[][] parts = Cell.split(facts, split, ad.key());
        for (int c = 0; c < split.size(); c++) {
            if (parts[c][Metric.IMPRESSIONS.ordinal()] > 0) {
                totals(chain, slice, split.get(c).values(), split.get(c).people()).add(ad.set(), parts[c]);
            }
        }
    }

    private Totals totals(List<Node> chain, int slice, List<String> cell, double people) {
        return groups.computeIfAbsent(new Key(chain.getLast().id(), slice, cell),
                _ -> new Group(chain, slice, cell, new Totals(people))).totals();
    }

    /// What is deleted has no rows of its own any more, though the rows above it still contain what it delivered.
    private boolean admits(Node campaign, Node adSet, Node ad) {
        List<Node> chain = List.of(account, campaign, adSet, ad);
        for (int level = Math.max(1, Level.of(scope.kind()).ordinal() + 1); level <= query.level().ordinal(); level++) {
            if (chain.get(level).text("status").equals("DELETED")) {
                return false;
            }
        }
        for (Filter filter : query.filters()) {
            Optional<Level> level = filter.level();
            if (level.isPresent() && !filter.admits(chain.get(level.get().ordinal()), effectiveStatus)) {
                return false;
            }
        }
        return true;
    }

    /// The rows that the metric filters leave, in the order asked for.
    List<Group> sorted() {
        List<Group> kept = new ArrayList<>();
        for (Group group : groups.values()) {
            Figures figures = writer.figures(group.totals());
            boolean fits = query.filters().stream().filter(Filter::isOnMetric)
                    .allMatch(filter -> filter.admits(number(figures, filter.attribute())));
            if (fits) {
                kept.add(group);
            }
        }
        if (!query.sort().isEmpty()) {
            sort(kept);
        }
        return Collections.unmodifiableList(kept);
    }

    private void sort(List<Group> rows) {
        String sort = query.sort();
        boolean down = sort.endsWith("_descending");
        if (!down && !sort.endsWith("_ascending")) {
            throw GraphError.invalidParameter("sort must end with _ascending or _descending");
        }
        String field = sort.substring(0, sort.lastIndexOf('_'));
        Function<Group, Double> by = group -> number(writer.figures(group.totals()), field);
        rows.sort(down ? Comparator.comparing(by).reversed() : Comparator.comparing(by));
    }

    private double number(Figures figures, String field) {
        int colon = field.indexOf(':');
        if (colon > 0 && field.startsWith("actions:")) {
            return Actions.counts(figures.totals(), true).getOrDefault(field.substring(colon + 1), 0L);
        }
        if (!InsightsFields.isField(field)) {
            throw GraphError.invalidParameter(field + " is not a field to sort or filter by");
        }
        BigDecimal value = figures.scalar(field);
        return value == null ? 0 : value.doubleValue();
    }
}
