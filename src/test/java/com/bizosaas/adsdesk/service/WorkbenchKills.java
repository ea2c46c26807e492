package com.bizosaas.adsdesk.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.NewCreative;
import com.bizosaas.adsdesk.draft.PublishBatch;
import com.bizosaas.adsdesk.draft.PublishBatch.Phase;
import com.bizosaas.adsdesk.draft.PublishRow.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Kills a drafting and a publishing desk with SIGKILL, and looks at what is left.
final class WorkbenchKills implements AutoCloseable {

    private static final Duration PATIENT = Duration.ofSeconds(90);

    private final Path folder;
    private final SandboxDesk at;
    private final TenantId tenant;
    private final AdAccountId account;

    WorkbenchKills(Path folder) throws Exception {
        this.folder = folder;
        at = new SandboxDesk(folder.resolve("desk"));
        tenant = at.connect("Nordlicht");
        account = at.account(tenant);
        at.synced(tenant, account);
    }

    /// What was typed and acknowledged is there, with its undo.
    void whileDrafting(int lines) throws Exception {
        at.gate.close();
        int acknowledged = Integer.parseInt(killed("draft", 0, lines, Duration.ZERO));
        at.reopen();
        DraftService drafts = at.desk.workbench().drafts();
        Set<String> names = drafts.book(tenant).drafts().stream().map(draft -> draft.mine(Fields.NAME))
                .collect(Collectors.toSet());
        for (int i = 0; i <= acknowledged; i++) {
            assertThat(names).contains("Typed over " + i);
        }
        while (drafts.undo(tenant)) {
            // to the first step
        }
        assertThat(drafts.book(tenant).isEmpty()).as("undone without limit").isTrue();
    }

    /// Every row of the batch was made once, whenever the kill came.
    ///
    /// @param after how long after the batch began
    void whilePublishing(int number, Duration after) throws Exception {
        at.gate.close();
        String id = killed("publish", number, 1, after);
        at.reopen();
        over(id);
        sixty(number);
    }

    /// The same with campaigns, ad sets and ads in one batch, each the parent of the next, and with changes.
    ///
    /// @return how many rows the batch has
    int whilePublishingTrees(int number, Duration after) throws Exception {
        at.gate.close();
        String id = killed("publish-tree", number, 1, after);
        at.reopen();
        PublishBatch batch = over(id);
        at.desk.sync().refreshAndWait(tenant, account, Topic.CAMPAIGNS, PATIENT);
        AdStructure there = at.desk.campaigns().structure(tenant, account).value();
        String name = "Tree " + number + " ";
        int each = KilledWorkbench.TREES;
        once(there.campaigns().stream().map(Campaign::name), name, each);
        once(there.adSets().stream().map(AdSet::name), name, each * each + KilledWorkbench.CHANGED);
        once(there.ads().stream().map(Ad::name), name, each * each * each);
        return batch.rows().size();
    }

    private static void once(Stream<String> names, String beginning, int count) {
        assertThat(names.filter(name -> name.startsWith(beginning))).as("no row twice, none missing").hasSize(count)
                .doesNotHaveDuplicates();
    }

    /// A batch that was paused stays so after a kill, and goes on by a click where it was.
    void whilePaused(int number) throws Exception {
        at.gate.close();
        String id = killed("pause", number, 1, Duration.ofMillis(300));
        long written = at.writes();
        at.reopen();
        PublishService publishing = at.desk.workbench().publishing();
        // What was on its way is looked for, and settled with the batch; nothing else may leave.
        await().atMost(PATIENT).until(() -> {
            at.clock.pass(Duration.ofSeconds(1));
            at.desk.journal().look(tenant);
            return at.desk.journal().batch(tenant, id).stream().allMatch(entry -> entry.state().isSettled());
        });
        await().atMost(PATIENT).until(() -> publishing.batch(tenant, id).count(State.SENDING) == 0);
        assertThat(publishing.batch(tenant, id).phase()).isEqualTo(Phase.PAUSED);
        assertThat(publishing.batch(tenant, id).count(State.WAITING)).as("the rest waits").isPositive();
        assertThat(at.writes()).as("nothing was sent after the kill").isEqualTo(written);
        publishing.resume(tenant, id);
        over(id);
        sixty(number);
    }

    private PublishBatch over(String id) {
        await().atMost(PATIENT).pollInterval(Duration.ofMillis(50)).until(() -> {
            at.clock.pass(Duration.ofSeconds(1));
            at.desk.journal().look(tenant);
            return at.desk.workbench().publishing().batch(tenant, id).phase() == Phase.OVER;
        });
        PublishBatch batch = at.desk.workbench().publishing().batch(tenant, id);
        assertThat(batch.clean()).as(batch.rows().toString()).isTrue();
        List<Draft> left = at.desk.workbench().drafts().book(tenant).drafts();
        assertThat(left).as("what was published is no draft any more").isEmpty();
        return batch;
    }

    private void sixty(int number) throws Exception {
        once(at.campaignNames(account).stream(), "Batch " + number + " ", 60);
    }

    /// A launch that was being typed is as it was acknowledged, with its images; one step takes the visit back.
    void whileTyping(int keys) throws Exception {
        at.gate.close();
        int acknowledged = Integer.parseInt(killed("type", 0, keys, Duration.ZERO));
        at.reopen();
        DraftService drafts = at.desk.workbench().drafts();
        List<NewCreative> creatives = creatives();
        assertThat(creatives).hasSize(12);
        Set<String> typed = creatives.stream().filter(one -> one.mix() != null && one.mix().headline() == 1)
                .map(NewCreative::headline).collect(Collectors.toSet());
        assertThat(typed).as("all ads of the headline alike, at the last key or the one on its way").hasSize(1)
                .isSubsetOf("Typed " + acknowledged, "Typed " + (acknowledged + 1));
        assertThat(creatives).allSatisfy(one -> assertThat(at.desk.workbench().launch().picture(tenant, account,
                one.image())).isPresent());
        drafts.undo(tenant);
        assertThat(creatives()).as("the visit is one step").extracting(NewCreative::headline).contains("Headline 1");
        drafts.undo(tenant);
        assertThat(drafts.book(tenant).isEmpty()).isTrue();
    }

    private List<NewCreative> creatives() {
        return at.desk.workbench().drafts().book(tenant).drafts().stream()
                .filter(draft -> draft.key().level() == Level.AD)
                .map(draft -> NewCreative.of(draft.cells().get(Fields.CREATIVE).mine()).orElseThrow()).toList();
    }

    /// A launch of two ad sets with twelve new ads each: every object once, and every ad with its own creative.
    void whileLaunching(int number, Duration after) throws Exception {
        at.gate.close();
        String id = killed("launch", number, 1, after);
        at.reopen();
        PublishBatch batch = over(id);
        assertThat(batch.rows()).hasSize(27);
        String name = "Launch " + number;
        assertThat(at.campaignNames(account).stream().filter(name::equals)).hasSize(1);
        at.desk.sync().refreshAndWait(tenant, account, Topic.CAMPAIGNS, PATIENT);
        AdStructure there = at.desk.campaigns().structure(tenant, account).value();
        GraphId campaign = there.campaigns().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow()
                .id();
        List<Ad> ads = there.ads().stream().filter(one -> one.campaignId().equals(campaign)).toList();
        assertThat(ads).hasSize(24).extracting(Ad::name).doesNotHaveDuplicates();
        assertThat(ads).extracting(Ad::creativeId).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(ads).allMatch(ad -> ad.status().equals(Status.PAUSED));
        assertThat(at.desk.workbench().drafts().book(tenant).isEmpty()).isTrue();
    }

    private String killed(String what, int number, int lines, Duration after) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "acknowledged", "");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                KilledWorkbench.class.getName(), folder.resolve("desk").toString(), at.server.graphUrl(),
                at.server.dialogUrl(), at.server.appId(), tenant.value(), account.value(), what,
                Integer.toString(number)).redirectOutput(out.toFile())
                .redirectError(folder.resolve("errors").toFile()).start();
        try {
            await().atMost(PATIENT).pollInterval(Duration.ofMillis(5))
                    .until(() -> !process.isAlive() || acknowledged(out).size() >= lines);
            assertThat(process.isAlive()).as(Files.readString(folder.resolve("errors"))).isTrue();
            if (after.isPositive()) {
                long until = System.nanoTime() + after.toNanos();
                await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2))
                        .until(() -> System.nanoTime() > until);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return acknowledged(out).getLast();
    }

    /// Whole lines with a number or a batch; the log goes to the same place.
    private static List<String> acknowledged(Path out) throws IOException {
        String text = Files.readString(out);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines()
                .filter(line -> line.matches("[0-9]+|[0-9a-f-]{36}"))
                .toList();
    }

    @Override
    public void close() throws IOException {
        at.close();
    }
}
