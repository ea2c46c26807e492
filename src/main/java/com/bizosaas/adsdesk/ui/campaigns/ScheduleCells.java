package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.ui.campaigns.CellEditing.Cell;
import com.bizosaas.adsdesk.ui.edit.ScheduleText;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Cells in which the start and the end of a schedule are typed, in the account's zone, which stands beside.
final class ScheduleCells {

    private static final double WIDTH = 248;

    private final InstantSource clock;

    ScheduleCells(InstantSource clock) {
        this.clock = clock;
    }

    Cell start(CampaignRow row, List<AdSet> adSets) {
        String obstacle = obstacle(row, adSets);
        if (!obstacle.isEmpty()) {
            return Cell.not(obstacle);
        }
        boolean begun = adSets.stream().anyMatch(adSet -> adSet.startTime() != null
                && !row.isNew() && adSet.startTime().isBefore(clock.instant()));
        if (begun) {
            return Cell.not("It has begun, and Meta moves no start that is past.");
        }
        ZoneId zone = row.frame().account().zone();
        Instant now = shared(adSets.stream().map(AdSet::startTime).toList(), row, Fields.START);
        Instant end = shared(adSets.stream().map(AdSet::endTime).toList(), row, Fields.END);
        return new Cell("", now == null ? "" : ScheduleText.text(now, zone), zone.getId(), WIDTH, text -> {
            String start = ScheduleText.read(text, zone, false);
            if (end != null && FieldValues.instant(start).filter(at -> at.isBefore(end)).isEmpty()) {
                throw new IllegalArgumentException("Start must be before the end, " + ScheduleText.text(end, zone)
                        + ". Move the end first.");
            }
            return Map.of(Fields.START, start);
        });
    }

    Cell end(CampaignRow row, List<AdSet> adSets) {
        String obstacle = obstacle(row, adSets);
        if (!obstacle.isEmpty()) {
            return Cell.not(obstacle);
        }
        ZoneId zone = row.frame().account().zone();
        Instant now = shared(adSets.stream().map(AdSet::endTime).toList(), row, Fields.END);
        Instant start = shared(adSets.stream().map(AdSet::startTime).toList(), row, Fields.START);
        boolean total = row.budgetField().equals(Fields.LIFETIME)
                || adSets.stream().map(AdSet::budget)
                        .anyMatch(budget -> budget != null && budget.kind() == Budget.Kind.LIFETIME);
        return new Cell("", now == null ? "" : ScheduleText.text(now, zone), zone.getId(), WIDTH, text -> {
            if (text.isEmpty() || text.equalsIgnoreCase("none")) {
                if (total) {
                    throw new IllegalArgumentException("A lifetime budget needs an end. Type a day.");
                }
                return Map.of(Fields.END, "");
            }
            String end = ScheduleText.read(text, zone, true);
            if (start != null && FieldValues.instant(end).filter(at -> at.isAfter(start)).isEmpty()) {
                throw new IllegalArgumentException("End must be after the start, " + ScheduleText.text(start, zone)
                        + ".");
            }
            return Map.of(Fields.END, end);
        });
    }

    private static String obstacle(CampaignRow row, List<AdSet> adSets) {
        return row.subject() instanceof Subject.OfAd
                ? "An ad runs as its ad set does: edit that."
                : adSets.isEmpty() ? "It has no ad set yet that could be scheduled." : "";
    }

    /// What the row's draft says, or what all its ad sets have; null for nothing, and where they differ.
    private static @Nullable Instant shared(List<@Nullable Instant> times, CampaignRow row, String field) {
        String drafted = row.drafted(field);
        if (drafted != null) {
            return FieldValues.instant(drafted).orElse(null);
        }
        return times.stream().distinct().count() == 1 ? times.getFirst() : null;
    }
}
