package com.bizosaas.adsdesk.ui.campaigns;

import java.util.BitSet;

/// The names of an account's rows one after another, folded for a search at every key: one pass over the characters
/// instead of a visit to each name.
final class NameIndex {

    /// Between two names; a search field has one line.
    private static final char BETWEEN = '\n';

    private final String names;
    /// By row, where its name ends.
    private final int[] ends;

    NameIndex(Part part) {
        StringBuilder all = new StringBuilder(part.size() * 32);
        ends = new int[part.size()];
        for (int row = 0; row < ends.length; row++) {
            TextSearch.fold(part.name(row), all);
            ends[row] = all.length();
            all.append(BETWEEN);
        }
        names = all.toString();
    }

    /// Marks the rows whose name contains some text.
    ///
    /// @param folded not empty, as [TextSearch#fold] makes it
    /// @param first the number of the first row
    void find(String folded, BitSet found, int first) {
        int row = 0;
        for (int at = names.indexOf(folded); at >= 0 && row < ends.length; at = names.indexOf(folded, ends[row - 1])) {
            while (ends[row] < at) {
                row++;
            }
            found.set(first + row++);
        }
    }
}
