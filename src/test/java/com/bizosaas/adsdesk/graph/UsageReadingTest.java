package com.bizosaas.adsdesk.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.AdAccountId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageReadingTest {

    private static final AdAccountId ACCOUNT = AdAccountId.of("701234567890123");

    @Test
    void readsAllFourHeadersInTheirOwnUnits() {
        List<UsageReading> readings = UsageReading.of(Map.of("x-app-usage",
                "{\"call_count\":28,\"total_time\":25,\"total_cputime\":26}", "x-ad-account-usage",
                "{\"acc_id_util_pct\":9.67,\"reset_time_duration\":100,\"ads_api_access_tier\":\"standard_access\"}",
                "x-business-use-case-usage", """
                        {"701234567890123":[
                         {"type":"ads_management","call_count":95,"total_cputime":20,"total_time":21,
                          "estimated_time_to_regain_access":0,"ads_api_access_tier":"development_access"},
                         {"type":"ads_insights","call_count":118,"total_cputime":3,"total_time":4,
                          "estimated_time_to_regain_access":47,"ads_api_access_tier":"standard_access"}]}""",
                "x-fb-ads-insights-throttle", "{\"app_id_util_pct\":31.2,\"acc_id_util_pct\":10}"), ACCOUNT);

        assertThat(readings).extracting(UsageReading::scope).containsExactly(LimitScope.APP,
                LimitScope.account(ACCOUNT.number(), ""), LimitScope.account(ACCOUNT.number(), "ads_management"),
                LimitScope.account(ACCOUNT.number(), "ads_insights"), LimitScope.APP_INSIGHTS,
                LimitScope.account(ACCOUNT.number(), "ads_insights"));
        assertThat(readings).extracting(UsageReading::calls).containsExactly(28.0, 9.67, 95.0, 118.0, 31.2, 10.0);
        assertThat(readings.getFirst().cpu()).isEqualTo(26);
        assertThat(readings.get(1).reset()).isEqualTo(Duration.ofSeconds(100));
        assertThat(readings.get(2).tier()).isEqualTo(UsageReading.Tier.LIMITED);
        assertThat(readings.get(3).regain()).isEqualTo(Duration.ofMinutes(47));
        assertThat(readings).extracting(UsageReading::isFull).containsExactly(false, false, false, true, false, false);
    }

    @Test
    void aBusinessesUseCaseHoldsTheAccountOfTheCallBack() {
        List<UsageReading> readings = UsageReading.of(Map.of("x-business-use-case-usage",
                "{\"301234567890123\":[{\"type\":\"ads_management\",\"call_count\":100}]}"), ACCOUNT);

        assertThat(readings).filteredOn(UsageReading::isFull).extracting(UsageReading::scope)
                .contains(LimitScope.account(ACCOUNT.number(), "ads_management"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "7", "{\"acc_id_util_pct\":null}", "{\"acc_id_util_pct\":\"many\"}",
            "{\"acc_id_util_pct\":{\"a\":1},\"reset_time_duration\":-5}", "{\"acc_id_util_pct\":1e999}"})
    void whatCannotBeReadCountsAsNothing(String header) {
        List<UsageReading> readings = UsageReading.of(
                Map.of("x-app-usage", header, "x-ad-account-usage", header, "x-business-use-case-usage", header),
                ACCOUNT);

        assertThat(readings).noneMatch(UsageReading::isFull);
    }

    @Test
    void onlyASharedPercentageIsEnough() {
        List<UsageReading> readings = UsageReading.of(Map.of("x-ad-account-usage", "{\"acc_id_util_pct\":\"100\"}"),
                ACCOUNT);

        assertThat(readings).singleElement().matches(UsageReading::isFull);
        assertThat(UsageReading.of(Map.of("x-ad-account-usage", "{\"acc_id_util_pct\":100}"), null)).isEmpty();
    }
}
