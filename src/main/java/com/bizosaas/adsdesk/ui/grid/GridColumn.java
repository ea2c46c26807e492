package com.bizosaas.adsdesk.ui.grid;

import java.util.function.Supplier;

/// A column of a [Grid].
///
/// @param id for style sheets and tests; the head's node is `#column-` and this
/// @param title in the head; empty for a column that needs none
/// @param meaning the sentence behind the head
/// @param figures whether values are figures, which stand on the right and sort the largest first
/// @param movable whether it can be dragged to another place
public record GridColumn<R>(String id, String title, String meaning, boolean figures, boolean sortable,
        boolean movable, Supplier<? extends GridCell<R>> cells) {
}
