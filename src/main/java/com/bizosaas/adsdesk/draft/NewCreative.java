package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.Enhancement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A creative that is made with its ad: a picture with a link (graph-api chapter 08, "object_story_spec"). It is kept in the
/// ad's field `creative` as Facebook takes it, with what only the desk needs under [#DESK], which never leaves.
///
/// @param page who speaks, empty while nobody was chosen
/// @param instagram id of the Instagram account, [#AS_PAGE] for the Page itself, empty while that was not answered
/// @param link where a tap leads
/// @param text above the picture (`message`)
/// @param headline below it (`name`)
/// @param description below the headline
/// @param image hash of an image of the ad account, or [#KEPT] and the SHA-256 of one that is kept on this computer until it
///        is published; empty for none
/// @param imageName its file's name
/// @param button Facebook's word for the call to action
/// @param enhancements what Facebook may change by itself; all others are off
/// @param mix its place in a mix, null for one that stands for itself
public record NewCreative(String page, String instagram, String link, String text, String headline, String description,
        String image, String imageName, String button, Set<Enhancement> enhancements,
        @Nullable Place mix) {

    /// The choice that the Page speaks at Instagram too.
    public static final String AS_PAGE = "page";
    /// Begins the name of an image that Facebook does not have yet.
    public static final String KEPT = "sha256:";
    /// What only the desk needs.
    public static final String DESK = "desk";
    public static final NewCreative EMPTY = new NewCreative("", "", "", "", "", "", "", "", "LEARN_MORE",
            Set.of(), null);

    private static final Pattern HASH = Pattern.compile(KEPT + "[0-9a-f]{64}");

    public NewCreative {
        enhancements = Enhancement.set(enhancements);
    }

    /// Where a creative stands in a mix of images and headlines.
    ///
    /// @param image number of its image, not used again for another one of the mix
    /// @param headline the same for its headline
    /// @param texts all texts of the mix, those without an ad included
    /// @param names the pattern of the ads' names
    public record Place(int image, int headline, List<String> texts, String names) {

        public Place {
            texts = List.copyOf(texts);
        }
    }

    /// Whether an image is kept on this computer and not at Facebook yet.
    public static boolean isKept(String image) {
        return HASH.matcher(image).matches();
    }

    /// The SHA-256 of a kept image.
    public static String sha256(String image) {
        return image.substring(KEPT.length());
    }

    /// Empty where the value names a creative that exists, or describes one of another kind.
    public static Optional<NewCreative> of(String creative) {
        JsonNode tree = Trees.read(creative);
        JsonNode story = tree.path("object_story_spec");
        JsonNode link = story.path("link_data");
        JsonNode desk = tree.path(DESK);
        if (!desk.isObject() || link.has("child_attachments")) {
            return Optional.empty();
        }
        return Optional.of(new NewCreative(story.path("page_id").asString(""),
                story.path("instagram_user_id").asString(desk.path("instagram").asString("")),
                link.path("link").asString(""), link.path("message").asString(""), link.path("name").asString(""),
                link.path("description").asString(""), link.path("image_hash").asString(""),
                desk.path("image_name").asString(""), link.path("call_to_action").path("type").asString("NO_BUTTON"),
                on(tree.path("degrees_of_freedom_spec").path("creative_features_spec")), place(desk.path("mix"))));
    }

    private static Set<Enhancement> on(JsonNode features) {
        return features.properties().stream()
                .filter(feature -> feature.getValue().path("enroll_status").asString("").equals("OPT_IN"))
                .map(feature -> Enhancement.of(feature.getKey())).flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private static @Nullable Place place(JsonNode mix) {
        if (!mix.isObject()) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        mix.path("texts").forEach(text -> texts.add(text.asString("")));
        return new Place(mix.path("image").asInt(1), mix.path("headline").asInt(1), texts,
                mix.path("names").asString(""));
    }

    /// The value of the field `creative`.
    public String json() {
        JsonNodeFactory make = JsonNodeFactory.instance;
        ObjectNode tree = make.objectNode();
        ObjectNode story = tree.putObject("object_story_spec");
        put(story, "page_id", page);
        if (!instagram.equals(AS_PAGE)) {
            put(story, "instagram_user_id", instagram);
        }
        ObjectNode data = story.putObject("link_data");
        put(data, "link", link);
        put(data, "message", text);
        put(data, "name", headline);
        put(data, "description", description);
        put(data, "image_hash", image);
        if (!button.equals("NO_BUTTON")) {
            ObjectNode call = data.putObject("call_to_action").put("type", button);
            if (!link.isEmpty()) {
                call.putObject("value").put("link", link);
            }
        }
        ObjectNode features = tree.putObject("degrees_of_freedom_spec").putObject("creative_features_spec");
        for (Enhancement one : Enhancement.values()) {
            features.putObject(one.feature()).put("enroll_status", enhancements.contains(one) ? "OPT_IN" : "OPT_OUT");
        }
        ObjectNode desk = tree.putObject(DESK);
        put(desk, "instagram", instagram.equals(AS_PAGE) ? AS_PAGE : "");
        put(desk, "image_name", imageName);
        Place at = mix;
        if (at != null) {
            ObjectNode node = desk.putObject("mix").put("image", at.image).put("headline", at.headline)
                    .put("names", at.names);
            ArrayNode texts = node.putArray("texts");
            at.texts.forEach(texts::add);
        }
        return Trees.write(tree);
    }

    private static void put(ObjectNode node, String name, String value) {
        if (!value.isEmpty()) {
            node.put(name, value);
        }
    }

    public NewCreative withImage(String other, String name) {
        return new NewCreative(page, instagram, link, text, headline, description, other, name, button, enhancements,
                mix);
    }

    public NewCreative withTexts(String otherText, String otherHeadline) {
        return new NewCreative(page, instagram, link, otherText, otherHeadline, description, image, imageName, button,
                enhancements, mix);
    }

    public NewCreative withIdentity(String otherPage, String otherInstagram) {
        return new NewCreative(otherPage, otherInstagram, link, text, headline, description, image, imageName, button,
                enhancements, mix);
    }

    public NewCreative withLink(String other, String otherButton) {
        return new NewCreative(page, instagram, other, text, headline, description, image, imageName, otherButton,
                enhancements, mix);
    }

    public NewCreative withDescription(String other) {
        return new NewCreative(page, instagram, link, text, headline, other, image, imageName, button, enhancements,
                mix);
    }

    public NewCreative enhanced(Set<Enhancement> on) {
        return new NewCreative(page, instagram, link, text, headline, description, image, imageName, button, on, mix);
    }

    public NewCreative at(@Nullable Place other) {
        return new NewCreative(page, instagram, link, text, headline, description, image, imageName, button,
                enhancements, other);
    }
}
