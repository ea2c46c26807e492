package com.bizosaas.adsdesk.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.graph.VirtualClock;
import com.bizosaas.adsdesk.oauth.LoginException.Reason;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoginStateTest {

    private static final TenantId TENANT = new TenantId("nordlicht");
    private static final TenantId OTHER = new TenantId("other");

    private final VirtualClock clock = new VirtualClock();
    private final SecureRandom random = new SecureRandom();

    @Test
    void has256BitsThatFitIntoAnAddress() {
        Set<String> values = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String value = LoginState.issue(TENANT, clock, random).value();
            assertThat(value).hasSize(43).matches("[A-Za-z0-9_-]+");
            values.add(value);
        }
        assertThat(values).hasSize(1000);
    }

    @Test
    void isGoodOnce() {
        LoginState state = issue();

        state.redeem(TENANT, state.value());

        assertReason(Reason.STATE_USED, state, TENANT, state.value());
    }

    @Test
    void isGoodForTenMinutes() {
        LoginState state = issue();
        LoginState late = issue();
        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        state.redeem(TENANT, state.value());

        clock.advance(Duration.ofMillis(1));

        assertReason(Reason.STATE_LATE, late, TENANT, late.value());
        assertReason(Reason.STATE_USED, late, TENANT, late.value());
    }

    @Test
    void isGoodForItsTenantOnly() {
        LoginState state = issue();

        assertReason(Reason.STATE_FOREIGN, state, OTHER, state.value());
        state.redeem(TENANT, state.value());
    }

    @Test
    void aStrangersAnswerDoesNotUseItUp() {
        LoginState state = issue();

        for (String foreign : new String[]{"", "x", issue().value(), state.value() + "x", state.hint()}) {
            assertReason(Reason.STATE_FOREIGN, state, TENANT, foreign);
        }
        state.redeem(TENANT, state.value());
    }

    @Test
    void isWorthlessOnceItsSignInWasClosed() {
        LoginState state = issue();
        state.discard();

        assertReason(Reason.STATE_USED, state, TENANT, state.value());
    }

    @Test
    void showsOnlyItsHint() {
        LoginState state = issue();

        assertThat(state.toString()).contains(state.hint()).doesNotContain(state.value());
        assertThat(state.expiresAt()).isEqualTo(VirtualClock.START.plus(Duration.ofMinutes(10)));
    }

    private LoginState issue() {
        return LoginState.issue(TENANT, clock, random);
    }

    private static void assertReason(Reason reason, LoginState state, TenantId tenant, String echoed) {
        assertThatThrownBy(() -> state.redeem(tenant, echoed)).isInstanceOf(LoginException.class).extracting("reason")
                .isEqualTo(reason);
    }
}
