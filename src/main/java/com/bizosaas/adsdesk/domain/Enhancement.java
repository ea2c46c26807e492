package com.bizosaas.adsdesk.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What Facebook may change by itself in an ad. They are answered one by one, for the word for all of them is refused on
/// write (graph-api chapter 16, trap 37). Names as in the contract, `AdCreativeFeaturesSpec`.
public enum Enhancement {
    // @formatter:off
    IMAGE_TOUCHUPS("Image touch-ups"),
    IMAGE_BRIGHTNESS_AND_CONTRAST("Brightness and contrast"),
    IMAGE_TEMPLATES("Overlays and templates"),
    IMAGE_ANIMATION("Image animation"),
    IMAGE_UNCROP("Image expansion"),
    IMAGE_BACKGROUND_GEN("Generated backgrounds"),
    TEXT_OPTIMIZATIONS("Texts swap places"),
    TEXT_GENERATION("Generated texts"),
    ENHANCE_CTA("Button with key phrases"),
    INLINE_COMMENT("Comments shown"),
    MUSIC_GENERATION("Music");
    // @formatter:on

    private final String label;

    Enhancement(String label) {
        this.label = label;
    }

    /// Its name in the words of Ads Manager.
    public String label() {
        return label;
    }

    /// Its name at Facebook.
    public String feature() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Empty for one that is not offered here.
    public static Optional<Enhancement> of(String feature) {
        return Arrays.stream(values()).filter(one -> one.feature().equals(feature)).findFirst();
    }

    /// A set of them that does not change, in their order.
    public static Set<Enhancement> set(Collection<Enhancement> some) {
        EnumSet<Enhancement> set = EnumSet.noneOf(Enhancement.class);
        set.addAll(some);
        return Collections.unmodifiableSet(set);
    }

    /// Their names, such as "Image touch-ups, Music".
    public static String words(Set<Enhancement> some) {
        return some.stream().sorted().map(Enhancement::label).collect(Collectors.joining(", "));
    }
}
