package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Delivery;
import java.util.Locale;

/// How the operator wants to see the rows.
///
/// @param text looked for in names and ids
/// @param descending of the sort column
record View(Shape shape, Quick quick, String text, Column sort, boolean descending) {

    static final View FIRST = new View(Shape.TREE, Quick.ALL, "", Column.SPEND, true);

    /// A tree, or one level flat.
    enum Shape {
        TREE("Tree"), CAMPAIGNS("Campaigns"), AD_SETS("Ad sets"), ADS("Ads");

        private final String label;

        Shape(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /// Filters by delivery. What is archived shows on demand only.
    enum Quick {
        ALL("All"), DELIVERING("Delivering"), NEEDS_LOOK("Has issues"), PAUSED("Paused"), ARCHIVED("Archived");

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

        /// Whether the row or, where that counts, anything below it passes.
        boolean finds(CampaignRow row) {
            return takes(row) || !gates() && row.children().stream().anyMatch(this::finds);
        }

        boolean takes(CampaignRow row) {
            Delivery.State state = row.delivery().state();
            return switch (this) {
                case ALL -> !row.archived();
                case DELIVERING -> state.delivers();
                case NEEDS_LOOK -> state.needsLook() || row.refused() != null;
                case PAUSED -> state == Delivery.State.PAUSED;
                case ARCHIVED -> row.archived();
            };
        }
    }

    View {
        text = text.strip();
    }

    View shaped(Shape other) {
        return new View(other, quick, text, sort, descending);
    }

    View quick(Quick other) {
        return new View(shape, other, text, sort, descending);
    }

    View text(String other) {
        return new View(shape, quick, other, sort, descending);
    }

    View sorted(Column column, boolean down) {
        return new View(shape, quick, text, column, down);
    }

    /// Whether a search or filter hides anything but the archive.
    boolean narrows() {
        return quick != Quick.ALL || !text.isEmpty();
    }

    boolean takes(CampaignRow row) {
        return quick.takes(row) && (text.isEmpty() || row.name().toLowerCase(Locale.ROOT)
                .contains(text.toLowerCase(Locale.ROOT)) || row.key().id().value().contains(text));
    }
}
