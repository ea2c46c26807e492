package com.bizosaas.adsdesk.service;

import static com.bizosaas.adsdesk.service.Bench.ID;
import static com.bizosaas.adsdesk.service.Bench.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.domain.Creative;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Topic;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveCreativeServiceTest {

    @TempDir
    Path folder;
    private Bench bench;

    @BeforeEach
    void make() {
        bench = new Bench(folder.resolve("desk"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static GraphId id(int number) {
        return new GraphId(Integer.toString(number));
    }

    private void creative(int number, @Nullable String url) {
        bench.facebook.creatives.add(new Creative(id(number), "Creative " + number, "ACTIVE", Creative.Format.IMAGE,
                "", "", "", "", 0, null, null, null, url));
        bench.store.creatives().replaceAll(TENANT, ID, bench.facebook.creatives, Bench.START);
        bench.library.changed(TENANT, ID, Topic.CREATIVES);
    }

    private byte[] picture(int number) {
        return bench.creatives.thumbnail(TENANT, ID, id(number)).orElseThrow();
    }

    @Test
    void asksForTheAddressesOfAGridInOneRequest() {
        for (int i = 1; i <= 20; i++) {
            creative(i, "https://cdn.example/" + i);
        }
        for (int i = 1; i <= 20; i++) {
            assertThat(picture(i)).asString().isEqualTo("https://cdn.example/" + i);
        }
        assertThat(bench.facebook.calls("thumbnailUrls")).containsExactly("thumbnailUrls 20 600 600");
        assertThat(bench.facebook.calls("picture")).hasSize(20);
    }

    @Test
    void keepsTheBytesWhenTheAddressIsLongDead() {
        creative(1, "https://cdn.example/1");
        picture(1);
        bench.creatives.forget(TENANT);
        bench.facebook.calls.clear();
        assertThat(picture(1)).asString().isEqualTo("https://cdn.example/1");
        assertThat(bench.facebook.calls).isEmpty();
    }

    @Test
    void hasNoPictureWhereFacebookHasNone() {
        creative(1, null);
        assertThat(bench.creatives.thumbnail(TENANT, ID, id(1))).isEmpty();
        assertThat(bench.creatives.thumbnail(TENANT, ID, id(1))).isEmpty();
        assertThat(bench.facebook.calls("thumbnailUrls")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://cdn.example/1", "file:///etc/passwd", "http://127.0.0.1:9/1",
            "https://user@cdn.example/1", "//cdn.example/1"})
    void fetchesNothingFromElsewhere(String url) {
        creative(1, url);
        assertThatThrownBy(() -> picture(1)).isInstanceOf(DeskException.class);
        assertThat(bench.facebook.calls("picture")).isEmpty();
    }

    @Test
    void takesTheAddressOutOfThePreviewsMarkup() {
        bench.facebook.preview = "<iframe src=\"https://www.facebook.com/ads/api/preview_iframe.php?d=AQ&amp;t=1\" "
                + "width=\"320\" height=\"568\" scrolling=\"yes\" style=\"border: none;\"></iframe>";
        assertThat(bench.creatives.preview(TENANT, ID, id(1), "MOBILE_FEED_STANDARD"))
                .isEqualTo(new CreativeService.Preview(
                        "https://www.facebook.com/ads/api/preview_iframe.php?d=AQ&t=1", 320, 568));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<b>none</b>", "<iframe width=\"1\"></iframe>",
            "<iframe src=\"javascript:alert(1)\"></iframe>", "<iframe src=\"http://evil.example/\"></iframe>"})
    void showsNoOtherMarkup(String markup) {
        bench.facebook.preview = markup;
        assertThatThrownBy(() -> bench.creatives.preview(TENANT, ID, id(1), "MOBILE_FEED_STANDARD"))
                .isInstanceOf(DeskException.class);
    }
}
