package com.bizosaas.adsdesk.ui.campaigns;

/// What is shown below a row, after search and filter, in the order of the table.
final class Branches {

    /// How much of what is below a row is shown.
    static final byte NOTHING = 0;
    static final byte MATCHES = 1;
    static final byte WHOLE = 2;

    private final Sheet sheet;
    private final byte[] kept;
    private final boolean archive;
    private final Order order;

    /// @param kept by row: whether it stays, and with what below it
    /// @param archive whether archived rows are shown too
    Branches(Sheet sheet, byte[] kept, boolean archive, Order order) {
        this.sheet = sheet;
        this.kept = kept;
        this.archive = archive;
        this.order = order;
    }

    int[] below(int row) {
        return order.sort(unordered(row));
    }

    int[] unordered(int row) {
        Part part = sheet.part(row);
        int local = sheet.local(row);
        int first = part.firstChild(local);
        int end = part.endOfChildren(local);
        int[] children = new int[Math.max(0, end - first)];
        int count = 0;
        boolean whole = whole(row, part, local);
        for (int child = first; child < end; child++) {
            if (shown(part, child, row, whole)) {
                children[count++] = sheet.global(row, child);
            }
        }
        return java.util.Arrays.copyOf(children, count);
    }

    /// Whether everything below a row is shown that is not archived, so that it need not be looked at.
    boolean live(int row) {
        return kept[row] == WHOLE && !archive;
    }

    boolean any(int row) {
        return count(row) > 0;
    }

    int count(int row) {
        Part part = sheet.part(row);
        int local = sheet.local(row);
        boolean whole = whole(row, part, local);
        int count = 0;
        for (int child = part.firstChild(local); child < part.endOfChildren(local); child++) {
            if (shown(part, child, row, whole)) {
                count++;
            }
        }
        return count;
    }

    private boolean shown(Part part, int child, int row, boolean whole) {
        return whole ? archive || !part.archived(child) : kept[sheet.global(row, child)] != NOTHING;
    }

    /// What is below a row that is shown whole, is shown whole.
    private boolean whole(int row, Part part, int local) {
        int parent = part.parent(local);
        return kept[row] == WHOLE || parent >= 0 && whole(sheet.global(row, parent), part, parent);
    }
}
