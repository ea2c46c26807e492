package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.graph.wire.ViewingJson;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.metrics.Breakdown;
import com.bizosaas.adsdesk.graph.wire.InsightJson;
import com.bizosaas.adsdesk.graph.wire.StrictJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A question to insights (graph-api chapter 05).
///
/// @param viewing whether reach and video plays are asked for, and nothing else
/// @param daily one row per object and day, else one per object
/// @param breakdown null for none
/// @param within the objects whose rows are asked for, null for all
record InsightQuery(AdAccountId account, Level level, DateRange range, boolean daily, @Nullable Breakdown breakdown,
        @Nullable Within within, boolean viewing) {

    InsightQuery(AdAccountId account, Level level, DateRange range, boolean daily, @Nullable Breakdown breakdown,
            @Nullable Within within) {
        this(account, level, range, daily, breakdown, within, false);
    }

    /// About five kilobytes; addresses of eight are refused (graph-api chapter 14).
    private static final int IDS_IN_AN_ADDRESS = 180;

    /// Some objects of a level at or above the question's.
    record Within(Level level, List<String> ids) {

        Within {
            ids = List.copyOf(ids);
        }
    }

    Map<String, String> parameters() {
        if (viewing) {
            return about(level, InsightJson.idField(level) + "," + ViewingJson.FIELDS);
        }
        String reach = daily || breakdown != null ? "" : ",reach";
        Map<String, String> parameters = about(level, InsightJson.idField(level) + "," + InsightJson.FACTS + reach);
        if (daily) {
            parameters.put("time_increment", "1");
        }
        if (breakdown != null) {
            parameters.put("breakdowns", String.join(",", breakdown.columns()));
        }
        return parameters;
    }

    /// Asks which objects of a level delivered, and nothing about them.
    Map<String, String> objects(Level listed) {
        return about(listed, InsightJson.idField(listed));
    }

    private Map<String, String> about(Level asked, String fields) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("level", asked.graphName());
        parameters.put("fields", fields);
        Map<String, String> days = new LinkedHashMap<>();
        days.put("since", range.since().toString());
        days.put("until", range.until().toString());
        parameters.put("time_range", StrictJson.write(days));
        if (within != null) {
            Map<String, Object> filter = new LinkedHashMap<>();
            filter.put("field", within.level.graphName() + ".id");
            filter.put("operator", "IN");
            filter.put("value", within.ids);
            parameters.put("filtering", StrictJson.write(List.of(filter)));
        }
        return parameters;
    }

    /// Tells it from every other question of the account.
    String key() {
        try {
            byte[] text = new TreeMap<>(parameters()).toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }

    /// About how many rows the answer has, if everything delivered every day.
    long expectedRows(AccountMemory memory) {
        long objects = memory.objects(account, level);
        if (within != null) {
            long named = Math.max(1, memory.objects(account, within.level));
            objects = Math.max(1, objects * within.ids.size() / named);
        }
        return daily ? objects * range.days() : objects;
    }

    /// Days add up; a row over a range does not come of parts of it.
    boolean hasMoreDays() {
        return daily && range.days() > 1;
    }

    /// The level by whose objects the question can be cut into smaller ones, null if by none: rows of an object do not
    /// depend on what else is asked for.
    @Nullable
    Level cutBy() {
        if (breakdown != null || level == Level.ACCOUNT) {
            return null;
        }
        if (within == null) {
            return Level.CAMPAIGN;
        }
        if (within.ids.size() > 1) {
            return within.level;
        }
        return within.level.compareTo(level) < 0 ? Level.values()[within.level.ordinal() + 1] : null;
    }

    /// Stretches of days, as equal as can be.
    List<InsightQuery> byDays(long parts) {
        long most = Math.min(Math.max(1, parts), range.days());
        List<InsightQuery> cut = new ArrayList<>();
        LocalDate since = range.since();
        for (long part = 1; part <= most; part++) {
            LocalDate next = range.since().plusDays((range.days() * part + most - 1) / most);
            cut.add(new InsightQuery(account, level, new DateRange(since, next.minusDays(1)), daily, breakdown,
                    within, viewing));
            since = next;
        }
        return cut;
    }

    List<InsightQuery> halves() {
        return byDays(2);
    }

    /// The same question about some objects each: at least two parts, none with more ids than an address holds.
    List<InsightQuery> byObjects(Level cutBy, List<String> ids) {
        int most = Math.min(IDS_IN_AN_ADDRESS, (ids.size() + 1) / 2);
        List<InsightQuery> cut = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += most) {
            cut.add(of(cutBy, ids.subList(from, Math.min(ids.size(), from + most))));
        }
        return cut;
    }

    private InsightQuery of(Level cutBy, List<String> ids) {
        return new InsightQuery(account, level, range, daily, breakdown, new Within(cutBy, ids), viewing);
    }
}
