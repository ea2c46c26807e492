package com.bizosaas.adsdesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The proofs of the store, short; `packaging/proof NAME` runs each at full length. Each is also seen to fail.
@Timeout(300)
class ProofsTest {

    @TempDir
    Path work;

    @Test
    void whatWasAcknowledgedSurvivesAKill() throws Exception {
        Findings findings = KillProof.run(work, DeskWork.Phase.values().length, 7);
        assertThat(findings.wrong()).isEmpty();
        assertThat(findings.counts().values()).hasSize(DeskWork.Phase.values().length).allMatch(n -> n == 1);
    }

    @Test
    void whatWasAcknowledgedSurvivesAPowerCut() throws IOException {
        Findings findings = PowerCutProof.run(work, 5, 7, Set.of());
        assertThat(findings.wrong()).isEmpty();
        assertThat(findings.counts()).isNotEmpty();
    }

    @Test
    void whatWasCommittedSurvivesAPowerCutWithinTheNextCommits() throws IOException, SQLException {
        Findings findings = CommitCutProof.run(work, 120, 7, Set.of());
        assertThat(findings.wrong()).isEmpty();
        assertThat(findings.counts().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(120);
    }

    @Test
    void aMissingForceOfTheDatabaseIsNoticed() throws IOException, SQLException {
        assertThat(CommitCutProof.run(work, 20, 7, Set.of(SimDisk.Force.DATABASE)).wrong()).isNotEmpty();
        assertThat(PowerCutProof.run(work, 3, 7, Set.of(SimDisk.Force.DATABASE)).wrong()).isNotEmpty();
    }

    @Test
    void afterAFailedWriteTheOldStateStaysAndTheMessageSaysWhatToDo() throws IOException {
        Findings findings = NthWriteProof.run(work, 61);
        assertThat(findings.wrong()).isEmpty();
        assertThat(findings.counted("refused with a sentence")).isPositive();
    }

    @Test
    void aFileCutShortIsRefusedUntouchedOrOpensWhole() throws IOException {
        Findings findings = TruncationProof.run(work, 5);
        assertThat(findings.wrong()).isEmpty();
        assertThat(findings.counted("refused")).isPositive();
    }

    @Test
    void ciphertextOpensInItsOwnPlaceAlone() {
        Findings findings = SwapProof.run(work, 3);
        assertThat(findings.wrong()).isEmpty();
        assertThat(findings.counts()).as("nine columns, six ways between three tenants")
                .containsAllEntriesOf(Arrays.stream(SealedColumn.values())
                        .filter(column -> column != SealedColumn.DESK_SECRET)
                        .collect(Collectors.toMap(column -> column + " of another tenant", _ -> 6L)));
    }

    @Test
    void aBackupRestoresElsewhereAndAPowerCutInBetweenLeavesOneOfTheTwo() throws IOException {
        Findings findings = RestoreDrill.run(work, 11, 7);
        assertThat(findings.wrong()).isEmpty();
        assertThat(findings.counted("restored in another folder")).isEqualTo(2);
        assertThat(findings.counted("power cuts during RESTORE")).isGreaterThan(2);
    }
}
