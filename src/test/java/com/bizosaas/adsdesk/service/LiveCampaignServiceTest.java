package com.bizosaas.adsdesk.service;

import static com.bizosaas.adsdesk.service.Bench.ID;
import static com.bizosaas.adsdesk.service.Bench.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.AuditEntry.Outcome;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.graph.GraphException;
import com.bizosaas.adsdesk.graph.GraphException.Kind;
import com.bizosaas.adsdesk.sync.SyncKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveCampaignServiceTest {

    private static final GraphId CAMPAIGN = new GraphId("1");
    private static final GraphId AD_SET = new GraphId("2");
    private static final GraphId AD = new GraphId("3");
    private static final CampaignDraft DRAFT = new CampaignDraft("Autumn sale", Objective.SALES, List.of(), List.of(),
            Desk.daily("25", Desk.EUR), null, false);

    @TempDir
    Path folder;
    private Bench bench;

    @BeforeEach
    void fill() {
        bench = new Bench(folder.resolve("desk"));
        Campaign campaign = Desk.campaign("1", Desk.daily("20", Desk.EUR), Status.ACTIVE);
        Ad ad = new Ad(AD, CAMPAIGN, AD_SET, "Ad 3", Status.ACTIVE, EffectiveStatus.ACTIVE, null, null, null,
                List.of());
        bench.store.campaigns().replaceAll(TENANT, ID, new AdStructure(List.of(campaign),
                List.of(Desk.adSet("2", "1", null, "REACH")), List.of(ad)), Bench.START);
        bench.facebook.objects.put("1", new java.util.HashMap<>(Map.of("name", "Campaign 1", "status", "ACTIVE",
                "daily_budget", "2000")));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private AdStructure structure() {
        return bench.campaigns.structure(TENANT, ID).value();
    }

    private static GraphException failure(Kind kind) {
        return new GraphException(kind, "(#100) Invalid parameter", 100, 7, "", "", "TrAcE", List.of(), null, null);
    }

    private Problem refused(Runnable call) {
        return catchThrowableOfType(DeskException.class, call::run).problem();
    }

    @Test
    void pausesACampaignAndEverythingUnderIt() {
        bench.campaigns.setStatus(TENANT, ID, Level.CAMPAIGN, CAMPAIGN, Status.PAUSED);
        assertThat(bench.facebook.calls("update")).containsExactly("update 1 {status=PAUSED}");
        assertThat(structure().campaigns().getFirst().effectiveStatus()).isEqualTo(EffectiveStatus.PAUSED);
        assertThat(structure().adSets().getFirst().effectiveStatus()).isEqualTo(EffectiveStatus.CAMPAIGN_PAUSED);
        assertThat(structure().ads().getFirst().effectiveStatus()).isEqualTo(EffectiveStatus.CAMPAIGN_PAUSED);
        assertThat(bench.news).contains(new DeskEvent.DataChanged(TENANT, ID, Topic.CAMPAIGNS));
        assertThat(bench.due).containsExactly(new SyncKey(TENANT, ID, Topic.CAMPAIGNS));
        assertThat(bench.campaigns.structure(TENANT, ID).stale()).isTrue();
    }

    @Test
    void writesEveryChangeIntoTheLogWithItsValuesBeforeAndAfter() {
        bench.campaigns.setStatus(TENANT, ID, Level.AD_SET, AD_SET, Status.PAUSED);
        assertThat(bench.lastEntry()).satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("ad-set.pause");
            assertThat(entry.who()).isEqualTo("Ines");
            assertThat(entry.tenantName()).isEqualTo("Nordlicht");
            assertThat(entry.object()).isEqualTo("2");
            assertThat(entry.objectName()).isEqualTo("Ad set 2");
            assertThat(entry.before()).isEqualTo("{\"status\":\"ACTIVE\"}");
            assertThat(entry.after()).isEqualTo("{\"status\":\"PAUSED\"}");
            assertThat(entry.outcome()).isEqualTo(Outcome.DONE);
        });
        assertThat(bench.store.audit().verify().whole()).isTrue();
    }

    @Test
    void aRefusedWriteChangesNothingButTheLog() {
        AdStructure before = structure();
        bench.facebook.failures.put("update", failure(Kind.REFUSED));
        Problem problem = refused(
                () -> bench.campaigns.setStatus(TENANT, ID, Level.CAMPAIGN, CAMPAIGN, Status.PAUSED));
        assertThat(problem.kind()).isEqualTo(Problem.Kind.REFUSED);
        assertThat(structure()).isEqualTo(before);
        assertThat(bench.lastEntry().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(bench.lastEntry().traceId()).isEqualTo("TrAcE");
        assertThat(bench.due).isEmpty();
    }

    @Test
    void readsBackAnUpdateWhoseAnswerWasLost() {
        bench.facebook.lost.put("update", failure(Kind.UNKNOWN_EFFECT));
        bench.campaigns.setStatus(TENANT, ID, Level.CAMPAIGN, CAMPAIGN, Status.PAUSED);
        assertThat(bench.facebook.calls("update")).hasSize(1);
        assertThat(bench.facebook.calls("fields")).hasSize(1);
        assertThat(bench.lastEntry().outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void saysSoWhereALostUpdateNeverArrived() {
        bench.facebook.failures.put("update", failure(Kind.UNKNOWN_EFFECT));
        Problem problem = refused(
                () -> bench.campaigns.setStatus(TENANT, ID, Level.CAMPAIGN, CAMPAIGN, Status.PAUSED));
        assertThat(problem.kind()).isEqualTo(Problem.Kind.FAILED);
        assertThat(structure().campaigns().getFirst().status()).isEqualTo(Status.ACTIVE);
        assertThat(bench.lastEntry().outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void createsPausedAndShowsItAtOnce() {
        GraphId made = bench.campaigns.create(TENANT, ID, DRAFT);
        assertThat(bench.facebook.objects.get(made.value())).containsEntry("status", "PAUSED")
                .containsEntry("daily_budget", "2500").containsEntry("special_ad_categories", "[]");
        assertThat(structure().campaigns()).extracting(Campaign::id).contains(made);
        assertThat(bench.lastEntry().object()).isEqualTo(made.value());
        assertThat(bench.lastEntry().before()).isEmpty();
        assertThat(bench.lastEntry().after()).contains("\"daily_budget\":\"2500\"");
    }

    @Test
    void findsTheOneCampaignOfACreateWhoseAnswerWasLost() {
        bench.facebook.lost.put("create", failure(Kind.UNKNOWN_EFFECT));
        GraphId made = bench.campaigns.create(TENANT, ID, DRAFT);
        assertThat(bench.facebook.calls("create")).hasSize(1);
        assertThat(bench.facebook.objects).containsKey(made.value());
        assertThat(bench.lastEntry().outcome()).isEqualTo(Outcome.DONE);
        assertThat(bench.clock.waits).hasSize(1);
    }

    @Test
    void neverCreatesTwiceWhereNothingIsFound() {
        bench.facebook.failures.put("create", failure(Kind.UNKNOWN_EFFECT));
        Problem problem = refused(() -> bench.campaigns.create(TENANT, ID, DRAFT));
        assertThat(problem.kind()).isEqualTo(Problem.Kind.UNCERTAIN);
        assertThat(bench.facebook.calls("create")).hasSize(1);
        assertThat(bench.lastEntry().outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void doesNotTakeAnOlderNamesakeForTheNewOne() {
        bench.facebook.objects.put("1", Map.of("name", DRAFT.name(), "objective", "OUTCOME_SALES", "created_time",
                "2026-11-01T08:00:00Z"));
        bench.facebook.failures.put("create", failure(Kind.UNKNOWN_EFFECT));
        assertThat(refused(() -> bench.campaigns.create(TENANT, ID, DRAFT)).kind())
                .isEqualTo(Problem.Kind.UNCERTAIN);
    }

    @Test
    void updatesOnlyWhatChangedAndLogsWhatFacebookHadBefore() {
        bench.facebook.objects.get("1").put("daily_budget", "3300");
        bench.campaigns.update(TENANT, ID, CAMPAIGN,
                new CampaignEdit("Campaign 1", Desk.daily("42.50", Desk.EUR), null));
        assertThat(bench.facebook.calls("update")).containsExactly("update 1 {daily_budget=4250}");
        assertThat(bench.lastEntry().before()).isEqualTo("{\"daily_budget\":\"3300\"}");
        assertThat(structure().campaigns().getFirst().budget()).isEqualTo(Desk.daily("42.50", Desk.EUR));
    }

    @Test
    void asksFacebookNothingWhereNothingChanges() {
        bench.campaigns.update(TENANT, ID, CAMPAIGN, new CampaignEdit("Campaign 1", null, null));
        assertThat(bench.facebook.calls).isEmpty();
        assertThat(bench.log()).isEmpty();
    }

    @Test
    void archivesForGood() {
        bench.campaigns.archive(TENANT, ID, CAMPAIGN);
        assertThat(structure().campaigns().getFirst().status()).isEqualTo(Status.ARCHIVED);
        assertThat(structure().ads().getFirst().effectiveStatus()).isEqualTo(EffectiveStatus.ARCHIVED);
        assertThat(refused(() -> bench.campaigns.setStatus(TENANT, ID, Level.CAMPAIGN, CAMPAIGN, Status.ACTIVE))
                .kind()).isEqualTo(Problem.Kind.INVALID_INPUT);
        assertThat(bench.facebook.calls("update")).hasSize(1);
    }

    @Test
    void deletesWithEverythingUnderIt() {
        bench.campaigns.delete(TENANT, ID, CAMPAIGN);
        assertThat(structure()).isEqualTo(AdStructure.EMPTY);
        assertThat(bench.lastEntry().action()).isEqualTo("campaign.delete");
        assertThat(bench.lastEntry().objectName()).isEqualTo("Campaign 1");
    }

    @Test
    void letsNobodyWriteWhoMayOnlyLook() {
        var readOnly = new com.bizosaas.adsdesk.domain.AdAccount(ID, "Shop", Bench.ACCOUNT.status(), 0, Desk.EUR,
                Bench.ACCOUNT.zone(), Bench.ACCOUNT.amountSpent(), Bench.ACCOUNT.balance(), null, null, null, null,
                java.util.Set.of("ANALYZE"), null);
        bench.store.accounts().put(TENANT, readOnly, Bench.START);
        assertThat(refused(() -> bench.campaigns.delete(TENANT, ID, CAMPAIGN)).kind())
                .isEqualTo(Problem.Kind.NO_PERMISSION);
        assertThat(bench.facebook.calls).isEmpty();
    }

    @Test
    void tellsAtTheNextStartOfAWriteThatWasCutOff() {
        bench.facebook.death = new DeadProgram();
        try {
            bench.campaigns.setStatus(TENANT, ID, Level.CAMPAIGN, CAMPAIGN, Status.PAUSED);
        } catch (DeadProgram e) {
            assertThat(bench.log()).isEmpty();
        }
        bench.reconciler.start(List.of(TENANT));
        assertThat(bench.lastEntry().action()).isEqualTo("campaign.pause");
        assertThat(bench.lastEntry().outcome()).isEqualTo(Outcome.UNKNOWN);
        bench.reconciler.start(List.of(TENANT));
        assertThat(bench.log()).hasSize(1);
    }

    /// Stands for a process that ends in the middle of a call.
    private static final class DeadProgram extends Error {
        private static final long serialVersionUID = 1L;
    }
}
