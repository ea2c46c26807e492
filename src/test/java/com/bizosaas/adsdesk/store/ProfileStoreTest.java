package com.bizosaas.adsdesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.profile.Guardrails;
import com.bizosaas.adsdesk.domain.profile.Naming;
import com.bizosaas.adsdesk.domain.profile.TenantProfile;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What profiles that earlier releases stored are read as.
class ProfileStoreTest {

    @Test
    void readsTheOneNamingOfAnEarlierRelease() {
        Naming naming = ProfileStore.read("{\"owner\":\"Ines\",\"namePattern\":\"NO_.*\"}").naming();
        assertThat(naming).isEqualTo(new Naming("/NO_.*/", "", ""));
        assertThat(naming.template(Level.CAMPAIGN)).as("an expression makes no names").isEmpty();
        assertThat(ProfileStore.read("{\"owner\":\"Ines\"}").naming()).isEqualTo(Naming.NONE);
    }

    @Test
    void readsTheOneAmountOfAnEarlierRelease() {
        TenantProfile profile = ProfileStore.read("""
                {"owner":"Ines","targets":{"monthlyBudget":{"amount":8000,"currency":{"code":"EUR","offset":100}},
                "cpa":null,"roas":2.5},"guardrails":{"maxDailyBudget":{"amount":500,"currency":
                {"code":"EUR","offset":100}},"maxIncreasePercent":20,"accountTotal":null,"blocked":["DELETE"]}}""");
        AdCurrency euro = AdCurrency.of("EUR");
        assertThat(profile.guardrails().maxDailyBudget(euro)).isEqualTo(Money.of("500", euro));
        assertThat(profile.guardrails().accountTotal()).isEmpty();
        assertThat(profile.targets().monthlyBudget(euro)).isEqualTo(Money.of("8000", euro));
        assertThat(profile.targets().cpa()).isEmpty();
    }

    @Test
    void readsWhatItWrites() {
        Money yen = Money.of("5000", AdCurrency.of("JPY"));
        TenantProfile profile = TenantProfile.EMPTY.withGuardrails(new Guardrails(
                List.of(yen, Money.of("50", AdCurrency.of("EUR"))), null, List.of(yen), Set.of()))
                .withNaming(new Naming("{country}", "/a{2}/", "{n:2}"));
        assertThat(ProfileStore.read(Json.write(profile))).isEqualTo(profile);
        assertThat(profile.naming().template(Level.AD)).contains("{n:2}");
    }
}
