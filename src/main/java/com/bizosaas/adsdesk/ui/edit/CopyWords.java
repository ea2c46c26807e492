package com.bizosaas.adsdesk.ui.edit;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.service.DraftService.NewObject;
import java.util.ArrayList;
import java.util.List;

/// How many objects copies make.
final class CopyWords {

    private CopyWords() {
    }

    /// "Makes 1 campaign, 3 ad sets and 9 ads".
    static String counted(List<NewObject> copies) {
        List<String> counts = new ArrayList<>();
        count(copies, Level.CAMPAIGN, "campaign", counts);
        count(copies, Level.AD_SET, "ad set", counts);
        count(copies, Level.AD, "ad", counts);
        if (counts.isEmpty()) {
            return "Makes nothing";
        }
        String last = counts.removeLast();
        return "Makes " + (counts.isEmpty() ? last : String.join(", ", counts) + " and " + last);
    }

    private static void count(List<NewObject> copies, Level level, String one, List<String> counts) {
        long count = copies.stream().filter(copy -> copy.level() == level).count();
        if (count > 0) {
            counts.add(count + " " + one + (count == 1 ? "" : "s"));
        }
    }
}
