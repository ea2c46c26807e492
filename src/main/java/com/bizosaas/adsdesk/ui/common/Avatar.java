package com.bizosaas.adsdesk.ui.common;

import com.bizosaas.adsdesk.domain.Tenant;
import java.text.BreakIterator;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A tenant's initials on its colour, with an optional health mark at the corner.
public final class Avatar extends StackPane {

    /// 28, 20 and 16 pixels.
    public enum Size {
        NORMAL, SMALL, TINY
    }

    private final Label initials = new Label();
    private final Region mark = new Region();

    public Avatar(Size size) {
        getStyleClass().add("avatar");
        if (size != Size.NORMAL) {
            getStyleClass().add(size == Size.SMALL ? "small" : "tiny");
        }
        setAlignment(mark, Pos.BOTTOM_RIGHT);
        mark.setVisible(false);
        getChildren().addAll(initials, mark);
    }

    public static Avatar of(Tenant tenant, Size size) {
        Avatar avatar = new Avatar(size);
        avatar.show(tenant, null);
        return avatar;
    }

    public void show(Tenant tenant, @Nullable Health health) {
        initials.setText(initials(tenant.name()));
        getStyleClass().removeIf(style -> style.matches("c[0-7]"));
        getStyleClass().add("c" + tenant.colour());
        mark.setVisible(health != null);
        if (health != null) {
            mark.getStyleClass().setAll("health", health.styleClass());
        }
    }

    /// Two letters for scripts with capitals, one sign for all others.
    static String initials(String name) {
        String[] words = name.strip().split("[\\s&·.,–—-]+");
        String first = firstSign(words[0].isEmpty() && words.length > 1 ? words[1] : words[0]);
        if (first.isEmpty() || !Character.isUpperCase(first.toUpperCase(Locale.ROOT).codePointAt(0))) {
            return first;
        }
        String second = words.length > 1 ? firstSign(words[1]) : secondSign(words[0]);
        return (first + second).toUpperCase(Locale.ROOT);
    }

    private static String firstSign(String word) {
        BreakIterator signs = BreakIterator.getCharacterInstance(Locale.ROOT);
        signs.setText(word);
        int end = signs.next();
        return end == BreakIterator.DONE ? "" : word.substring(0, end);
    }

    private static String secondSign(String word) {
        return firstSign(word.substring(firstSign(word).length()));
    }
}
