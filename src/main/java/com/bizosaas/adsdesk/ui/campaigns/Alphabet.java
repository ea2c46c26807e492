package com.bizosaas.adsdesk.ui.campaigns;

import java.text.CollationKey;
import java.text.Collator;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Puts words into the order of the reader's alphabet. A word's place costs a hundred times what comparing two places
/// does, so the keys of words that were asked for are kept, unless there are very many. Any thread, one at a time.
final class Alphabet {

    /// Words whose keys are kept: some 15 MB of them.
    static final int MOST = 60_000;

    private final Collator collator = Collator.getInstance(Locale.getDefault(Locale.Category.DISPLAY));
    private Map<String, CollationKey> known = Map.of();

    /// The place of each word among all of them; the same for words that are equal to a reader, NaN for an empty one.
    synchronized double[] places(String[] words) {
        Map<String, CollationKey> keys = HashMap.newHashMap(words.length);
        for (String word : words) {
            keys.computeIfAbsent(word, this::key);
        }
        CollationKey[] sorted = keys.values().toArray(new CollationKey[0]);
        Arrays.sort(sorted);
        Map<String, Double> places = HashMap.newHashMap(sorted.length);
        double place = 0;
        for (int i = 0; i < sorted.length; i++) {
            place = i > 0 && sorted[i].compareTo(sorted[i - 1]) == 0 ? place : i;
            String word = sorted[i].getSourceString();
            places.put(word, word.isEmpty() ? Double.NaN : place);
        }
        known = keys.size() > MOST ? known : keys;
        return Arrays.stream(words).mapToDouble(word -> places.getOrDefault(word, Double.NaN)).toArray();
    }

    private CollationKey key(String word) {
        CollationKey before = known.get(word);
        return before == null ? collator.getCollationKey(word) : before;
    }
}
