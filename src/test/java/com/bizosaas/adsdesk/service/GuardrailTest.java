package com.bizosaas.adsdesk.service;

import static com.bizosaas.adsdesk.service.Bench.ID;
import static com.bizosaas.adsdesk.service.Bench.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.journal.Before;
import com.bizosaas.adsdesk.domain.journal.PlannedWrite;
import com.bizosaas.adsdesk.domain.journal.WriteState;
import com.bizosaas.adsdesk.domain.profile.Guardrails;
import com.bizosaas.adsdesk.domain.profile.Naming;
import com.bizosaas.adsdesk.domain.profile.Operation;
import com.bizosaas.adsdesk.domain.profile.TenantProfile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Guardrails below everything that writes: campaign 1 runs at 20.00 a day, campaign 2 is paused at 50.00.
class GuardrailTest {

    private static final GraphId ONE = new GraphId("1");
    private static final GraphId TWO = new GraphId("2");

    @TempDir
    Path folder;
    private Bench bench;
    private LiveProfileService profiles;

    @BeforeEach
    void open() {
        bench = new Bench(folder.resolve("desk"));
        bench.store.campaigns().replaceAll(TENANT, ID,
                new AdStructure(List.of(Desk.campaign("1", Desk.daily("20", Desk.EUR), Status.ACTIVE),
                        Desk.campaign("2", Desk.daily("50", Desk.EUR), Status.PAUSED)), List.of(), List.of()),
                Bench.START);
        bench.facebook.objects.put("1", new HashMap<>(Map.of("name", "Campaign 1", "daily_budget", "2000")));
        bench.facebook.objects.put("2", new HashMap<>(Map.of("name", "Campaign 2", "daily_budget", "5000")));
        profiles = new LiveProfileService(bench.store,
                new FirstWrites(bench.store, () -> bench.person, bench.audit, bench.clock), bench.audit, bench.events);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void rails(Guardrails rails) {
        profiles.save(TENANT, TenantProfile.EMPTY.withGuardrails(rails));
    }

    private static Money eur(String amount) {
        return Money.of(amount, Desk.EUR);
    }

    private String refusal(Runnable write) {
        int calls = bench.facebook.calls("update").size() + bench.facebook.calls("create").size();
        DeskException refused = catchThrowableOfType(DeskException.class, write::run);
        assertThat(refused).isNotNull();
        assertThat(bench.facebook.calls("update").size() + bench.facebook.calls("create").size()).isEqualTo(calls);
        assertThat(bench.lastEntry().outcome()).isEqualTo(AuditEntry.Outcome.REFUSED);
        return refused.problem().title();
    }

    private void budget(GraphId campaign, String amount) {
        bench.campaigns.update(TENANT, ID, campaign, new CampaignEdit(null, Desk.daily(amount, Desk.EUR), null));
    }

    @Test
    void keepsTheLargestDailyBudget() {
        rails(new Guardrails(List.of(eur("40")), null, List.of(), Set.of()));
        assertThat(refusal(() -> budget(ONE, "40.01"))).contains("40.01 EUR").contains("40.00 EUR");
        budget(ONE, "40");
        budget(TWO, "45");
        assertThat(bench.facebook.objects.get("2")).as("lowered, though still above").containsEntry("daily_budget",
                "4500");
    }

    @Test
    void aLifetimeBudgetCountsByTheDaysOfItsSchedule() {
        rails(new Guardrails(List.of(eur("40")), null, List.of(), Set.of()));
        List<WriteResult> results = bench.writes.sendAll(bench.writes.plan("b", List.of(lifetime("Ten days", "41000"),
                lifetime("Ten days", "40000"), PlannedWrite.create(TENANT, ID, "campaigns", "Ends with its ad sets",
                        "campaign.create", new Before.Nothing(Set.of()), Map.of("name", "Ends with its ad sets",
                                "status", "PAUSED", "lifetime_budget", "500000")))));
        assertThat(results).extracting(result -> result.entry().state()).containsExactly(WriteState.REJECTED,
                WriteState.CONFIRMED, WriteState.CONFIRMED);
        assertThat(results.getFirst().entry().reason()).contains("41.00 EUR a day").contains("40.00 EUR");
    }

    private static PlannedWrite lifetime(String name, String cents) {
        return PlannedWrite.create(TENANT, ID, "adsets", name, "ad-set.create", new Before.Nothing(Set.of()),
                Map.of("name", name, "status", "PAUSED", "lifetime_budget", cents, "start_time",
                        "2026-12-01T00:00:00+0000", "end_time", "2026-12-11T00:00:00+0000"));
    }

    @Test
    void keepsTheLargestRaise() {
        rails(new Guardrails(List.of(), new BigDecimal("20"), List.of(), Set.of()));
        assertThat(refusal(() -> budget(ONE, "24.02"))).contains("20.1%").contains("20%");
        budget(ONE, "24");
        budget(ONE, "10");
    }

    @Test
    void keepsTheTotalOfWhatRuns() {
        rails(new Guardrails(List.of(), null, List.of(eur("60")), Set.of()));
        assertThat(refusal(() -> bench.campaigns.setStatus(TENANT, ID, Level.CAMPAIGN, TWO, Status.ACTIVE)))
                .contains("70.00 EUR");
        budget(TWO, "80");
        assertThat(refusal(() -> budget(ONE, "61"))).contains("61.00 EUR");
        bench.campaigns.setStatus(TENANT, ID, Level.CAMPAIGN, ONE, Status.PAUSED);
    }

    @Test
    void addsUpWhatLeavesTogether() {
        rails(new Guardrails(List.of(), null, List.of(eur("40")), Set.of()));
        PlannedWrite raise = PlannedWrite.update(TENANT, ID, "campaigns", ONE, "One", "campaign.update",
                new Before.Values(Map.of("daily_budget", "2000")), Map.of("daily_budget", "3900"));
        PlannedWrite small = PlannedWrite.create(TENANT, ID, "campaigns", "New", "campaign.create",
                new Before.Nothing(Set.of()), Map.of("name", "New", "status", "ACTIVE", "daily_budget", "500"));
        List<WriteResult> results = bench.writes.sendAll(bench.writes.plan("b", List.of(raise, small)));
        assertThat(results).extracting(result -> result.entry().state()).containsExactly(WriteState.CONFIRMED,
                WriteState.REJECTED);
        assertThat(bench.facebook.calls("create")).isEmpty();
    }

    @Test
    void blocksOperations() {
        rails(new Guardrails(List.of(), null, List.of(), Set.of(Operation.ACTIVATE, Operation.DELETE, Operation.CREATE,
                Operation.RAISE_BUDGET, Operation.ARCHIVE)));
        assertThat(refusal(() -> bench.campaigns.setStatus(TENANT, ID, Level.CAMPAIGN, TWO, Status.ACTIVE)))
                .contains("switching on");
        assertThat(refusal(() -> bench.campaigns.delete(TENANT, ID, TWO))).contains("deleting");
        assertThat(refusal(() -> bench.campaigns.archive(TENANT, ID, TWO))).contains("archiving");
        assertThat(refusal(() -> budget(ONE, "21"))).contains("raising budgets");
        assertThat(refusal(() -> bench.campaigns.create(TENANT, ID, new CampaignDraft("New", Objective.SALES,
                List.of(), List.of(), null, null, false)))).contains("creating");
        bench.campaigns.setStatus(TENANT, ID, Level.CAMPAIGN, ONE, Status.PAUSED);
        budget(ONE, "10");
    }

    @Test
    void refusesWhatCannotBeComparedWithAnotherCurrency() {
        Money dollars = Money.of("900", AdCurrency.of("USD"));
        rails(new Guardrails(List.of(dollars), null, List.of(), Set.of()));
        assertThat(refusal(() -> budget(ONE, "21"))).contains("largest daily budget").contains("USD").contains("EUR");
        budget(ONE, "19");
        bench.campaigns.setStatus(TENANT, ID, Level.CAMPAIGN, TWO, Status.ACTIVE);
        bench.campaigns.setStatus(TENANT, ID, Level.CAMPAIGN, TWO, Status.PAUSED);

        rails(new Guardrails(List.of(), null, List.of(dollars), Set.of()));
        assertThat(refusal(() -> bench.campaigns.setStatus(TENANT, ID, Level.CAMPAIGN, TWO, Status.ACTIVE)))
                .contains("account total").contains("USD").contains("EUR");
        bench.campaigns.setStatus(TENANT, ID, Level.CAMPAIGN, ONE, Status.PAUSED);

        rails(new Guardrails(List.of(dollars, eur("30")), null, List.of(dollars), Set.of()));
        assertThat(refusal(() -> budget(ONE, "31"))).contains("30.00 EUR");
        budget(ONE, "30");
    }

    @Test
    void oneCurrencyIsAgreedOnce() {
        assertThatThrownBy(() -> new Guardrails(List.of(eur("1"), eur("2")), null, List.of(), Set.of()))
                .hasMessageContaining("twice");
    }

    @Test
    void theProfileIsKeptPerTenantAndItsChangeIsAudited() {
        TenantProfile profile = new TenantProfile("Ines", TenantProfile.EMPTY.targets(), Guardrails.NONE,
                List.of("purchase"), new Naming("/NO_.*/", "{country}_{n:2}", ""), "utm_source=facebook",
                java.util.Set.of(com.bizosaas.adsdesk.domain.Enhancement.MUSIC_GENERATION), "Never on Sundays");
        profiles.save(TENANT, profile);
        assertThat(profiles.profile(TENANT)).isEqualTo(profile);
        assertThat(bench.lastEntry()).returns("tenant.profile", AuditEntry::action);
        assertThat(bench.lastEntry().after()).contains("Never on Sundays").doesNotContain("monthlyBudget");
        for (TenantProfile wrong : List.of(
                TenantProfile.EMPTY.withConversions(List.of("a b")),
                TenantProfile.EMPTY.withNaming(new Naming("/(/", "", "")),
                TenantProfile.EMPTY.withNaming(new Naming("", "{colour}", "")),
                TenantProfile.EMPTY.withNaming(new Naming("", "", "{ad")),
                TenantProfile.EMPTY.withUrlTags("?utm"))) {
            assertThat(catchThrowableOfType(DeskException.class, () -> profiles.save(TENANT, wrong)).problem().field())
                    .isNotEmpty();
        }
    }

    @Test
    void asksBeforeTheFirstWriteOfADayAndPerson() {
        assertThat(profiles.isFirstWriteToday(TENANT)).isTrue();
        profiles.confirmFirstWrite(TENANT);
        assertThat(profiles.isFirstWriteToday(TENANT)).isFalse();
        bench.person = new com.bizosaas.adsdesk.domain.Person("p9", "Tom", bench.person.role());
        assertThat(profiles.isFirstWriteToday(TENANT)).isTrue();
        profiles.confirmFirstWrite(TENANT);
        bench.clock.pass(Duration.ofDays(1));
        assertThat(profiles.isFirstWriteToday(TENANT)).isTrue();
    }
}
