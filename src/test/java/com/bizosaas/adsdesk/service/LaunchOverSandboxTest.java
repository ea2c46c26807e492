package com.bizosaas.adsdesk.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.bizosaas.adsdesk.domain.AccountImage;
import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.CampaignTemplate;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.KeptImage;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.AdMix;
import com.bizosaas.adsdesk.draft.Conflict.Policy;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.Finding;
import com.bizosaas.adsdesk.draft.NewCreative;
import com.bizosaas.adsdesk.draft.PublishBatch;
import com.bizosaas.adsdesk.draft.PublishBatch.Phase;
import com.bizosaas.adsdesk.draft.PublishRow;
import com.bizosaas.adsdesk.draft.PublishRow.State;
import com.bizosaas.adsdesk.draft.Review;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Campaigns with creatives that are made with their ads, from drafts to what Facebook has.
@Timeout(180)
@TestInstance(Lifecycle.PER_CLASS)
class LaunchOverSandboxTest {

    private SandboxDesk at;
    private Workbench bench;
    private LaunchService launch;
    private TenantId tenant;
    private AdAccountId account;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        at = new SandboxDesk(folder.resolve("desk"));
        bench = at.desk.workbench();
        launch = bench.launch();
        tenant = at.connect("Nordlicht");
        account = at.account(tenant);
        at.synced(tenant, account);
    }

    @AfterEach
    void discard() {
        bench.drafts().discard(tenant, bench.drafts().book(tenant).drafts().stream().map(Draft::key).toList());
    }

    @AfterAll
    void stop() throws Exception {
        at.close();
    }

    private PublishBatch published(Set<DraftKey> keys) {
        return over(bench.publishing().publish(tenant, keys, Policy.ASK, "").id());
    }

    private PublishBatch over(String id) {
        await().atMost(Duration.ofSeconds(60)).until(() -> bench.publishing().batch(tenant, id).phase() == Phase.OVER);
        return bench.publishing().batch(tenant, id);
    }

    @Test
    void makesAsManyAdsAsWereCountedAndReadsThemBackEqual() throws Exception {
        AdMix mix = Launches.mix(launch, tenant, account, 3, 4, 2);
        AccountImage library = launch.library(tenant, account).getLast();
        mix = mix.withoutImage(3).withImage(library.hash(), library.name());
        List<DraftKey> keys = bench.drafts().create(tenant, account, "Launch", Launches.tree("Launch", 2, mix));
        assertThat(keys).hasSize(27);
        long before = at.writes();
        Review review = bench.drafts().check(tenant, Set.copyOf(keys));
        assertThat(review.writes()).isEqualTo(27);
        assertThat(review.heldBack()).isEmpty();
        assertThat(at.writes()).as("nothing is written, and no image goes up, before it is published")
                .isEqualTo(before);

        PublishBatch batch = published(Set.copyOf(keys));

        assertThat(batch.clean()).as(batch.rows().toString()).isTrue();
        assertThat(at.writes() - before).as("27 objects and the two images that the account did not have")
                .isEqualTo(29);
        Set<String> pairs = new HashSet<>();
        for (PublishRow row : batch.rows()) {
            JsonNode made = at.remote(Objects.requireNonNull(row.object()));
            assertThat(made.path("status").asString()).isEqualTo("PAUSED");
            if (row.key().level() == Level.AD) {
                JsonNode creative = at.remote(new GraphId(
                        made.path("creative").path("id").asString()));
                JsonNode link = creative.path("object_story_spec").path("link_data");
                pairs.add(row.sent().get(Fields.AD_SET) + link.path("image_hash").asString()
                        + link.path("name").asString());
                assertThat(creative.path("url_tags").asString()).contains("{{ad.id}}");
                assertThat(creative.toString()).doesNotContain("desk", "sha256");
                assertThat(creative.path("degrees_of_freedom_spec").path("creative_features_spec")
                        .path("image_touchups").path("enroll_status").asString()).isEqualTo("OPT_OUT");
            }
        }
        assertThat(pairs).hasSize(24);
        assertThat(at.desk.journal().writes(tenant, 60)).as("images are in the journal, not in a batch's rows")
                .extracting(entry -> entry.write().action()).contains("image.upload");
        assertThat(launch.library(tenant, account)).extracting(AccountImage::hash).hasSizeGreaterThan(2);

        assertThat(bench.publishing().undoPlan(tenant, batch.id()).creatives()).as("what undo leaves behind is told")
                .isEqualTo(24);
        assertThat(bench.publishing().undo(tenant, batch.id())).hasSize(27);
        PublishBatch undone = published(Set.copyOf(bench.drafts().book(tenant).drafts().stream().map(Draft::key)
                .toList()));
        assertThat(undone.clean()).as(undone.rows().toString()).isTrue();
        for (PublishRow row : batch.rows()) {
            assertThat(at.remote(Objects.requireNonNull(row.object())).path("status").asString("DELETED"))
                    .isEqualTo("DELETED");
        }
    }

    @Test
    void aStoppedLaunchIsResumedOrUndone() throws Exception {
        AdMix mix = Launches.mix(launch, tenant, account, 1, 2, 1);
        List<DraftKey> keys = bench.drafts().create(tenant, account, "Stopped", Launches.tree("Stopped", 1, mix));
        at.control("faults", "kind", "error", "path", account.value() + "/adimages", "method", "POST", "code", "100",
                "count", "2");
        String id = bench.publishing().publish(tenant, Set.copyOf(keys), Policy.ASK, "").id();
        PublishBatch broken = over(id);
        assertThat(broken.partial()).as(broken.rows().toString()).isTrue();
        assertThat(broken.count(State.DONE)).isEqualTo(2);
        assertThat(broken.rows()).filteredOn(row -> row.key().level() == Level.AD)
                .allSatisfy(row -> assertThat(row.message()).contains("image"));
        assertThat(bench.publishing().undoPlan(tenant, id).revertible()).as("undo is offered").hasSize(2);
        assertThat(bench.publishing().retry(tenant, id)).isEqualTo(2);
        assertThat(over(id).clean()).isTrue();
        bench.publishing().undo(tenant, id);
        assertThat(published(Set.copyOf(bench.drafts().book(tenant).drafts().stream().map(Draft::key).toList()))
                .clean()).isTrue();
        for (PublishRow row : bench.publishing().batch(tenant, id).rows()) {
            assertThat(at.remote(Objects.requireNonNull(row.object())).path("status").asString("DELETED"))
                    .isEqualTo("DELETED");
        }
    }

    @Test
    void sayWhatIsMissingBeforeAnyoneIsAsked() {
        AdMix mix = AdMix.single(NewCreative.EMPTY.withLink("shop example", "SHOP_NOW"), "").withHeadline("Second");
        List<DraftKey> keys = bench.drafts().create(tenant, account, "Gaps", Launches.tree("Gaps", 1, mix));
        Review review = bench.drafts().review(tenant, Set.copyOf(keys));
        assertThat(review.findings()).extracting(Finding::code).contains("creative.page", "creative.instagram",
                "creative.image", "creative.link", "creative.headline", "creative.text");
        assertThat(review.findings()).filteredOn(one -> one.code().startsWith("creative."))
                .allSatisfy(one -> assertThat(one.fix()).isNotBlank());
    }

    @Test
    void filesAreLookedAtBeforeTheyAreKept() {
        assertThat(launch.keep(tenant, "a.png", Launches.picture(0x112233, 1200, 628)).type()).isEqualTo("PNG");
        KeptImage again = launch.keep(tenant, "b.png", Launches.picture(0x112233, 1200, 628));
        assertThat(again.name()).as("the same bytes are one image").isEqualTo("a.png");
        assertThat(launch.picture(tenant, account, NewCreative.KEPT + again.sha256())).isPresent();
        refused("tiny.png", Launches.picture(1, 100, 100), "too small");
        refused("banner.png", Launches.picture(1, 2000, 300), "every placement cuts");
        refused("notes.png", "no picture".getBytes(StandardCharsets.UTF_8), "no picture that can be read");
    }

    private void refused(String name, byte[] bytes, String why) {
        assertThatThrownBy(() -> launch.keep(tenant, name, bytes)).isInstanceOf(DeskException.class)
                .hasMessageContaining(name).hasMessageContaining(why);
    }

    @Test
    void previewsWhatDoesNotExistYet() {
        LaunchService.Assets assets = launch.readAssets(tenant, account);
        AccountImage library = launch.library(tenant, account).getFirst();
        NewCreative creative = NewCreative.EMPTY.withIdentity(assets.pages().keySet().iterator().next(),
                assets.instagram().keySet().iterator().next()).withLink("https://shop.example", "LEARN_MORE")
                .withTexts("Text", "Headline").withImage(library.hash(), library.name());
        for (String format : List.of("MOBILE_FEED_STANDARD", "INSTAGRAM_STORY", "INSTAGRAM_REELS")) {
            assertThat(launch.preview(tenant, account, creative.json(), format).address()).contains(format);
        }
        assertThat(launch.picture(tenant, account, library.hash())).isPresent();
        KeptImage kept = launch.keep(tenant, "new.png", Launches.picture(0x445566, 800, 800));
        assertThatThrownBy(() -> launch.preview(tenant, account,
                creative.withImage(NewCreative.KEPT + kept.sha256(), kept.name()).json(), "INSTAGRAM_STORY"))
                .hasMessageContaining("does not have this image yet");
    }

    @Test
    void aTemplateBeginsACampaignInAnyAccountOfTheClient() {
        AdMix mix = Launches.mix(launch, tenant, account, 2, 2, 1);
        AccountImage library = launch.library(tenant, account).getLast();
        DraftKey first = bench.drafts()
                .create(tenant, account, "T", Launches.tree("T", 2, mix.withImage(library.hash(), library.name())))
                .getFirst();
        launch.saveTemplate(tenant, " Summer ", first);
        launch.saveTemplate(tenant, "summer", first);
        CampaignTemplate saved = launch.templates(tenant).stream().filter(one -> one.name().equals("summer"))
                .findFirst().orElseThrow();
        assertThat(launch.templates(tenant)).as("one of the same name takes its place").hasSize(1);
        assertThat(saved.count(Level.AD)).isEqualTo(12);
        LaunchService.Begun here = launch.begin(tenant, account, saved.id());
        assertThat(here.left()).isEmpty();
        assertThat(bench.drafts().book(tenant).drafts()).filteredOn(draft -> draft.key().level() == Level.AD)
                .hasSize(24).allSatisfy(draft -> assertThat(draft.mine(Fields.URL_TAGS)).contains("{{ad.id}}"));
        AdAccount pounds = at.desk.connections().accounts(tenant).stream()
                .filter(one -> one.currency().code().equals("GBP")).findFirst().orElseThrow();
        LaunchService.Begun there = launch.begin(tenant, pounds.id(), saved.id());
        assertThat(there.left()).contains("image " + library.name(), "daily budget (in EUR)");
        assertThat(bench.drafts().book(tenant).drafts(pounds.id())).filteredOn(draft -> draft.key()
                .level() == Level.AD).hasSize(12)
                .allSatisfy(draft -> assertThat(draft.mine(Fields.CREATIVE)).doesNotContain(library.hash()));
        launch.deleteTemplate(tenant, saved.id());
        assertThat(launch.templates(tenant)).isEmpty();
    }

    @Test
    void pagesAndPixelsAreKeptForWorkOffline() {
        LaunchService.Assets read = launch.readAssets(tenant, account);
        assertThat(read.pages()).isNotEmpty();
        assertThat(read.instagram()).isNotEmpty();
        assertThat(launch.assets(tenant, account)).isEqualTo(read);
    }

    @Test
    void keystrokesOfAVisitAreOneStep() {
        DraftKey key = bench.drafts().create(tenant, account, Level.CAMPAIGN, Map.of(Fields.NAME, "A"));
        for (String text : List.of("Al", "Alp", "Alps")) {
            bench.drafts().edit(tenant, "Name", Map.of(key, Map.of(Fields.NAME, text)), "visit-1");
            assertThat(bench.drafts().values(tenant, key)).containsEntry(Fields.NAME, text);
        }
        bench.drafts().edit(tenant, "Name", Map.of(key, Map.of(Fields.NAME, "Alps 2")), "visit-2");
        bench.drafts().undo(tenant);
        assertThat(bench.drafts().values(tenant, key)).containsEntry(Fields.NAME, "Alps");
        bench.drafts().undo(tenant);
        assertThat(bench.drafts().values(tenant, key)).containsEntry(Fields.NAME, "A");
        bench.drafts().redo(tenant);
        assertThat(bench.drafts().values(tenant, key)).containsEntry(Fields.NAME, "Alps");
        bench.drafts().edit(tenant, "Name", Map.of(key, Map.of(Fields.NAME, "Al")), "visit-3");
        bench.drafts().edit(tenant, "Name", Map.of(key, Map.of(Fields.NAME, "Alps")), "visit-3");
        bench.drafts().undo(tenant);
        assertThat(bench.drafts().values(tenant, key)).as("a visit that changed nothing is no step")
                .containsEntry(Fields.NAME, "A");
    }
}
