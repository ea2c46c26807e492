package com.bizosaas.adsdesk.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.BidStrategy;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.domain.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CampaignRulesTest {

    private static CampaignDraft draft(@Nullable Budget budget, @Nullable BidStrategy strategy, boolean sharing) {
        return new CampaignDraft("Autumn sale", Objective.SALES, List.of(), List.of(), budget, strategy, sharing);
    }

    private static String refusedField(CampaignDraft draft) {
        return refusedField(() -> CampaignRules.check(draft, Desk.account("7", Desk.EUR)));
    }

    private static String refusedField(CampaignEdit edit, Campaign campaign, AdSet... adSets) {
        return refusedField(
                () -> CampaignRules.check(edit, campaign, List.of(adSets), Desk.account("7", Desk.EUR)));
    }

    private static String refusedField(org.assertj.core.api.ThrowableAssert.ThrowingCallable check) {
        DeskException refusal = catchThrowableOfType(DeskException.class, check);
        assertThat(refusal).isNotNull();
        assertThat(refusal.problem().kind()).isEqualTo(Problem.Kind.INVALID_INPUT);
        assertThat(refusal.problem().remedy()).isNotBlank();
        return refusal.problem().field();
    }

    @Test
    void alwaysSendsTheSpecialCategoriesAndTheAnswerAboutSharing() {
        assertThat(CampaignRules.parameters(draft(null, null, false))).containsEntry("special_ad_categories", "[]")
                .containsEntry("is_adset_budget_sharing_enabled", "false").containsEntry("status", "PAUSED")
                .doesNotContainKeys("daily_budget", "lifetime_budget", "bid_strategy");
    }

    @Test
    void sendsBudgetsInTheMinorUnitsOfMetasTable() {
        assertThat(CampaignRules
                .parameters(draft(Desk.daily("25.50", Desk.EUR), BidStrategy.LOWEST_COST_WITHOUT_CAP, false)))
                .containsEntry("daily_budget", "2550").containsEntry("bid_strategy", "LOWEST_COST_WITHOUT_CAP")
                .doesNotContainKey("is_adset_budget_sharing_enabled");
        assertThat(CampaignRules.parameters(draft(Desk.daily("3000", Desk.JPY), null, false)))
                .containsEntry("daily_budget", "3000");
    }

    @Test
    void refusesBudgetsThatFacebookWouldRefuse() {
        assertThat(refusedField(draft(Desk.daily("0.99", Desk.EUR), null, false))).isEqualTo("budget");
        assertThat(refusedField(draft(Desk.daily("10.005", Desk.EUR), null, false))).isEqualTo("budget");
        assertThat(refusedField(draft(Desk.daily("500", Desk.JPY), null, false))).isEqualTo("budget");
        assertThatCode(() -> CampaignRules.check(draft(Desk.daily("1.00", Desk.EUR), null, false),
                Desk.account("7", Desk.EUR))).doesNotThrowAnyException();
    }

    @Test
    void keepsBudgetCompanionsToTheirSide() {
        assertThat(refusedField(draft(null, BidStrategy.COST_CAP, false))).isEqualTo("bidStrategy");
        assertThat(refusedField(draft(Desk.daily("10", Desk.EUR), null, true))).isEqualTo("adSetBudgetSharing");
    }

    @Test
    void wantsCountriesWithASpecialCategory() {
        CampaignDraft without = new CampaignDraft("Flats", Objective.LEADS, List.of("HOUSING"), List.of(), null, null,
                false);
        assertThat(refusedField(without)).isEqualTo("specialAdCategoryCountries");
        CampaignDraft with = new CampaignDraft("Flats", Objective.LEADS, List.of("HOUSING"), List.of("DE", "AT"), null,
                null, false);
        assertThat(CampaignRules.parameters(with)).containsEntry("special_ad_categories", "[\"HOUSING\"]")
                .containsEntry("special_ad_category_country", "[\"DE\",\"AT\"]");
    }

    @Test
    void refusesOldObjectivesAndEmptyNames() {
        assertThat(refusedField(new CampaignDraft("Old", new Objective("LINK_CLICKS"), List.of(), List.of(), null, null,
                false))).isEqualTo("objective");
        assertThat(refusedField(new CampaignDraft("  ", Objective.SALES, List.of(), List.of(), null, null, false)))
                .isEqualTo("name");
    }

    @Test
    void refusesABudgetOnBothLevels() {
        Campaign campaign = Desk.campaign("1", null, Status.ACTIVE);
        CampaignEdit edit = new CampaignEdit(null, Desk.daily("20", Desk.EUR), null);
        assertThat(refusedField(edit, campaign, Desk.adSet("2", "1", Desk.daily("5", Desk.EUR), "REACH")))
                .isEqualTo("budget");
        assertThatCode(() -> CampaignRules.check(edit, campaign, List.of(), Desk.account("7", Desk.EUR)))
                .doesNotThrowAnyException();
    }

    @Test
    void changesOnlyTheNameOfAnArchivedCampaign() {
        Campaign archived = Desk.campaign("1", Desk.daily("20", Desk.EUR), Status.ARCHIVED);
        assertThat(refusedField(new CampaignEdit(null, Desk.daily("30", Desk.EUR), null), archived))
                .isEqualTo("budget");
        assertThatCode(() -> CampaignRules.check(new CampaignEdit("Old autumn", null, null), archived, List.of(),
                Desk.account("7", Desk.EUR))).doesNotThrowAnyException();
    }

    @Test
    void wantsCapsBeforeAStrategyThatNeedsThem() {
        Campaign campaign = Desk.campaign("1", Desk.daily("20", Desk.EUR), Status.ACTIVE);
        AdSet uncapped = Desk.adSet("2", "1", null, "REACH");
        assertThat(refusedField(new CampaignEdit(null, null, BidStrategy.COST_CAP), campaign, uncapped))
                .isEqualTo("bidStrategy");
        assertThat(refusedField(new CampaignEdit(null, null, BidStrategy.LOWEST_COST_WITH_MIN_ROAS), campaign,
                uncapped)).isEqualTo("bidStrategy");
    }

    @Test
    void sendsOnlyWhatAnEditChanges() {
        Campaign campaign = Desk.campaign("1", Desk.daily("20", Desk.EUR), Status.ACTIVE);
        assertThat(CampaignRules.parameters(
                new CampaignEdit("Campaign 1", Desk.daily("20.00", Desk.EUR), campaign.bidStrategy()), campaign))
                .isEmpty();
        assertThat(CampaignRules.parameters(new CampaignEdit("New", Desk.daily("21", Desk.EUR), null), campaign))
                .containsOnly(java.util.Map.entry("name", "New"), java.util.Map.entry("daily_budget", "2100"));
    }
}
