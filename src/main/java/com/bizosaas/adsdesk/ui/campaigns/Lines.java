package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.ui.grid.GridRows;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The lines of the table: numbers of rows, top level first, with what is below the rows that are open. Making them
/// costs a copy of the numbers. FX thread only.
final class Lines implements GridRows<CampaignRow> {

    static final Lines NONE = new Lines(Sheet.EMPTY, new RowMaker(Sheet.EMPTY, Switches.NONE, java.util.Map.of(),
            new com.bizosaas.adsdesk.ui.common.Formats(java.util.Locale.ROOT)), new int[0], null, new BitSet());

    private final Sheet sheet;
    private final RowMaker maker;
    private final @Nullable Branches branches;
    private final int[] rows;
    private int @Nullable [] places;

    Lines(Sheet sheet, RowMaker maker, int[] top, @Nullable Branches branches, BitSet open) {
        this.sheet = sheet;
        this.maker = maker;
        this.branches = branches;
        this.rows = branches == null || open.isEmpty() ? top : opened(top, branches, open);
    }

    private static int[] opened(int[] top, Branches branches, BitSet open) {
        int[] lines = new int[top.length + 64];
        int size = 0;
        for (int row : top) {
            lines = put(lines, size++, row);
            if (open.get(row)) {
                for (int child : branches.below(row)) {
                    lines = put(lines, size++, child);
                    if (open.get(child)) {
                        for (int grandchild : branches.below(child)) {
                            lines = put(lines, size++, grandchild);
                        }
                    }
                }
            }
        }
        return Arrays.copyOf(lines, size);
    }

    private static int[] put(int[] lines, int at, int row) {
        int[] roomy = at < lines.length ? lines : Arrays.copyOf(lines, lines.length * 2);
        roomy[at] = row;
        return roomy;
    }

    @Override
    public int size() {
        return rows.length;
    }

    @Override
    public CampaignRow row(int line) {
        return maker.row(rows[line]);
    }

    @Override
    public int number(int line) {
        return rows[line];
    }

    @Override
    public int line(int number) {
        int[] known = places;
        if (known == null) {
            known = new int[sheet.size()];
            for (int line = 0; line < rows.length; line++) {
                known[rows[line]] = line + 1;
            }
            places = known;
        }
        return number < 0 || number >= known.length ? -1 : known[number] - 1;
    }

    /// All rows that are shown, in order; each is made, so not for painting.
    Stream<CampaignRow> all() {
        return Arrays.stream(rows).mapToObj(maker::row);
    }

    Sheet sheet() {
        return sheet;
    }

    CampaignRow rowOf(int number) {
        return maker.row(number);
    }

    boolean canOpen(int number) {
        return branches != null && branches.any(number);
    }
}
