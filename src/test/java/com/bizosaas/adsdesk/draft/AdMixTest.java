package com.bizosaas.adsdesk.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.draft.AdMix.Cross;
import java.util.HashSet;
import com.bizosaas.adsdesk.domain.Enhancement;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// One ad per image and headline: how many, what each shows, and that the ads alone hold it.
class AdMixTest {

    private static final NewCreative SHARED = NewCreative.EMPTY.withIdentity("1045", NewCreative.AS_PAGE)
            .withLink("https://shop.example/summer", "SHOP_NOW").withDescription("Free returns");

    private static AdMix mix(int images, int headlines, int texts) {
        AdMix mix = AdMix.single(SHARED, "{image} {headline}");
        for (int i = 1; i <= images; i++) {
            mix = mix.withImage("hash" + i, "coat " + i + ".jpg");
        }
        mix = mix.withHeadline(1, "H1");
        for (int i = 2; i <= headlines; i++) {
            mix = mix.withHeadline("H" + i);
        }
        return mix.withTexts(IntStream.rangeClosed(1, texts).mapToObj(i -> "T" + i).toList());
    }

    private static List<String> written(AdMix mix) {
        return mix.crosses().stream().map(cross -> mix.creative(cross).json()).toList();
    }

    @Test
    void makesAsManyAdsAsImagesTimesHeadlinesWithTextsInTurn() {
        AdMix mix = mix(3, 4, 2);
        assertThat(mix.size()).isEqualTo(12);
        assertThat(mix.crosses()).hasSize(12).doesNotHaveDuplicates();
        for (int image = 1; image <= 3; image++) {
            Set<String> texts = new HashSet<>();
            for (int headline = 1; headline <= 4; headline++) {
                NewCreative creative = mix.creative(new Cross(image, headline));
                assertThat(creative.image()).isEqualTo("hash" + image);
                assertThat(creative.headline()).isEqualTo("H" + headline);
                texts.add(creative.text());
            }
            assertThat(texts).as("every image runs with every text").containsExactlyInAnyOrder("T1", "T2");
        }
    }

    @Test
    void theAdsHoldTheWholeMix() {
        for (AdMix mix : List.of(mix(3, 4, 2), mix(1, 1, 1), mix(1, 1, 3), mix(0, 2, 1))) {
            assertThat(AdMix.of(written(mix))).hasValueSatisfying(read -> {
                assertThat(written(read)).isEqualTo(written(mix));
                assertThat(read.texts()).isEqualTo(mix.texts());
                assertThat(read.names()).isEqualTo("{image} {headline}");
            });
        }
        assertThat(AdMix.of(List.of(SHARED.json(), "{\"creative_id\":\"77\"}"))).isEmpty();
    }

    @Test
    void whatGoesLeavesTheOthersWhereTheyStand() {
        AdMix mix = mix(3, 3, 1).withoutHeadline(2).withoutImage(1);
        assertThat(mix.crosses()).containsExactlyInAnyOrder(new Cross(2, 1), new Cross(2, 3), new Cross(3, 1),
                new Cross(3, 3));
        assertThat(mix.withoutImage(2).withoutImage(3).images()).singleElement()
                .satisfies(part -> assertThat(part.value()).isEmpty());
        assertThat(mix.withImage("hash2", "again.jpg")).as("the same image is taken once").isEqualTo(mix);
        assertThat(AdMix.of(written(mix.withHeadline("H9")))).hasValueSatisfying(read -> assertThat(read.headlines())
                .extracting(AdMix.Part::value).containsExactly("H1", "H3", "H9"));
    }

    @Test
    void aCreativeSaysWhatItIsAndNothingOfTheDesk() {
        NewCreative creative = SHARED.withTexts("New in", "Coats").withImage("5d2a", "coat.jpg").enhanced(Set.of());
        assertThat(NewCreative.of(creative.json())).hasValue(creative);
        assertThat(creative.json()).contains("\"page_id\":\"1045\"").contains("\"image_hash\":\"5d2a\"")
                .contains("\"SHOP_NOW\"").contains("OPT_OUT").doesNotContain("instagram_user_id");
        NewCreative other = creative.withIdentity("1045", "17841").enhanced(Set.of(Enhancement.IMAGE_UNCROP));
        assertThat(other.json()).contains("\"instagram_user_id\":\"17841\"")
                .contains("\"image_uncrop\":{\"enroll_status\":\"OPT_IN\"}")
                .contains("\"music_generation\":{\"enroll_status\":\"OPT_OUT\"}");
        assertThat(NewCreative.of(other.json())).hasValue(other);
        assertThat(NewCreative.isKept(NewCreative.KEPT + "0f".repeat(32))).isTrue();
        assertThat(NewCreative.isKept("5d2a")).isFalse();
        assertThat(NewCreative.of("{\"object_story_spec\":{\"link_data\":{\"link\":\"https://a.example\"}}}"))
                .as("one that was copied from another account is not taken for one of the form").isEmpty();
    }

    @Test
    void addressesAreHeldToWhatFacebookTakes() {
        for (String good : List.of("https://shop.example", "http://shop.example:8080/a?b={{ad.id}}#c",
                "HTTPS://www.shop.example/ä")) {
            assertThat(NewCreativeCheck.isAddress(good)).as(good).isTrue();
        }
        for (String bad : List.of("shop.example", "https://shop", "https://a@shop.example", "javascript:alert(1)",
                "https://shop.example/a b", "ftp://shop.example")) {
            assertThat(NewCreativeCheck.isAddress(bad)).as(bad).isFalse();
        }
    }
}
