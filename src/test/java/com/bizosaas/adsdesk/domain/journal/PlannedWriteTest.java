package com.bizosaas.adsdesk.domain.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.TenantId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What leaves the desk is a journalled write, and only the journal makes one of a planned write (see the layers test): so no
/// write leaves of which nobody knows what stood there before.
class PlannedWriteTest {

    private static final TenantId TENANT = new TenantId("nord");
    private static final AdAccountId ACCOUNT = AdAccountId.of("701");
    private static final GraphId SET = new GraphId("21");

    private static PlannedWrite update(Map<String, String> before, Map<String, String> requested) {
        return PlannedWrite.update(TENANT, ACCOUNT, "adsets", SET, "DE", "ad-set.update", new Before.Values(before),
                requested);
    }

    @Test
    void anUpdateKnowsTheValueBeforeOfEachField() {
        assertThat(update(Map.of("name", "DE", "daily_budget", "2500"), Map.of("daily_budget", "2600")).valuesBefore())
                .containsEntry("daily_budget", "2500");
        assertThatThrownBy(() -> update(Map.of("name", "DE"), Map.of("name", "AT", "daily_budget", "2600")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("daily_budget");
        assertThatThrownBy(() -> update(Map.of(), Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PlannedWrite(TENANT, ACCOUNT, WriteKind.UPDATE, "adsets", SET, "DE",
                "ad-set.update", new Before.Nothing(Set.of()), Map.of("name", "AT")))
                .as("nothing before it is a create's alone").isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDeletionKnowsWhatItDeletes() {
        assertThat(PlannedWrite.delete(TENANT, ACCOUNT, "adsets", SET, "DE", "ad-set.delete",
                new Before.Values(Map.of("status", "PAUSED"))).valuesBefore()).containsEntry("status", "PAUSED");
        assertThatThrownBy(() -> PlannedWrite.delete(TENANT, ACCOUNT, "adsets", SET, "DE", "ad-set.delete",
                new Before.Values(Map.of()))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCreateKnowsItsNamesakes() {
        assertThat(PlannedWrite.create(TENANT, ACCOUNT, "adsets", "DE", "ad-set.create",
                new Before.Nothing(Set.of(SET)), Map.of("name", "DE")).before())
                .isEqualTo(new Before.Nothing(Set.of(SET)));
        assertThatThrownBy(() -> new PlannedWrite(TENANT, ACCOUNT, WriteKind.CREATE, "adsets", null, "DE",
                "ad-set.create", new Before.Values(Map.of()), Map.of("name", "DE")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
