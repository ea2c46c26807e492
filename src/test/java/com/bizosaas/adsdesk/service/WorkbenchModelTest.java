package com.bizosaas.adsdesk.service;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The short version of `packaging/proof workbench`.
@Timeout(120)
class WorkbenchModelTest {

    @TempDir
    Path folder;

    @Test
    void whatIsPublishedIsWhatTheModelSays() throws Exception {
        try (SandboxDesk at = new SandboxDesk(folder.resolve("desk"))) {
            new WorkbenchModel(at, 20_261_131).run(40);
        }
    }
}
