package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Delivery;
import com.bizosaas.adsdesk.domain.Level;
import org.jspecify.annotations.Nullable;

/// How the operator wants to see the rows.
///
/// @param text looked for in names and ids
/// @param descending of the sort column
/// @param then what orders rows that the sort column finds equal, null for nothing
record View(Shape shape, Quick quick, String text, Column sort, boolean descending, @Nullable Then then, Filter filter,
        Layout layout) {

    static final View FIRST = new View(Shape.TREE, Quick.ALL, "", Column.SPEND, true, null, Filter.NONE,
            Layout.FIRST);

    /// The second key of a sort.
    record Then(Column column, boolean descending) {
    }

    /// A tree, or one level flat.
    enum Shape {
        TREE("Tree", Level.CAMPAIGN),
        CAMPAIGNS("Campaigns", Level.CAMPAIGN),
        AD_SETS("Ad sets", Level.AD_SET),
        ADS(
                "Ads", Level.AD);

        private final String label;
        private final Level top;

        Shape(String label, Level top) {
            this.label = label;
            this.top = top;
        }

        String label() {
            return label;
        }

        /// The level of the lines that are not below another.
        Level top() {
            return top;
        }
    }

    /// Ready-made filters. What is archived shows on demand only.
    enum Quick {
        ALL("All"),
        DELIVERING("Delivering"),
        NEEDS_LOOK("Has issues"),
        PAUSED("Paused"),
        CHANGED("Changed by us"),
        COMMENTED("Commented"),
        ARCHIVED("Archived");

        private final String label;

        Quick(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        /// Whether nothing below a row counts that does not pass itself: what is under an archived campaign is not live,
        /// and what is under one that does not deliver does not deliver either.
        boolean gates() {
            return this == ALL || this == DELIVERING;
        }

        /// @param changed whether this desk changed the object
        /// @param refused whether Meta refused its last switch
        /// @param commented whether somebody wrote about it
        boolean takes(Delivery.State state, boolean changed, boolean refused, boolean commented) {
            boolean archived = state == Delivery.State.ARCHIVED || state == Delivery.State.DELETED;
            return switch (this) {
                case ALL -> !archived;
                case DELIVERING -> state.delivers();
                case NEEDS_LOOK -> state.needsLook() || refused;
                case PAUSED -> state == Delivery.State.PAUSED;
                case CHANGED -> changed && !archived;
                case COMMENTED -> commented;
                case ARCHIVED -> archived;
            };
        }
    }

    View {
        text = text.strip();
    }

    View shaped(Shape other) {
        return new View(other, quick, text, sort, descending, then, filter, layout);
    }

    View quick(Quick other) {
        return new View(shape, other, text, sort, descending, then, filter, layout);
    }

    View text(String other) {
        return new View(shape, quick, other, sort, descending, then, filter, layout);
    }

    View sorted(Column column, boolean down) {
        return new View(shape, quick, text, column, down, null, filter, layout);
    }

    /// Rows that the sort column finds equal are ordered by another.
    View thenSorted(Column column, boolean down) {
        return new View(shape, quick, text, sort, descending, new Then(column, down), filter, layout);
    }

    View filtered(Filter other) {
        return new View(shape, quick, text, sort, descending, then, other, layout);
    }

    View laidOut(Layout other) {
        return new View(shape, quick, text, sort, descending, then, filter, other);
    }

    /// Whether a search or filter hides anything but the archive.
    boolean narrows() {
        return quick != Quick.ALL || !text.isEmpty() || !filter.isEmpty();
    }

}
