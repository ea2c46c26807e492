package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.draft.NewCreative.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One ad for each image and headline, in each ad set: what is shown as the count is what is created. There is always at
/// least one of each, if only an empty one.
///
/// Texts are not multiplied. They alternate along images and headlines, so that every image and every headline runs with
/// every text: the ad of image i and headline h has text (i + h) modulo their number, each counted from 0.
///
/// The mix is nowhere but in the ads' drafts: [#of] reads it out of them, [#creative] writes it.
///
/// @param shared what all ads have alike; its image, texts and place mean nothing
/// @param images in their order, a number for each that no other gets
/// @param headlines the same
/// @param names the pattern of the ads' names
public record AdMix(NewCreative shared, List<Part> images, List<Part> headlines, List<String> texts, String names) {

    /// An image or a headline.
    ///
    /// @param number tells it from others of its kind for as long as the mix lives
    /// @param value an image's hash as in [NewCreative], or the headline
    /// @param label an image's file name, empty for a headline
    public record Part(int number, String value, String label) {

        Part with(String other, String otherLabel) {
            return new Part(number, other, otherLabel);
        }
    }

    /// Where an ad stands.
    public record Cross(int image, int headline) {
    }

    /// More ads than these in an ad set are refused by Facebook (graph-api chapter 04, "Limits").
    public static final int MOST_PER_AD_SET = 50;

    public AdMix {
        images = List.copyOf(images);
        headlines = List.copyOf(headlines);
        texts = List.copyOf(texts);
        if (images.isEmpty() || headlines.isEmpty() || texts.isEmpty()) {
            throw new IllegalArgumentException("A mix has one of each at least");
        }
    }

    /// A mix of one ad.
    public static AdMix single(NewCreative creative, String names) {
        return new AdMix(creative, List.of(new Part(1, creative.image(), creative.imageName())),
                List.of(new Part(1, creative.headline(), "")), List.of(creative.text()), names);
    }

    /// The mix that drafted ads make up.
    ///
    /// @param creatives values of `creative`
    /// @return empty where none of them is of a mix
    public static Optional<AdMix> of(Collection<String> creatives) {
        Map<Integer, Part> images = new TreeMap<>();
        Map<Integer, Part> headlines = new TreeMap<>();
        NewCreative shared = null;
        for (String creative : creatives) {
            NewCreative one = NewCreative.of(creative).orElse(null);
            Place place = one == null ? null : one.mix();
            if (one != null && place != null) {
                shared = shared == null ? one : shared;
                images.putIfAbsent(place.image(), new Part(place.image(), one.image(), one.imageName()));
                headlines.putIfAbsent(place.headline(), new Part(place.headline(), one.headline(), ""));
            }
        }
        Place first = shared == null ? null : shared.mix();
        return shared == null || first == null
                ? Optional.empty()
                : Optional.of(new AdMix(shared, List.copyOf(images.values()), List.copyOf(headlines.values()),
                        first.texts().isEmpty() ? List.of(shared.text()) : first.texts(), first.names()));
    }

    /// How many ads each ad set gets.
    public int size() {
        return images.size() * headlines.size();
    }

    /// Where the ads of an ad set stand, image by image.
    public List<Cross> crosses() {
        List<Cross> all = new ArrayList<>();
        images.forEach(image -> headlines.forEach(headline -> all.add(new Cross(image.number, headline.number))));
        return all;
    }

    /// Where a drafted ad stands, empty for one that is of no mix.
    public static Optional<Cross> cross(String creative) {
        return NewCreative.of(creative).map(NewCreative::mix).map(place -> new Cross(place.image(), place.headline()));
    }

    /// The creative of an ad.
    public NewCreative creative(Cross cross) {
        int image = index(images, cross.image);
        int headline = index(headlines, cross.headline);
        return shared.withImage(images.get(image).value, images.get(image).label)
                .withTexts(texts.get((image + headline) % texts.size()), headlines.get(headline).value)
                .at(new Place(cross.image, cross.headline, texts, names));
    }

    private static int index(List<Part> parts, int number) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).number == number) {
                return i;
            }
        }
        throw new IllegalArgumentException("The mix has no such part: " + number);
    }

    public AdMix withShared(NewCreative other) {
        return new AdMix(other, images, headlines, texts, names);
    }

    public AdMix named(String pattern) {
        return new AdMix(shared, images, headlines, texts, pattern);
    }

    public AdMix withTexts(List<String> others) {
        return new AdMix(shared, images, headlines, others, names);
    }

    /// With one more image; the first one takes the place of an empty one. One that is there already is not taken twice.
    public AdMix withImage(String hash, String label) {
        if (images.stream().anyMatch(one -> one.value.equals(hash))) {
            return this;
        }
        if (images.size() == 1 && images.getFirst().value.isEmpty()) {
            return new AdMix(shared, List.of(images.getFirst().with(hash, label)), headlines, texts, names);
        }
        return new AdMix(shared, more(images, hash, label), headlines, texts, names);
    }

    /// Without an image; the last one leaves an empty place.
    public AdMix withoutImage(int number) {
        return new AdMix(shared, less(images, number), headlines, texts, names);
    }

    public AdMix withHeadline(String headline) {
        return new AdMix(shared, images, more(headlines, headline, ""), texts, names);
    }

    public AdMix withHeadline(int number, String headline) {
        return new AdMix(shared, images, headlines.stream()
                .map(one -> one.number == number ? one.with(headline, "") : one).toList(), texts, names);
    }

    public AdMix withoutHeadline(int number) {
        return new AdMix(shared, images, less(headlines, number), texts, names);
    }

    private static List<Part> more(List<Part> parts, String value, String label) {
        List<Part> all = new ArrayList<>(parts);
        all.add(new Part(parts.stream().mapToInt(Part::number).max().orElse(0) + 1, value, label));
        return all;
    }

    private static List<Part> less(List<Part> parts, int number) {
        if (parts.size() == 1) {
            return parts.stream().map(one -> one.number == number ? one.with("", "") : one).toList();
        }
        return parts.stream().filter(one -> one.number != number).toList();
    }
}
