package com.bizosaas.adsdesk.ui.common;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.css.converter.PaintConverter;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/// Brings the theme's colours to what is drawn on a canvas, which style sheets do not reach. Add it, invisible and without
/// size, to the parent of the canvas; it tells when the theme changed.
public final class CanvasColours extends Region {

    /// A colour of the theme; the style sheet gives each its looked-up colour.
    public enum Token {
        SERIES_1,
        SERIES_2,
        SERIES_3,
        SERIES_4,
        SERIES_5,
        SERIES_PREVIOUS,
        HEAT_1,
        HEAT_2,
        HEAT_3,
        HEAT_4,
        HEAT_5,
        BAR,
        BAR_LAST,
        BAR_OFF,
        GRID,
        FG_DEFAULT,
        FG_MUTED,
        FG_SUBTLE,
        BG_DEFAULT,
        BG_CARD,
        BG_SUBTLE,
        ACCENT_SUBTLE,
        ACCENT_EMPHASIS,
        BETTER_FG,
        WORSE_FG;

        private String css() {
            return "-desk-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final Map<Token, CssMetaData<CanvasColours, Paint>> META = new EnumMap<>(Token.class);
    private static final List<CssMetaData<? extends Styleable, ?>> ALL;

    static {
        List<CssMetaData<? extends Styleable, ?>> all = new ArrayList<>(Region.getClassCssMetaData());
        for (Token token : Token.values()) {
            CssMetaData<CanvasColours, Paint> meta = new CssMetaData<>(token.css(), PaintConverter.getInstance(),
                    Color.GRAY) {
                @Override
                public boolean isSettable(CanvasColours owner) {
                    return true;
                }

                @Override
                public StyleableProperty<Paint> getStyleableProperty(CanvasColours owner) {
                    return owner.property(token);
                }
            };
            META.put(token, meta);
            all.add(meta);
        }
        ALL = List.copyOf(all);
    }

    private final Map<Token, StyleableObjectProperty<Paint>> values = new EnumMap<>(Token.class);
    private final Runnable changed;

    /// @param changed called on the FX thread when a colour changed: draw again
    public CanvasColours(Runnable changed) {
        this.changed = changed;
        getStyleClass().add("canvas-colours");
        setManaged(false);
        setMouseTransparent(true);
        resize(0, 0);
    }

    public Color get(Token token) {
        return property(token).get() instanceof Color color ? color : Color.GRAY;
    }

    private StyleableObjectProperty<Paint> property(Token token) {
        return values.computeIfAbsent(token, this::create);
    }

    private StyleableObjectProperty<Paint> create(Token token) {
        return new StyleableObjectProperty<>(Color.GRAY) {
            @Override
            protected void invalidated() {
                changed.run();
            }

            @Override
            public Object getBean() {
                return CanvasColours.this;
            }

            @Override
            public String getName() {
                return token.css();
            }

            @Override
            public CssMetaData<CanvasColours, Paint> getCssMetaData() {
                return java.util.Objects.requireNonNull(META.get(token));
            }
        };
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return ALL;
    }
}
