package com.bizosaas.adsdesk.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.Delivery.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryTest {

    private static final Instant NOW = Instant.parse("2026-04-14T07:42:00Z");
    private static final Instant BEFORE = NOW.minus(Duration.ofDays(30));
    private static final Instant LATER = NOW.plus(Duration.ofDays(3));
    private static final Issue HARD = new Issue("2446", "Card declined", "Ads stop until it is paid.", true);
    private static final Issue SOFT = new Issue("1815", "Low bid", "It may reach few people.", false);

    @ParameterizedTest
    @CsvSource(textBlock = """
            ACTIVE,               ACTIVE
            PAUSED,               PAUSED
            CAMPAIGN_PAUSED,      CAMPAIGN_OFF
            ADSET_PAUSED,         AD_SET_OFF
            IN_PROCESS,           PROCESSING
            WITH_ISSUES,          ISSUES
            PENDING_REVIEW,       IN_REVIEW
            PREAPPROVED,          IN_REVIEW
            DISAPPROVED,          REJECTED
            PENDING_BILLING_INFO, BILLING
            ARCHIVED,             ARCHIVED
            DELETED,              DELETED
            SOMETHING_NEW,        UNKNOWN
            """)
    void followsEveryEffectiveStatusOfAnAd(String effective, State state) {
        assertThat(Delivery.of(ad(effective)).state()).isEqualTo(state);
    }

    @Test
    void saysWhichWordMetaUsedThatTheDeskDoesNotKnow() {
        assertThat(Delivery.of(ad("SOMETHING_NEW")).reason()).contains("SOMETHING_NEW");
    }

    @Test
    void aCampaignThatIsOnWithALiveAdSetIsActive() {
        assertThat(of(campaign("ACTIVE", BEFORE, null), adSet("ACTIVE", null)).state()).isEqualTo(State.ACTIVE);
    }

    @Test
    void aCampaignThatHasNotStartedIsScheduledThoughItReadsActive() {
        assertThat(of(campaign("ACTIVE", LATER, null), adSet("ACTIVE", null)).state()).isEqualTo(State.SCHEDULED);
    }

    @Test
    void aCampaignWhoseScheduleIsOverIsCompleted() {
        assertThat(of(campaign("ACTIVE", BEFORE, NOW), adSet("ACTIVE", null)).state()).isEqualTo(State.COMPLETED);
    }

    @Test
    void aCampaignOverAdSetsThatAreAllOffDeliversNothing() {
        Delivery delivery = of(campaign("ACTIVE", BEFORE, null), adSet("PAUSED", null), adSet("ARCHIVED", null));
        assertThat(delivery.state()).isEqualTo(State.PARTS_OFF);
        assertThat(delivery.state().delivers()).isFalse();
    }

    @Test
    void aCampaignWithoutAnyAdSetDeliversNothing() {
        assertThat(of(campaign("ACTIVE", BEFORE, null)).reason()).isEqualTo("There is no ad set in this campaign.");
    }

    @Test
    void aCampaignLearnsWhenAllItsLiveAdSetsLearn() {
        Delivery delivery = of(campaign("ACTIVE", BEFORE, null), adSet("ACTIVE", new AdSet.Learning("LEARNING", 12)),
                adSet("ACTIVE", new AdSet.Learning("LEARNING", 31)), adSet("PAUSED", null));
        assertThat(delivery.state()).isEqualTo(State.LEARNING);
        assertThat(delivery.learned()).isEqualTo(31);
    }

    @Test
    void oneAdSetPastLearningMakesTheCampaignActive() {
        assertThat(of(campaign("ACTIVE", BEFORE, null), adSet("ACTIVE", new AdSet.Learning("LEARNING", 12)),
                adSet("ACTIVE", new AdSet.Learning("SUCCESS", 80))).state()).isEqualTo(State.ACTIVE);
    }

    @Test
    void anAdSetThatFailedToLearnIsLimitedAndNeedsALook() {
        Delivery delivery = Delivery.of(adSet("ACTIVE", new AdSet.Learning("FAIL", 4)), NOW);
        assertThat(delivery.state()).isEqualTo(State.LEARNING_LIMITED);
        assertThat(delivery.state().needsLook()).isTrue();
        assertThat(delivery.state().delivers()).isTrue();
    }

    @Test
    void aHardIssueStopsDeliveryAndGivesMetasWords() {
        Campaign campaign = campaign("ACTIVE", BEFORE, null, SOFT, HARD);
        Delivery delivery = of(campaign, adSet("ACTIVE", null));
        assertThat(delivery.state()).isEqualTo(State.ISSUES);
        assertThat(delivery.reason()).isEqualTo("Card declined: Ads stop until it is paid.");
    }

    @Test
    void aSoftIssueOnlyLeavesANote() {
        Delivery delivery = of(campaign("ACTIVE", BEFORE, null, SOFT), adSet("ACTIVE", null));
        assertThat(delivery.state()).isEqualTo(State.ACTIVE);
        assertThat(delivery.reason()).startsWith("Low bid");
    }

    @Test
    void anAdWaitsForTheScheduleOfItsAdSet() {
        AdSet later = new AdSet(new GraphId("2"), new GraphId("1"), "Set", Status.ACTIVE, EffectiveStatus.ACTIVE, null,
                null, null, "", "", LATER, null, null, null, null, List.of());
        assertThat(Delivery.of(ad("ACTIVE"), later, NOW).state()).isEqualTo(State.SCHEDULED);
    }

    private static Delivery of(Campaign campaign, AdSet... adSets) {
        return Delivery.of(campaign, List.of(adSets), NOW);
    }

    private static Campaign campaign(String effective, Instant start, @Nullable Instant stop, Issue... issues) {
        return new Campaign(new GraphId("1"), "Spring", Objective.SALES, Status.ACTIVE, new EffectiveStatus(effective),
                null, null, List.of(), start, stop, null, null, List.of(issues));
    }

    private static AdSet adSet(String effective, AdSet.@Nullable Learning learning) {
        return new AdSet(new GraphId("2"), new GraphId("1"), "Set", Status.ACTIVE, new EffectiveStatus(effective), null,
                null, null, "OFFSITE_CONVERSIONS", "IMPRESSIONS", BEFORE, null, null, null, learning, List.of());
    }

    private static Ad ad(String effective) {
        return new Ad(new GraphId("3"), new GraphId("1"), new GraphId("2"), "Ad", Status.ACTIVE,
                new EffectiveStatus(effective), null, null, null, List.of());
    }
}
