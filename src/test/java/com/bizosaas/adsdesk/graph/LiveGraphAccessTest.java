package com.bizosaas.adsdesk.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.notNullValue;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.graph.GraphException.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class LiveGraphAccessTest {

    private static final TenantId OTHER = new TenantId("other");
    private static final AdAccountId ACCOUNT = AdAccountId.of("701");
    private static final String ACCOUNT_JSON = "{\"id\":\"act_701\",\"account_id\":\"701\",\"currency\":\"EUR\","
            + "\"timezone_name\":\"Europe/Berlin\"}";

    @Test
    void repliesMoveTheUsageThatThePanesSee() throws Exception {
        AtomicInteger heard = new AtomicInteger();
        try (RawServer server = new RawServer((_, out) -> {
            RawServer.head(out, "Content-Type: application/json\r\nContent-Length: " + ACCOUNT_JSON.length()
                    + "\r\nX-App-Usage: {\"call_count\":28,\"total_time\":25,\"total_cputime\":26}");
            out.write(ACCOUNT_JSON.getBytes(StandardCharsets.UTF_8));
        }); LiveGraphAccess access = access(server)) {
            access.onUsage(heard::incrementAndGet);
            assertThat(access.usage(Script.TENANT, ACCOUNT)).isEqualTo(GraphAccess.Usage.NONE);

            assertThat(access.forTenant(Script.TENANT, Script.token()).adAccount(ACCOUNT).id()).isEqualTo(ACCOUNT);

            assertThat(access.usage(Script.TENANT, ACCOUNT)).isEqualTo(new GraphAccess.Usage(28, 26, 25, null));
            assertThat(heard).hasValue(1);
        }
    }

    @Test
    void forgettingATenantCancelsItsCallsAndNobodyElses() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (RawServer server = new RawServer((_, out) -> {
            end.await();
            RawServer.json(out, ACCOUNT_JSON);
        }); LiveGraphAccess access = access(server)) {
            AtomicReference<Object> ended = call(access.forTenant(Script.TENANT, Script.token()));
            AtomicReference<Object> others = call(access.forTenant(OTHER, Script.token()));
            await().until(() -> server.heads().size() == 2);

            access.forget(Script.TENANT);

            await().untilAtomic(ended, notNullValue());
            assertThat(ended.get()).isInstanceOfSatisfying(GraphException.class,
                    failure -> assertThat(failure.kind()).isEqualTo(Kind.CANCELLED));
            end.countDown();
            await().untilAtomic(others, notNullValue());
            assertThat(others.get()).isNotInstanceOf(Exception.class);
        }
    }

    @Test
    void aDeadTokenStaysDeadForEveryClientOfItUntilThereIsAnother() throws Exception {
        String dead = "{\"error\":{\"message\":\"no\",\"code\":190,\"error_subcode\":460}}";
        try (RawServer server = new RawServer((_, out) -> RawServer.json(out, dead));
                LiveGraphAccess access = access(server)) {
            AccessToken token = Script.token();
            assertThatThrownBy(() -> access.forTenant(Script.TENANT, token).me()).extracting("kind")
                    .isEqualTo(Kind.TOKEN);
            assertThatThrownBy(() -> access.forTenant(Script.TENANT, token).me()).extracting("kind")
                    .isEqualTo(Kind.TOKEN);
            assertThat(server.heads()).hasSize(1);

            assertThatThrownBy(() -> access.forTenant(Script.TENANT, Script.token()).me()).extracting("kind")
                    .isEqualTo(Kind.TOKEN);
            assertThat(server.heads()).hasSize(2);
        }
    }

    @Test
    void nothingIsBegunAfterTheEnd() throws Exception {
        try (RawServer server = new RawServer((_, out) -> RawServer.json(out, "{}"))) {
            LiveGraphAccess access = access(server);
            AdsApi api = access.forTenant(Script.TENANT, Script.token());
            access.close();

            assertThatThrownBy(api::me).extracting("kind").isEqualTo(Kind.CANCELLED);
            assertThatThrownBy(() -> access.forTenant(OTHER, Script.token())).extracting("kind")
                    .isEqualTo(Kind.CANCELLED);
            assertThat(server.heads()).isEmpty();
        }
    }

    @Test
    void eachTenantHasAClientOfItsOwn() throws Exception {
        List<GraphTransport> seen = new ArrayList<>();
        try (RawServer server = new RawServer((_, out) -> RawServer.json(out, ACCOUNT_JSON));
                LiveGraphAccess access = new LiveGraphAccess(Script.settings(server.url(), Optional.empty()),
                        new VirtualClock(), transport -> {
                            seen.add(transport);
                            return transport;
                        })) {
            access.forTenant(Script.TENANT, Script.token());
            access.forTenant(OTHER, Script.token());
            access.forTenant(Script.TENANT, Script.token());
            assertThat(seen).hasSize(3);
            assertThat(seen.get(1)).as("no connection is shared").isNotSameAs(seen.getFirst());
            assertThat(seen.getLast()).isSameAs(seen.getFirst());
        }
    }

    private static AtomicReference<Object> call(AdsApi api) {
        AtomicReference<Object> ended = new AtomicReference<>();
        Thread.ofVirtual().start(() -> {
            try {
                ended.set(api.adAccount(ACCOUNT));
            } catch (GraphException failure) {
                ended.set(failure);
            }
        });
        return ended;
    }

    private static LiveGraphAccess access(RawServer server) {
        return new LiveGraphAccess(Script.settings(server.url(), Optional.empty()), new VirtualClock(),
                UnaryOperator.identity());
    }
}
