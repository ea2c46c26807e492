package com.bizosaas.adsdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.facebook.ads.sdk.APIConfig;
import com.facebook.ads.sdk.APIContext;
import com.facebook.ads.sdk.APIException;
import com.facebook.ads.sdk.APINodeList;
import com.facebook.ads.sdk.APIRequest;
import com.facebook.ads.sdk.APIRequest.IRequestExecutor;
import com.facebook.ads.sdk.APIResponse;
import com.facebook.ads.sdk.Ad;
import com.facebook.ads.sdk.AdAccount;
import com.facebook.ads.sdk.AdCreative;
import com.facebook.ads.sdk.AdReportRun;
import com.facebook.ads.sdk.AdSet;
import com.facebook.ads.sdk.AdsInsights;
import com.facebook.ads.sdk.BatchRequest;
import com.facebook.ads.sdk.Campaign;
import com.facebook.ads.sdk.CustomAudience;
import com.facebook.ads.sdk.Targeting;
import com.facebook.ads.sdk.TargetingAutomation;
import com.facebook.ads.sdk.TargetingGeoLocation;
import com.facebook.ads.sdk.User;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Facebook's own SDK cannot tell the sandbox from Facebook.
class OfficialSdkTest {

    private static final String VERSION = "v26.0";

    private static SandboxFixture sandbox;
    private static IRequestExecutor before;
    private static APIContext context;
    private static AdAccount account;

    @BeforeAll
    static void pointTheSdkAtTheSandbox() throws IOException {
        sandbox = new SandboxFixture();
        before = APIRequest.getExecutor();
        APIRequest.changeRequestExecutor(new SandboxExecutor(sandbox.server.graphUrl()));
        context = context(sandbox.server.operators().getFirst().token());
        account = new AdAccount(sandbox.account(), context);
    }

    @AfterAll
    static void pointTheSdkBack() throws IOException {
        APIRequest.changeRequestExecutor(before);
        sandbox.close();
    }

    /// With the app's secret, so that every call carries `appsecret_proof`.
    private static APIContext context(String token) {
        return new APIContext(APIConfig.DEFAULT_API_BASE, APIConfig.DEFAULT_VIDEO_API_BASE, VERSION, token,
                sandbox.server.appSecret(), sandbox.server.appId(), false);
    }

    @Test
    void listsTheOperatorsAccountsPageByPage() throws APIException {
        APINodeList<AdAccount> page = new User("me", context).getAdAccounts().requestNameField().requestCurrencyField()
                .requestTimezoneNameField().requestBusinessField().setParam("limit", 4).execute();
        assertThat(page).hasSize(4);
        Set<String> names = new HashSet<>();
        int pages = 0;
        for (; page != null && !page.isEmpty(); page = page.nextPage()) {
            pages++;
            for (AdAccount one : page) {
                assertThat(one.getId()).matches("\\d{17}");
                assertThat(one.getFieldCurrency()).hasSize(3);
                assertThat(one.getFieldBusiness().getId()).isNotEmpty();
                names.add(one.getFieldName());
            }
        }
        assertThat(pages).isEqualTo(3);
        assertThat(names).hasSize(9).contains("EU Webshop", "Ελλάδα & Κύπρος", "हिकारी भारत", "قهوة الشرق");
    }

    @Test
    void pagesThroughCampaignsWithoutLosingOne() throws APIException {
        Set<String> paged = new HashSet<>();
        for (Campaign campaign : account.getCampaigns().requestNameField().requestEffectiveStatusField()
                .setParam("limit", 7).execute().withAutoPaginationIterator(true)) {
            assertThat(paged.add(campaign.getId())).isTrue();
            assertThat(campaign.getFieldEffectiveStatus()).isNotNull();
        }
        APINodeList<Campaign> whole = account.getCampaigns().requestNameField().setParam("limit", 500).execute();
        assertThat(whole).extracting(Campaign::getId).containsExactlyInAnyOrderElementsOf(paged)
                .hasSizeGreaterThan(20);
    }

    @Test
    void createsUpdatesAndDeletesACampaignWithItsAdSetAndAd() throws APIException {
        Campaign campaign = account.createCampaign().setName("SDK — Größe & Ελλάδα")
                .setObjective(Campaign.EnumObjective.VALUE_OUTCOME_TRAFFIC).setStatus(Campaign.EnumStatus.VALUE_PAUSED)
                .setSpecialAdCategories(List.of()).setIsAdsetBudgetSharingEnabled(false).execute();
        AdSet adSet = account.createAdSet().setName("CH 25-54").setCampaignId(campaign.getId())
                .setStatus(AdSet.EnumStatus.VALUE_PAUSED).setDailyBudget(2500L)
                .setBillingEvent(AdSet.EnumBillingEvent.VALUE_IMPRESSIONS)
                .setOptimizationGoal(AdSet.EnumOptimizationGoal.VALUE_LINK_CLICKS)
                .setTargeting(new Targeting()
                        .setFieldGeoLocations(new TargetingGeoLocation().setFieldCountries(List.of("CH")))
                        .setFieldTargetingAutomation(new TargetingAutomation().setFieldAdvantageAudience(0L)))
                .execute();
        AdCreative creative = account.getAdCreatives().requestNameField().setParam("limit", 1).execute().head();
        Ad ad = account.createAd().setName("Video A").setAdsetId(adSet.getId()).setStatus(Ad.EnumStatus.VALUE_PAUSED)
                .setCreative("{\"creative_id\":\"" + creative.getId() + "\"}").execute();

        Ad read = ad.get().requestNameField().requestEffectiveStatusField().requestCreativeField().requestAdsetIdField()
                .execute();
        assertThat(read.getFieldAdsetId()).isEqualTo(adSet.getId());
        assertThat(read.getFieldCreative().getId()).isEqualTo(creative.getId());
        assertThat(adSet.get().requestDailyBudgetField().requestTargetingField().execute().getFieldDailyBudget())
                .isEqualTo("2500");

        campaign.update().setName("SDK renamed").setStatus(Campaign.EnumStatus.VALUE_ACTIVE).execute();
        Campaign renamed = campaign.get().requestNameField().requestStatusField().execute();
        assertThat(renamed.getFieldName()).isEqualTo("SDK renamed");
        assertThat(renamed.getFieldStatus()).isEqualTo(Campaign.EnumStatus.VALUE_ACTIVE);

        campaign.delete().execute();
        assertThat(account.getCampaigns().requestNameField().setParam("limit", 500).execute())
                .extracting(Campaign::getId).isNotEmpty().doesNotContain(campaign.getId());
        assertThat(ad.get().requestEffectiveStatusField().execute().getFieldEffectiveStatus())
                .isEqualTo(Ad.EnumEffectiveStatus.VALUE_DELETED);
    }

    @Test
    void readsInsightsAtOnceAndAsARunWithTheSameResult() throws APIException {
        Map<String, String> week = Map.of("since", "2026-11-09", "until", "2026-11-15");
        APINodeList<AdsInsights> rows = account.getInsights().setLevel(AdsInsights.EnumLevel.VALUE_CAMPAIGN)
                .setTimeRange(week).setFields(List.of("campaign_id", "impressions", "spend", "actions", "ctr"))
                .setParam("limit", 500).execute();
        assertThat(rows).hasSizeGreaterThan(5).allSatisfy(row -> {
            assertThat(row.getFieldDateStart()).isEqualTo("2026-11-09");
            assertThat(new BigDecimal(row.getFieldSpend())).isPositive();
            assertThat(row.getFieldActions()).isNotEmpty();
        });

        AdReportRun started = account.getInsightsAsync().setLevel(AdsInsights.EnumLevel.VALUE_CAMPAIGN)
                .setTimeRange(week).setFields(List.of("campaign_id", "impressions", "spend", "actions", "ctr"))
                .execute();
        String id = started.getRawResponseAsJsonObject().get("report_run_id").getAsString();
        AdReportRun run = new AdReportRun(id, context);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            AdReportRun now = run.get().requestAsyncStatusField().requestAsyncPercentCompletionField().execute();
            return "Job Completed".equals(now.getFieldAsyncStatus()) && now.getFieldAsyncPercentCompletion() == 100;
        });
        APINodeList<AdsInsights> late = run.getInsights().setParam("limit", 500).execute();
        assertThat(late).extracting(AdsInsights::getFieldCampaignId, AdsInsights::getFieldSpend)
                .containsExactlyElementsOf(rows.stream().map(
                        row -> tuple(row.getFieldCampaignId(), row.getFieldSpend()))
                        .toList());
    }

    @Test
    void sendsABatchAndGetsEachAnswerInItsPlace() throws APIException {
        BatchRequest batch = new BatchRequest(context);
        account.get().requestNameField().requestCurrencyField().addToBatch(batch);
        account.getCampaigns().requestNameField().setParam("limit", 3).addToBatch(batch);
        new Campaign("120211999900000000", context).get().requestNameField().addToBatch(batch);
        List<APIResponse> answers = batch.execute();
        assertThat(answers).hasSize(3);
        assertThat(((AdAccount) answers.get(0).head()).getFieldCurrency()).isEqualTo("EUR");
        assertThat((APINodeList<?>) answers.get(1)).hasSize(3);
        assertThat(answers.get(2)).isInstanceOf(APIException.class);
        assertThat(answers.get(2).getRawResponse()).contains("\"code\":400", "error_subcode\\\":33");
    }

    @Test
    void createsAnAudienceAndReadsItBack() throws APIException {
        CustomAudience made = account.createCustomAudience().setName("Newsletter 2026")
                .setSubtype(CustomAudience.EnumSubtype.VALUE_CUSTOM).setDescription("By the SDK")
                .setCustomerFileSource(CustomAudience.EnumCustomerFileSource.VALUE_USER_PROVIDED_ONLY).execute();
        CustomAudience read = made.get().requestNameField().requestSubtypeField().requestOperationStatusField()
                .requestTimeCreatedField().execute();
        assertThat(read.getFieldName()).isEqualTo("Newsletter 2026");
        assertThat(read.getFieldSubtype()).isEqualTo("CUSTOM");
        assertThat(read.getFieldTimeCreated()).isEqualTo(SandboxFixture.NOW.getEpochSecond());
        assertThat(account.getCustomAudiences().requestField("name").setParam("limit", 100).execute())
                .extracting(CustomAudience::getId).contains(made.getId());
    }

    @Test
    void refusalsArriveAsTypedErrors() {
        APIException missing = catchThrowableOfType(APIException.class,
                () -> account.createCampaign().setName("No categories").execute());
        assertThat(missing).isInstanceOf(APIException.FailedRequestException.class);
        assertThat(error(missing).get("code").getAsInt()).isEqualTo(100);
        assertThat(error(missing).get("fbtrace_id").getAsString()).isNotEmpty();

        APIException unknown = catchThrowableOfType(APIException.class,
                () -> account.getCampaigns().requestField("favourite_colour").execute());
        assertThat(error(unknown).get("code").getAsInt()).isEqualTo(100);
        assertThat(error(unknown).get("message").getAsString()).contains("favourite_colour");

        APIException stranger = catchThrowableOfType(APIException.class,
                () -> new User("me", context("EAABnobody")).get().execute());
        assertThat(error(stranger).get("code").getAsInt()).isEqualTo(190);
        assertThat(error(stranger).get("type").getAsString()).isEqualTo("OAuthException");
    }

    private static JsonObject error(APIException exception) {
        return exception.getRawResponseAsJsonObject().getAsJsonObject("error");
    }
}
