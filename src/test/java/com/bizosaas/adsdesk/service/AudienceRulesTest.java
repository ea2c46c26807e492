package com.bizosaas.adsdesk.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.draft.AudienceValues;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudienceRulesTest {

    private static CustomAudience seed(@Nullable Long people) {
        return new CustomAudience(new GraphId("5"), "Buyers", "CUSTOM", "", people, people, 200, "Normal", 200, "Ready",
                null, null, null, null, null, null);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            de, 0.00, 0.01, country
            DE, 0.00, 0.21, ratio
            DE, 0.00, 0.005, ratio
            DE, 0.00, 0.015, ratio
            DE, 0.02, 0.02, startingRatio
            DE, 0.05, 0.02, startingRatio
            """)
    void refusesBandsAndCountriesThatDoNotExist(String country, double from, double to, String field) {
        DeskException refusal = catchThrowableOfType(DeskException.class,
                () -> AudienceRules.checkLookalike(seed(5000L), country, from, to));
        assertThat(refusal.problem().field()).isEqualTo(field);
    }

    @Test
    void acceptsEveryWholePerCent() {
        for (int percent = 1; percent <= 20; percent++) {
            double ratio = percent / 100.0;
            assertThatCode(() -> AudienceRules.checkLookalike(seed(null), "DE", 0, ratio)).doesNotThrowAnyException();
        }
    }

    @Test
    void refusesASourceWithTooFewPeople() {
        DeskException refusal = catchThrowableOfType(DeskException.class,
                () -> AudienceRules.checkLookalike(seed(60L), "DE", 0, 0.01));
        assertThat(refusal.problem().field()).isEqualTo("originId");
    }

    @Test
    void writesRatiosAsNumbers() {
        assertThat(AudienceValues.lookalike(" LAL ", new GraphId("5"), "DE", 0.01, 0.03))
                .containsEntry("lookalike_spec", "{\"starting_ratio\":0.01,\"ratio\":0.03,\"country\":\"DE\"}")
                .containsEntry("origin_audience_id", "5").containsEntry("subtype", "LOOKALIKE")
                .containsEntry("name", "LAL");
        assertThat(AudienceValues.lookalike("LAL", new GraphId("5"), "DE", 0, 0.1)).containsEntry("lookalike_spec",
                "{\"ratio\":0.10,\"country\":\"DE\"}");
    }

    @Test
    void tellsBandsApart() {
        assertThat(AudienceRules.startsAt("{\"ratio\":0.02}", 0)).isTrue();
        assertThat(AudienceRules.startsAt("{\"ratio\":0.02,\"starting_ratio\":0.01}", 0)).isFalse();
        assertThat(AudienceRules.startsAt("{\"ratio\":0.02,\"starting_ratio\":0.01}", 0.01)).isTrue();
        assertThat(AudienceRules.startsAt("", 0)).isTrue();
    }

    @Test
    void writesAWebsiteRuleInTheShapeOfTheApi() {
        assertThat(AudienceValues.website("Cart", new GraphId("555"), "AddToCart", "/shop", 30)).containsEntry("rule",
                """
                        {"inclusions":{"operator":"or","rules":[{"event_sources":[{"id":"555","type":"pixel"}],\
                        "retention_seconds":2592000,"filter":{"operator":"and","filters":[\
                        {"field":"event","operator":"eq","value":"AddToCart"},\
                        {"field":"url","operator":"i_contains","value":"/shop"}]}}]}}""")
                .doesNotContainKey("subtype").containsEntry("prefill", "true");
    }

    @Test
    void takesEveryVisitWhereNothingIsNamed() {
        assertThat(AudienceValues.website("All", new GraphId("555"), "", "", 180).get("rule"))
                .contains("{\"field\":\"url\",\"operator\":\"i_contains\",\"value\":\"\"}")
                .contains("\"retention_seconds\":15552000");
    }
}
