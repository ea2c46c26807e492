package com.bizosaas.adsdesk.service;

import static org.awaitility.Awaitility.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.targeting.Detail;
import com.bizosaas.adsdesk.domain.targeting.Outlook;
import com.bizosaas.adsdesk.domain.targeting.Place;
import com.bizosaas.adsdesk.draft.Placement;
import com.bizosaas.adsdesk.draft.Targeting;
import com.bizosaas.adsdesk.draft.TargetingSpec;
import com.bizosaas.adsdesk.service.TargetingService.Resolved;
import com.bizosaas.adsdesk.service.TargetingService.Saved;
import java.time.Duration;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Searches, estimates and saved targetings over real HTTP, with the tenant's own sign-in.
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
class TargetingOverSandboxTest {

    private static final String GERMANY = "{\"geo_locations\":{\"countries\":[\"DE\"]},\"age_min\":25,\"age_max\":54}";

    private SandboxDesk at;
    private TargetingService targeting;
    private TenantId tenant;
    private AdAccountId account;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        at = new SandboxDesk(folder.resolve("desk"));
        targeting = at.desk.workbench().targeting();
        tenant = at.connect("Nordlicht");
        account = at.account(tenant);
    }

    @AfterAll
    void stop() throws Exception {
        at.close();
    }

    @Test
    void findsPlacesOfEveryKind() {
        assertThat(targeting.places(tenant, "hamburg")).extracting(Place::kind).contains(Place.Kind.REGION,
                Place.Kind.CITY);
        assertThat(targeting.places(tenant, "DE:20095")).extracting(Place::key).containsExactly("DE:20095");
        assertThat(targeting.places(tenant, "AT")).extracting(Place::name).contains("Austria");
        assertThat(targeting.places(tenant, " ")).isEmpty();
        assertThat(targeting.languages(tenant)).extracting(language -> language.name()).contains("German").isSorted();
    }

    @Test
    void findsDetailsOfAllBranchesWithTheirSizes() {
        List<Detail> found = targeting.details(tenant, "ing");
        assertThat(found).extracting(Detail::kind).contains("interests");
        assertThat(found).filteredOn(detail -> detail.name().equals("Hiking")).singleElement()
                .satisfies(detail -> assertThat(detail.people().low()).isEqualTo(182_000_000));
        assertThat(targeting.details(tenant, "shopp")).extracting(Detail::kind).contains("behaviors", "interests");
        assertThat(targeting.valid(tenant, account, List.of("6003139266461", "6003017204650", "6071631541183")))
                .extracting(Detail::name).containsExactlyInAnyOrder("Cycling", "Engaged shoppers");
        assertThat(targeting.valid(tenant, account, List.of())).isEmpty();
    }

    @Test
    void placesAPastedListLineByLineAndSaysWhatItCannotPlace() {
        List<Resolved<Place>> places = targeting.resolvePlaces(tenant,
                List.of("Germany", "AT", "DE:20095", "20097, DE", "Hamburg", "Springfield", "Springfield, US",
                        "Atlantis", "Ham"));
        assertThat(places).extracting(line -> Optional.ofNullable(line.found()).map(Place::key).orElse(""))
                .containsExactly("DE", "AT", "DE:20095", "DE:20097", "1032", "", "", "", "");
        assertThat(places.get(5).reason()).startsWith("2 places have this name");
        assertThat(places.get(7).reason()).isEqualTo("Facebook knows no such place");
        assertThat(places.get(8).reason()).startsWith("No place has exactly this name; Facebook offers");
        assertThat(targeting.resolveDetails(tenant, List.of("cycling", "Engaged shoppers", "Snowboard cross")))
                .extracting(line -> Optional.ofNullable(line.found()).map(Detail::id).orElse(line.reason()))
                .containsExactly("6003139266461", "6071631541183", "Facebook knows no interest of this name");
        assertThatThrownBy(() -> targeting.resolvePlaces(tenant,
                java.util.stream.IntStream.range(0, 501).mapToObj(Integer::toString).toList()))
                .hasMessageContaining("500");
    }

    @Test
    void estimatesDescribesAndRefusesInWords() {
        TargetingService.Estimate estimate = targeting.estimate(tenant, account, GERMANY, "LINK_CLICKS");
        assertThat(estimate.people().low()).isPositive().isLessThan(estimate.people().high());
        assertThat(targeting.estimate(tenant, account, GERMANY, "LINK_CLICKS").asOf()).isEqualTo(estimate.asOf());
        assertThat(targeting.sentences(tenant, account, GERMANY)).anyMatch(line -> line.title().equals("Location:")
                && line.values().contains("Germany"));
        assertThatThrownBy(() -> targeting.estimate(tenant, account, "{\"age_min\":20}", "LINK_CLICKS"))
                .isInstanceOf(DeskException.class);
    }

    @Test
    void whatTheEditorMakesIsTakenByFacebook() {
        TargetingSpec spec = TargetingSpec.of("").byHand();
        for (Place place : targeting.places(tenant, "hamburg")) {
            spec = spec.with(place, false);
        }
        spec = spec.with(targeting.places(tenant, "AT").getFirst(), true)
                .with(com.bizosaas.adsdesk.domain.targeting.Pin.parse("52.52, 13.405 +10 km").orElseThrow(), false)
                .with(targeting.details(tenant, "Hiking").getFirst(), 0)
                .with(targeting.details(tenant, "Engaged shoppers").getFirst(), 1).languages(List.of(5)).ages(25, 54)
                .gender(TargetingSpec.Gender.WOMEN);
        assertThat(Targeting.of(spec.json()).gaps(List.of())).isEmpty();
        assertThat(Placement.ALL.stream().filter(spec::has)).isNotEmpty();
        for (TargetingSpec each : List.of(spec, spec.advantage(true), spec.automatically())) {
            assertThat(targeting.estimate(tenant, account, each.json(), "LINK_CLICKS").people().known()).isTrue();
        }
    }

    @Test
    void tellsWhatABudgetBoughtHereLately() {
        at.synced(tenant, account);
        at.desk.sync().refreshAndWait(tenant, account, Topic.INSIGHTS, Duration.ofSeconds(60));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> targeting.outlook(tenant, account, "OFFSITE_CONVERSIONS", 15_000).isPresent());
        Outlook outlook = targeting.outlook(tenant, account, "OFFSITE_CONVERSIONS", 15_000).orElseThrow();
        assertThat(outlook.days()).isBetween(4, 14);
        assertThat(outlook.impressions().low()).isPositive().isLessThanOrEqualTo(outlook.impressions().high());
        Outlook twice = targeting.outlook(tenant, account, "OFFSITE_CONVERSIONS", 30_000).orElseThrow();
        assertThat(twice.linkClicks().high()).isCloseTo(outlook.linkClicks().high() * 2,
                org.assertj.core.data.Offset.offset(0.01));
        assertThat(targeting.outlook(tenant, account, "OFFSITE_CONVERSIONS", 0)).isEmpty();
    }

    @Test
    void keepsTargetingsOfEachTenantUnderTheirNames() throws Exception {
        TenantId other = at.connect("Polar");
        targeting.save(tenant, " Hikers ", GERMANY);
        targeting.save(tenant, "hikers", GERMANY.replace("DE", "AT"));
        targeting.save(tenant, "Alps", GERMANY);
        assertThat(targeting.saved(tenant)).extracting(Saved::name).containsExactly("Alps", "hikers");
        assertThat(targeting.saved(other)).isEmpty();
        targeting.forget(tenant, "Alps");
        assertThat(targeting.saved(tenant)).extracting(Saved::targeting).containsExactly(GERMANY.replace("DE", "AT"));
        assertThatThrownBy(() -> targeting.save(tenant, " ", GERMANY)).isInstanceOf(DeskException.class);
    }
}
