package com.bizosaas.adsdesk.service;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// One kill in the middle of drafting, of typing a launch, of publishing, of launching and of a paused batch;
/// `packaging/proof workbench` makes many.
@Timeout(240)
class WorkbenchKillTest {

    @TempDir
    Path folder;

    @Test
    void aKillLosesNothingAndSendsNothingTwice() throws Exception {
        try (WorkbenchKills kills = new WorkbenchKills(folder)) {
            kills.whileDrafting(12);
            kills.whilePublishingTrees(1, Duration.ofMillis(60));
            kills.whilePaused(2);
            kills.whileTyping(6);
            kills.whileLaunching(3, Duration.ofMillis(250));
        }
    }
}
