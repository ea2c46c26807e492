package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.Draft.Action;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// Counts new objects for people: `1 campaign, 2 ad sets, 24 ads`.
public final class Made {

    private Made() {
    }

    /// What publishing the selected drafts would make; empty where it makes nothing.
    public static String by(Review review) {
        return words(review.items().stream()
                .filter(item -> item.action() == Action.ADD && item.selected() && item.publishable())
                .map(item -> item.key().level()).toList());
    }

    /// What a batch has made so far.
    public static String by(PublishBatch batch) {
        return words(batch.rows().stream().filter(row -> row.action() == Action.ADD && row.state().tookEffect())
                .map(row -> row.key().level()).toList());
    }

    private static String words(Collection<Level> levels) {
        List<String> words = new ArrayList<>();
        for (Level level : List.of(Level.CAMPAIGN, Level.AD_SET, Level.AD, Level.AUDIENCE)) {
            long count = levels.stream().filter(level::equals).count();
            if (count > 0) {
                words.add(count + " " + level.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + (count == 1 ? "" : "s"));
            }
        }
        return String.join(", ", words);
    }
}
