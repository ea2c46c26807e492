package com.bizosaas.adsdesk.service;

import static com.bizosaas.adsdesk.service.Bench.ID;
import static com.bizosaas.adsdesk.service.Bench.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.domain.AuditEntry.Outcome;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Person;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.journal.Before;
import com.bizosaas.adsdesk.domain.journal.PlannedWrite;
import com.bizosaas.adsdesk.domain.journal.WriteState;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.profile.TenantProfile;
import com.bizosaas.adsdesk.log.LogTenant;
import com.bizosaas.adsdesk.store.vault.VaultException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.MDC;

class PermitTest {

    @TempDir
    Path folder;
    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder.resolve("desk"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void atTheDesk(Role role) {
        bench.person = new Person("p2", "Tom", role);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleReadsAndOnlyPublishersWrite(Role role) {
        atTheDesk(role);
        CampaignService campaigns = bench.permit.guard(CampaignService.class, bench.campaigns);
        assertThatCode(() -> campaigns.structure(TENANT, ID)).doesNotThrowAnyException();

        Problem problem = catchThrowableOfType(DeskException.class,
                () -> campaigns.setStatus(TENANT, ID, Level.CAMPAIGN, new GraphId("1"), Status.PAUSED)).problem();
        if (role.includes(Role.PUBLISHER)) {
            assertThat(problem.kind()).as("it came as far as the store").isEqualTo(Problem.Kind.REFUSED);
        } else {
            assertThat(problem.kind()).isEqualTo(Problem.Kind.NO_PERMISSION);
            assertThat(problem.remedy()).contains("Publisher").contains(role.title()).contains("administrator");
            assertThat(bench.lastEntry()).returns("role.refused", AuditEntry::action)
                    .returns(Outcome.REFUSED, AuditEntry::outcome).returns(TENANT, AuditEntry::tenantId);
        }
    }

    @Test
    void aWriteThatPassesByTheServicesIsRefusedAllTheSame() {
        atTheDesk(Role.EDITOR);
        PlannedWrite write = PlannedWrite.update(TENANT, ID, "campaigns", new GraphId("1"), "One", "campaign.pause",
                new Before.Values(Map.of("status", "ACTIVE")), Map.of("status", "PAUSED"));
        assertThatExceptionOfType(DeskException.class).isThrownBy(() -> bench.writes.perform(write));
        assertThat(bench.writes.sendAll(bench.writes.plan("b", List.of(write)))).singleElement()
                .satisfies(result -> assertThat(result.entry().state()).isEqualTo(WriteState.REJECTED));
        assertThat(bench.facebook.calls).isEmpty();
    }

    @Test
    void ciphertextThatWasMovedIsRefusedAndAuditedOnce() {
        ProfileService profiles = bench.permit.guard(ProfileService.class, new LiveProfileService(bench.store,
                new FirstWrites(bench.store, () -> bench.person, bench.audit, bench.clock), bench.audit, bench.events));
        ProfileService broken = bench.permit.guard(ProfileService.class, new ProfileService() {
            @Override
            public TenantProfile profile(TenantId tenant) {
                assertThat(MDC.get(LogTenant.KEY)).as("log lines name the tenant").isEqualTo(tenant.value());
                throw new VaultException.SealBroken("moved");
            }

            @Override
            public void save(TenantId tenant, TenantProfile changed) {
                profiles.save(tenant, changed);
            }

            @Override
            public boolean isFirstWriteToday(TenantId tenant) {
                return false;
            }

            @Override
            public void confirmFirstWrite(TenantId tenant) {
                profiles.confirmFirstWrite(tenant);
            }
        });
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(VaultException.SealBroken.class).isThrownBy(() -> broken.profile(TENANT));
        }
        assertThat(MDC.get(LogTenant.KEY)).isNull();
    }

    @Test
    void everyServiceSaysWhoMayCallIt() {
        List<String> silent = new ArrayList<>();
        services(DeskServices.class, silent);
        assertThat(silent).as("services without @Needs: they are for administrators only").isEmpty();
    }

    private static void services(Class<?> holder, List<String> silent) {
        for (RecordComponent part : holder.getRecordComponents()) {
            Class<?> type = part.getType();
            if (type.isRecord()) {
                services(type, silent);
            } else if (type != DeskEvents.class && !type.isAnnotationPresent(Needs.class)) {
                for (Method method : type.getMethods()) {
                    if (!method.isAnnotationPresent(Needs.class)) {
                        silent.add(type.getSimpleName() + "." + method.getName());
                    }
                }
            }
        }
    }

    @Test
    void whatSaysNothingIsForAdministrators() throws NoSuchMethodException {
        interface Unmarked {
            void touch();
        }
        assertThat(Permit.needed(Unmarked.class, Unmarked.class.getMethod("touch"))).isEqualTo(Role.ADMINISTRATOR);
    }
}
