package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Level;
import java.util.EnumMap;
import java.util.Map;

/// The columns each level was last seen with, so that choosing them for ads leaves those of campaigns alone. A tree has
/// those of campaigns. FX thread only.
final class LevelLayouts {

    private final Map<Level, Layout> left = new EnumMap<>(Level.class);

    /// The same view on another level, with that level's columns.
    View shaped(View view, View.Shape shape) {
        Level from = view.shape().top();
        Level to = shape.top();
        if (from == to) {
            return view.shaped(shape);
        }
        left.put(from, view.layout());
        Layout known = left.get(to);
        return view.shaped(shape).laidOut(known == null ? view.layout().on(from, to) : known);
    }
}
