package com.bizosaas.adsdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractCheckTest {

    private static final String CAMPAIGN = "/v26.0/120211000000000001";

    private final ContractCheck check = new ContractCheck(Overlay.load());

    private List<String> problems(String method, String path, String form) {
        return check.problems(new WireEntry(method, path, WireEntry.form(form)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET  | /v26.0/me/adaccounts            | fields=id,name,currency,business{id,name},user_tasks&limit=100&after=abc
            GET  | /v26.0/act_12/campaigns         | fields=id,name,effective_status,adsets.limit(25){id,ads{id,creative{id,thumbnail_url}}}&effective_status=["ACTIVE","PAUSED"]
            POST | /v26.0/act_12/campaigns         | name=A&objective=OUTCOME_SALES&status=PAUSED&special_ad_categories=[]&is_adset_budget_sharing_enabled=false
            POST | /v26.0/120211000000000001       | status=PAUSED&daily_budget=5000
            DELETE | /v26.0/120211000000000001     | access_token=secret
            GET  | /v26.0/act_12/insights          | level=campaign&fields=campaign_id,spend,actions&time_range={"since":"2026-10-01","until":"2026-10-07"}&breakdowns=age,gender
            POST | /v26.0/act_12/insights          | level=ad&fields=ad_id,spend&time_increment=1&date_preset=last_7d
            POST | /v26.0/act_12/adsets            | name=A&targeting={"geo_locations":{"countries":["DE"]},"age_min":18,"targeting_automation":{"advantage_audience":0}}&optimization_goal=LINK_CLICKS
            GET  | /v26.0/oauth/access_token       | client_id=1&client_secret=s&redirect_uri=x&code=c
            GET  | /v26.0/search                   | type=adinterest&q=cycling&limit=20
            GET  | /v26.0/12093000000000007        | fields=async_status,async_percent_completion
            POST | /v26.0/                         | batch=[{"method":"POST","relative_url":"act_12/campaigns","body":"name%3DA%26status%3DPAUSED"}]
            """)
    void whatTheApiTakesIsLeftAlone(String method, String path, String form) {
        assertThat(problems(method, path, form)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET  | /v26.0/me/adaccounts            | fields=id,favourite_colour                        | unknown field AdAccount.favourite_colour
            GET  | /v26.0/me/adaccounts            | fields=id,business{id,shoe_size}                  | unknown field Business.shoe_size
            GET  | /v26.0/act_12/campaigns         | fields=id,adsets{id,ads{creative{taste}}}         | unknown field AdCreative.taste
            GET  | /v26.0/act_12/campaigns         | fields=id,adsets.colour(1){id}                    | unknown parameter colour
            GET  | /v26.0/120211000000000001       | fields=thumbnail_url                              | unknown field Campaign.thumbnail_url
            GET  | /v26.0/12093000000000007        | fields=made_up                                    | made_up
            POST | /v26.0/act_12/campaigns         | name=A&mood=good                                  | unknown parameter mood
            POST | /v26.0/act_12/campaigns         | status=SLEEPING                                   | unknown value SLEEPING of status
            POST | /v26.0/act_12/adsets            | targeting={"geo_locations":{"planets":["Mars"]}}  | unknown member targeting.geo_locations.planets
            GET  | /v26.0/act_12/insights          | fields=spend,age                                  | unknown field AdsInsights.age
            GET  | /v26.0/act_12/insights          | fields=marketing_messages_website_purchase        | is gone
            GET  | /v26.0/act_12/insights          | breakdowns=["hue"]                                | unknown value hue of breakdowns
            GET  | /v26.0/act_12/ads               | filtering=[{"field":"ad.hue","operator":"IN","value":[1]}]      | unknown filtering field ad.hue
            GET  | /v26.0/act_12/ads               | filtering=[{"field":"ad.id","operator":"LIKE","value":[1]}]     | unknown filtering operator LIKE
            GET  | /v26.0/act_12/weather           | limit=1                                           | unknown call AdAccount GET /weather
            GET  | /v26.0/oauth/access_token       | client_id=1&shoe=2                                | unknown parameter shoe
            GET  | /v26.0/nowhere                  | limit=1                                           | unknown path
            """)
    void whatIsMadeUpIsFound(String method, String path, String form, String problem) {
        assertThat(problems(method, path, form)).anyMatch(found -> found.contains(problem));
    }

    @Test
    void aMadeUpFieldInsideABatchIsFound() {
        String batch = "[{\"method\":\"GET\",\"relative_url\":\"act_12/campaigns?fields=id,made_up\"},"
                + "{\"method\":\"POST\",\"relative_url\":\"act_12/campaigns\",\"body\":\"name=A&mood=good\"}]";
        assertThat(check.problems(new WireEntry("POST", "/v26.0", Map.of("batch", batch)))).anyMatch(
                found -> found.contains("unknown field Campaign.made_up"))
                .anyMatch(found -> found.contains("unknown parameter mood")).hasSize(2);
    }

    /// The promise of the whole check: whatever the desk sent, with one made-up field more it would not pass.
    @Test
    void aMadeUpFieldInAnyRequestOfTheJournalMakesTheCheckFail(@TempDir Path folder) throws IOException {
        WireJournal journal = new WireJournal(folder);
        journal.write(new WireEntry("GET", "/v26.0/act_12/ads", Map.of("fields", "id,name")));
        journal.write(new WireEntry("GET", CAMPAIGN, Map.of("fields", "id")));
        journal.write(new WireEntry("GET", "/v26.0/act_12/customaudiences", Map.of("fields", "id,rule")));
        journal.write(new WireEntry("POST", CAMPAIGN, Map.of("status", "PAUSED")));
        assertThat(journal.read()).hasSize(4).allMatch(entry -> check.problems(entry).isEmpty());
        for (WireEntry entry : journal.read()) {
            Map<String, String> params = new HashMap<>(entry.params());
            params.merge(entry.method().equals("GET") ? "fields" : "made_up", "made_up", (a, b) -> a + "," + b);
            assertThat(check.problems(new WireEntry(entry.method(), entry.path(), params))).as(entry.path())
                    .isNotEmpty();
        }
    }

    @Test
    void theJournalKeepsNoSecret(@TempDir Path folder) throws IOException {
        WireJournal journal = new WireJournal(folder);
        URI address = URI
                .create("http://127.0.0.1:1/v26.0/oauth/access_token?client_secret=hush&code=hushhush&state=x");
        journal.write(new WireEntry("GET", address.getPath(), WireEntry.form(address.getRawQuery())));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(Files.readString(files.findFirst().orElseThrow())).doesNotContain("hush").contains("state");
        }
        assertThat(journal.read()).hasSize(1);
    }

    @Test
    void everyOverlayLineHasASource() {
        assertThat(Overlay.load().lines()).isNotEmpty().allMatch(line -> line.source().length() > 8);
        assertThatThrownBy(() -> Overlay.line("common | * | limit |")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Overlay.line("wish | * | limit | me")).isInstanceOf(IllegalArgumentException.class);
    }
}
