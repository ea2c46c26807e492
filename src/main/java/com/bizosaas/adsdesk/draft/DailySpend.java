package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the budgets of a campaign let it spend: per day now, and from today to the end of the month, in the account's days.
///
/// A budget counts while its campaign, an ad set and an ad in it are on and the schedule is open. A lifetime budget counts
/// as the same amount on each day of its schedule.
final class DailySpend {

    private static final String ON = "ACTIVE";

    private record Carrier(BigDecimal perDay, @Nullable Instant start, @Nullable Instant end) {

        boolean runs(Instant now) {
            return (start == null || !start.isAfter(now)) && (end == null || end.isAfter(now));
        }
    }

    private final Projection projection;
    private final boolean drafted;
    private final Instant now;

    /// @param drafted as it will be, not as it is
    DailySpend(Projection projection, boolean drafted, Instant now) {
        this.projection = projection;
        this.drafted = drafted;
        this.now = now;
    }

    Money perDay(String campaign) {
        return money(carriers(campaign).stream().filter(carrier -> carrier.runs(now)).map(Carrier::perDay)
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    Money toMonthEnd(String campaign) {
        ZoneId zone = projection.account().zone();
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate last = YearMonth.from(today).atEndOfMonth();
        BigDecimal sum = BigDecimal.ZERO;
        for (Carrier carrier : carriers(campaign)) {
            LocalDate from = carrier.start == null ? today : max(today, LocalDate.ofInstant(carrier.start, zone));
            LocalDate to = carrier.end == null
                    ? last
                    : min(last, LocalDate.ofInstant(carrier.end.minusSeconds(1), zone));
            long days = Math.max(0, ChronoUnit.DAYS.between(from, to) + 1);
            sum = sum.add(carrier.perDay.multiply(BigDecimal.valueOf(days)));
        }
        return money(sum);
    }

    private Money money(BigDecimal minor) {
        return Money.ofMinor(minor.setScale(0, RoundingMode.HALF_UP).longValueExact(), projection.account().currency());
    }

    private List<Carrier> carriers(String campaign) {
        Map<String, String> values = projection.values(Level.CAMPAIGN, campaign, drafted);
        List<Carrier> sets = new ArrayList<>();
        if (!ON.equals(values.get(Fields.STATUS))) {
            return sets;
        }
        List<Map<String, String>> delivering = new ArrayList<>();
        for (String adSet : projection.adSets(campaign)) {
            Map<String, String> set = projection.values(Level.AD_SET, adSet, drafted);
            if (ON.equals(set.get(Fields.STATUS)) && hasAds(adSet)) {
                delivering.add(set);
                sets.add(carrier(set, time(set, "start_time"), time(set, "end_time")));
            }
        }
        boolean own = !FieldValues.isAbsent(values.get(Fields.DAILY))
                || !FieldValues.isAbsent(values.get(Fields.LIFETIME));
        if (!own || delivering.isEmpty()) {
            return sets;
        }
        Instant start = delivering.stream().anyMatch(set -> time(set, "start_time") == null)
                ? null
                : delivering.stream().map(set -> time(set, "start_time")).filter(Objects::nonNull)
                        .min(Instant::compareTo).orElse(null);
        Instant end = delivering.stream().anyMatch(set -> time(set, "end_time") == null)
                ? null
                : delivering.stream().map(set -> time(set, "end_time")).filter(Objects::nonNull)
                        .max(Instant::compareTo).orElse(null);
        return List.of(carrier(values, start, end));
    }

    private boolean hasAds(String adSet) {
        return projection.ads(adSet).stream()
                .anyMatch(ad -> ON.equals(projection.values(Level.AD, ad, drafted).get(Fields.STATUS)));
    }

    private static Carrier carrier(Map<String, String> values, @Nullable Instant start, @Nullable Instant end) {
        long daily = FieldValues.amount(values.getOrDefault(Fields.DAILY, "")).orElse(0L);
        if (daily > 0) {
            return new Carrier(BigDecimal.valueOf(daily), start, end);
        }
        long lifetime = FieldValues.amount(values.getOrDefault(Fields.LIFETIME, "")).orElse(0L);
        if (lifetime == 0 || start == null || end == null || !end.isAfter(start)) {
            return new Carrier(BigDecimal.ZERO, start, end);
        }
        BigDecimal days = BigDecimal.valueOf(Math.max(1, (ChronoUnit.HOURS.between(start, end) + 23) / 24));
        return new Carrier(BigDecimal.valueOf(lifetime).divide(days, MathContext.DECIMAL64), start, end);
    }

    private static @Nullable Instant time(Map<String, String> values, String field) {
        return FieldValues.instant(values.getOrDefault(field, "")).orElse(null);
    }

    private static LocalDate max(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate min(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
