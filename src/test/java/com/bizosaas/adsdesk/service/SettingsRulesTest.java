package com.bizosaas.adsdesk.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.bizosaas.adsdesk.domain.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsRulesTest {

    private static final DeskSettings GOOD = SettingsJson.DEFAULTS;

    private static DeskSettings with(String appId, String version, List<String> scopes, String redirect,
            Map<Topic, Duration> lifetimes, Duration idle, String name) {
        return new DeskSettings(appId, version, scopes, redirect, true, lifetimes, GOOD.theme(), idle,
                GOOD.vaultLock(), name);
    }

    private static String refused(DeskSettings settings) {
        return catchThrowableOfType(DeskException.class, () -> SettingsRules.check(settings)).problem().field();
    }

    @Test
    void acceptsTheDefaults() {
        assertThatCode(() -> SettingsRules.check(GOOD)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            12ab,  v26.0, ads_read,    https://x.example/cb, appId
            '',    26.0,  ads_read,    https://x.example/cb, apiVersion
            '',    v26,   ads_read,    https://x.example/cb, apiVersion
            '',    v26.0, ads read,    https://x.example/cb, scopes
            '',    v26.0, '',          https://x.example/cb, scopes
            '',    v26.0, ads_read,    /cb,                  redirectUri
            '',    v26.0, ads_read,    ftp://x.example/cb,   redirectUri
            '',    v26.0, ads_read,    'https://x example/', redirectUri
            """)
    void namesTheFieldThatIsWrong(String appId, String version, String scope, String redirect, String field) {
        assertThat(refused(with(appId, version, List.of(scope), redirect, Map.of(), GOOD.idleLock(), "Ines")))
                .isEqualTo(field);
    }

    @Test
    void boundsLifetimesIdleTimeAndNames() {
        assertThat(refused(with("", "v26.0", GOOD.scopes(), GOOD.redirectUri(),
                Map.of(Topic.CAMPAIGNS, Duration.ofSeconds(5)), GOOD.idleLock(), "Ines")))
                .isEqualTo("lifetimes.CAMPAIGNS");
        assertThat(refused(with("", "v26.0", GOOD.scopes(), GOOD.redirectUri(), Map.of(), Duration.ofDays(3), "Ines")))
                .isEqualTo("idleLock");
        assertThat(refused(GOOD.withVaultLock(Duration.ofDays(8)))).isEqualTo("vaultLock");
        assertThat(refused(with("", "v26.0", GOOD.scopes(), GOOD.redirectUri(), Map.of(), GOOD.idleLock(), " ")))
                .isEqualTo("operatorName");
    }

    private static DeskSettings read(String json) {
        return Json.MAPPER.readValue(json, SettingsJson.class).settings();
    }

    @Test
    void readsBackWhatItWrites() {
        DeskSettings changed = with("123", "v25.0", List.of("ads_read"), "https://x.example/cb",
                read("{\"lifetimeSeconds\":{\"CAMPAIGNS\":90}}").lifetimes(), Duration.ZERO, "Ines");
        assertThat(read(Json.MAPPER.writeValueAsString(SettingsJson.of(changed)))).isEqualTo(changed);
        assertThat(changed.lifetimes()).containsEntry(Topic.CAMPAIGNS, Duration.ofSeconds(90))
                .containsEntry(Topic.AUDIENCES, Duration.ofHours(1));
    }

    @Test
    void readsSettingsOfOtherReleases() {
        assertThat(read("{\"theme\":\"SEPIA\",\"news\":7}")).isEqualTo(GOOD);
        assertThat(read("{}")).isEqualTo(GOOD);
    }
}
