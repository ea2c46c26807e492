package com.bizosaas.adsdesk.ui.palette;

import com.bizosaas.adsdesk.ui.palette.Hit.Group;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/// Finds the best hits of each group. Pure and quick enough for a key press over all campaigns of a desk, but not for the FX
/// thread.
final class Finder {

    private static final int MOST = 6;
    private static final int ALONE = 60;
    private static final int RECENT = 5;

    /// A hit with what it is worth.
    private record Found(Hit hit, int score, int place) {
    }

    /// Worst first.
    private static final Comparator<Found> WORTH = Comparator.comparingInt(Found::score)
            .thenComparing(Comparator.comparingInt(Found::place).reversed());

    private Finder() {
    }

    /// @param hits all there are, each group in its own order
    /// @param recent ids of what was used, the last first
    /// @param within which of the hits count
    static List<Hit> find(List<Hit> hits, Question question, List<String> recent, Predicate<Hit> within) {
        Map<String, Integer> used = new HashMap<>();
        for (int i = 0; i < recent.size(); i++) {
            used.put(recent.get(i), i);
        }
        int most = question.groups().size() == 1 ? ALONE : MOST;
        Map<Group, PriorityQueue<Found>> best = new EnumMap<>(Group.class);
        Map<Integer, Hit> before = new java.util.TreeMap<>();
        boolean all = question.words().isEmpty();
        for (int place = 0; place < hits.size(); place++) {
            Hit hit = hits.get(place);
            if (!question.groups().contains(hit.group()) || !within.test(hit)) {
                continue;
            }
            Integer usedAt = used.isEmpty() ? null : used.get(hit.id());
            int score = score(question.words(), hit);
            if (score == 0) {
                continue;
            }
            if (usedAt != null) {
                if (all) {
                    before.put(usedAt, hit);
                    continue;
                }
                score += 150 - usedAt;
            }
            PriorityQueue<Found> queue = best.computeIfAbsent(hit.group(), _ -> new PriorityQueue<>(WORTH));
            queue.add(new Found(hit, score, place));
            if (queue.size() > most) {
                queue.remove();
            }
        }
        List<Hit> found = new ArrayList<>();
        before.values().stream().limit(RECENT).forEach(hit -> found.add(hit.in(Group.RECENT)));
        best.values().forEach(queue -> queue.stream().sorted(WORTH.reversed()).map(Found::hit).forEach(found::add));
        return found;
    }

    /// A match in the detail is worth less than any in the name.
    private static int score(Fuzzy words, Hit hit) {
        int score = words.score(hit.folded());
        if (score >= 120 || words.isEmpty() || hit.detail().isEmpty()) {
            return score;
        }
        int detail = words.score(Fuzzy.folded(hit.detail()));
        return detail >= 200 ? Math.max(score, detail / 4) : score;
    }
}
