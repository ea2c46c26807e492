package com.bizosaas.adsdesk.sandbox.insights;

import com.bizosaas.adsdesk.sandbox.insights.SetRun.AdRun;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The breakdown of a query: which columns, and the cells that an ad's facts fall into. Families combine within
/// themselves and in the permutations of graph-api chapter 05 alone.
final class Breakdown {

    static final String HOURLY = "hourly_stats_aggregated_by_advertiser_time_zone";
    private static final String PLATFORM = "publisher_platform";
    private static final String POSITION = "platform_position";
    private static final Set<Set<String>> SERVED = Set.of(Set.of(), Set.of("age"), Set.of("gender"),
            Set.of("age", "gender"), Set.of("country"), Set.of(PLATFORM), Set.of(PLATFORM, POSITION),
            Set.of("device_platform"), Set.of(PLATFORM, "device_platform"), Set.of(PLATFORM, "impression_device"),
            Set.of(PLATFORM, POSITION, "impression_device"), Set.of(HOURLY));

    private final List<String> columns;

    private Breakdown(List<String> columns) {
        this.columns = columns;
    }

    /// @param actions whether the fields ask for actions, which Facebook counts as one more column
    static Breakdown of(List<String> columns, boolean actions) {
        for (int i = 0; i < columns.size(); i++) {
            if (!InsightsFields.isBreakdown(columns.get(i))) {
                throw GraphError.invalidParameter(
                        "breakdowns[" + i + "] must be one of the following values: " + InsightsFields.breakdowns());
            }
        }
        if (!SERVED.contains(Set.copyOf(columns)) || Set.copyOf(columns).size() != columns.size()) {
            Set<String> named = new TreeSet<>(columns);
            String all = (actions ? "action_type, " : "") + named.stream().collect(Collectors.joining(", "));
            throw GraphError.invalidParameter(
                    "Current combination of data breakdown columns (" + all + ") is invalid");
        }
        List<String> ordered = new ArrayList<>(columns);
        ordered.sort(Comparator.comparing(column -> !column.equals(PLATFORM)));
        return new Breakdown(List.copyOf(ordered));
    }

    List<String> columns() {
        return columns;
    }

    boolean isEmpty() {
        return columns.isEmpty();
    }

    boolean isHourly() {
        return columns.contains(HOURLY);
    }

    List<Cell> cells(SetRun set) {
        List<Cell> cells = List.of(new Cell(List.of(), 1, 1, 1, 1, 1));
        for (String column : columns) {
            List<Cell> product = new ArrayList<>();
            for (Cell cell : cells) {
                for (Cell next : options(column, cell, set.node().fields().path("targeting"))) {
                    List<String> values = new ArrayList<>(cell.values());
                    values.addAll(next.values());
                    product.add(new Cell(List.copyOf(values), cell.share() * next.share(),
                            cell.cost() * next.cost(), cell.click() * next.click(), cell.convert() * next.convert(),
                            cell.people() * next.people()));
                }
            }
            cells = product;
        }
        return cells;
    }

    /// The hours of one ad's day: nothing before it was switched on and nothing after now.
    static List<Cell> hours(AdRun ad, Day day) {
        List<Cell> cells = new ArrayList<>(DayCurve.HOURS);
        for (int hour = 0; hour < DayCurve.HOURS; hour++) {
            double share = ad.timeline().share(day, hour / 24.0, (hour + 1) / 24.0);
            String two = hour < 10 ? "0" + hour : Integer.toString(hour);
            cells.add(new Cell(List.of(two + ":00:00 - " + two + ":59:59"), share, 1, 1, 1, 1));
        }
        return cells;
    }

    private List<Cell> options(String column, Cell before, JsonNode targeting) {
        return switch (column) {
            case "age" -> Shares.ages(targeting);
            case "gender" -> Shares.genders(targeting);
            case "country" -> Shares.countries(targeting);
            case PLATFORM -> Shares.platforms(targeting);
            case POSITION -> Shares.positions(valueOf(before, PLATFORM));
            case "device_platform" -> Shares.DEVICE_PLATFORMS;
            case "impression_device" -> Shares.IMPRESSION_DEVICES;
            default -> throw new IllegalStateException("no cells for " + column);
        };
    }

    private String valueOf(Cell cell, String column) {
        return cell.values().get(columns.indexOf(column));
    }
}
