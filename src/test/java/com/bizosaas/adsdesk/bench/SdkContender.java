package com.bizosaas.adsdesk.bench;

import com.bizosaas.adsdesk.sandbox.SdkBridge;
import com.facebook.ads.sdk.APIContext;
import com.facebook.ads.sdk.APINodeList;
import com.facebook.ads.sdk.APIRequest;
import com.facebook.ads.sdk.Ad;
import com.facebook.ads.sdk.AdAccount;
import com.facebook.ads.sdk.AdSet;
import com.facebook.ads.sdk.AdsInsights;
import com.facebook.ads.sdk.Campaign;
import com.facebook.ads.sdk.User;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The official Java SDK as its documentation shows it: typed requests, the iterator that turns the pages, pages as large
/// as the edges take. An account's objects are kept until the account is done.
final class SdkContender implements Contender {

    private static final int PAGE = 500;
    private static final List<String> STATUSES = Arrays.asList("ACTIVE", "PAUSED", "ARCHIVED", "IN_PROCESS",
            "WITH_ISSUES");
    private static final List<String> AD_SET_STATUSES = plus(STATUSES, "CAMPAIGN_PAUSED");
    private static final List<String> AD_STATUSES = plus(AD_SET_STATUSES, "ADSET_PAUSED", "PENDING_REVIEW",
            "DISAPPROVED", "PREAPPROVED", "PENDING_BILLING_INFO");

    private final Target target;
    private final int threads;
    private Rows rows = Rows.NONE;

    SdkContender(Target target, int threads) {
        this.target = target;
        this.threads = threads;
        APIRequest.changeRequestExecutor(SdkBridge.executor(target.graphUrl()));
    }

    @Override
    public boolean compressed() {
        return false;
    }

    @Override
    public void sync() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<List<Callable<Rows>>>> users = new ArrayList<>();
            for (String token : target.tokens()) {
                users.add(pool.submit(() -> user(token)));
            }
            List<Callable<Rows>> accounts = new ArrayList<>();
            for (Future<List<Callable<Rows>>> user : users) {
                accounts.addAll(user.get());
            }
            rows = new Rows(accounts.size(), 0, 0, 0, 0);
            for (Future<Rows> done : pool.invokeAll(accounts)) {
                rows = rows.plus(done.get());
            }
        }
    }

    @Override
    public Rows rows() {
        return rows;
    }

    private List<Callable<Rows>> user(String token) throws Exception {
        APIContext context = SdkBridge.context(target.version(), token, target.appId(), target.appSecret());
        List<Callable<Rows>> accounts = new ArrayList<>();
        for (AdAccount account : accounts(context)) {
            accounts.add(() -> account(account.getId(), context));
        }
        return accounts;
    }

    private static APINodeList<AdAccount> accounts(APIContext context) throws Exception {
        return new User("me", context).getAdAccounts().requestNameField().requestAccountStatusField()
                .requestDisableReasonField().requestCurrencyField().requestTimezoneNameField()
                .requestTimezoneOffsetHoursUtcField().requestAmountSpentField().requestBalanceField()
                .requestSpendCapField().requestMinDailyBudgetField().requestBusinessField().requestUserTasksField()
                .requestFundingSourceDetailsField().setParam("limit", PAGE).execute();
    }

    private Rows account(String id, APIContext context) throws Exception {
        AdAccount account = new AdAccount("act_" + id, context);
        List<Campaign> campaigns = all(account.getCampaigns().requestNameField().requestObjectiveField()
                .requestStatusField().requestEffectiveStatusField().requestDailyBudgetField()
                .requestLifetimeBudgetField().requestBidStrategyField().requestSpecialAdCategoriesField()
                .requestStartTimeField().requestStopTimeField().requestCreatedTimeField().requestUpdatedTimeField()
                .requestIssuesInfoField().setEffectiveStatus(json(STATUSES)).setParam("limit", PAGE).execute());
        List<AdSet> adSets = all(account.getAdSets().requestCampaignIdField().requestNameField().requestStatusField()
                .requestEffectiveStatusField().requestDailyBudgetField().requestLifetimeBudgetField()
                .requestBidStrategyField().requestBidAmountField().requestOptimizationGoalField()
                .requestBillingEventField().requestStartTimeField().requestEndTimeField().requestCreatedTimeField()
                .requestUpdatedTimeField().requestLearningStageInfoField().requestIssuesInfoField()
                .setParam("effective_status", json(AD_SET_STATUSES)).setParam("limit", PAGE).execute());
        List<Ad> ads = all(account.getAds().requestCampaignIdField().requestAdsetIdField().requestNameField()
                .requestStatusField().requestEffectiveStatusField().requestCreativeField().requestCreatedTimeField()
                .requestUpdatedTimeField().requestIssuesInfoField().requestAdReviewFeedbackField()
                .setParam("effective_status", json(AD_STATUSES)).setParam("limit", PAGE).execute());
        List<AdsInsights> insights = all(account.getInsights().setLevel(AdsInsights.EnumLevel.VALUE_CAMPAIGN)
                .setTimeRange("{\"since\":\"" + target.since() + "\",\"until\":\"" + target.until() + "\"}")
                .setTimeIncrement("1")
                .setFields(List.of("campaign_id", "impressions", "clicks", "inline_link_clicks", "outbound_clicks",
                        "spend", "actions", "action_values"))
                .setParam("limit", PAGE).execute());
        return new Rows(0, campaigns.size(), adSets.size(), ads.size(), insights.size());
    }

    private static <T extends com.facebook.ads.sdk.APINode> List<T> all(APINodeList<T> first) {
        List<T> rows = new ArrayList<>();
        first.withAutoPaginationIterator(true).iterator().forEachRemaining(rows::add);
        return rows;
    }

    private static String json(List<String> words) {
        return "[\"" + String.join("\",\"", words) + "\"]";
    }

    private static List<String> plus(List<String> words, String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(Arrays.asList(more));
        return all;
    }
}
