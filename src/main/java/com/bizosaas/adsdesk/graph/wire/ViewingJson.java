package com.bizosaas.adsdesk.graph.wire;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.metrics.Viewing;
import com.bizosaas.adsdesk.domain.metrics.ViewingFact;
import org.jspecify.annotations.Nullable;

/// Reach and video plays over a whole range (graph-api chapter 05): a few fields, asked for when somebody looks at them.
public final class ViewingJson {

    private static final String THRUPLAYS = "video_thruplay_watched_actions";

    public static final String FIELDS = "impressions,reach," + THRUPLAYS + "," + part(25) + "," + part(50) + ","
            + part(75) + "," + part(95) + "," + part(100);

    private ViewingJson() {
    }

    /// Rows without a usable id say nothing.
    public static RowReader<ViewingFact> rows(Level level) {
        return RowReader.of("viewing", row -> fact(row, level));
    }

    private static @Nullable ViewingFact fact(WireObject row, Level level) {
        String id = InsightJson.objectId(row.text(InsightJson.idField(level)), level);
        return id == null
                ? null
                : new ViewingFact(id, new Viewing(row.count("impressions"),
                        row.has("reach") ? Long.valueOf(row.count("reach")) : null, plays(row, THRUPLAYS),
                        plays(row, part(25)), plays(row, part(50)), plays(row, part(75)), plays(row, part(95)),
                        plays(row, part(100))));
    }

    private static String part(int percent) {
        return "video_p" + percent + "_watched_actions";
    }

    private static long plays(WireObject row, String field) {
        return row.list(field).stream().mapToLong(action -> action.count("value")).sum();
    }
}
