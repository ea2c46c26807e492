package com.bizosaas.adsdesk.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.service.PublishEstimate.Figure;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The short version of `packaging/proof estimate`.
@Timeout(120)
class PublishEstimateTest {

    @Test
    void theEstimateIsRightWithinTenPercent(@TempDir Path folder) throws Exception {
        try (SandboxDesk at = new SandboxDesk(folder.resolve("desk"))) {
            PublishEstimate estimate = new PublishEstimate(at);
            estimate.on("full", Duration.ofMillis(400));
            estimate.changes("the first ones, by which the desk learns how fast it goes", 3);
            check(estimate.changes("a whole wave on the full tier", 25));
            estimate.on("limited", Duration.ofMillis(400));
            check(estimate.changes("more than an allowance", 25));
            check(estimate.asked().tree("a tree, tried with Facebook first, just after", 3, 2));
            estimate.on("limited", Duration.ofMillis(400));
            check(estimate.besideReading().launch("ads with new images, while the account is read beside", 1, 3, 3));
        }
    }

    private static void check(Figure figure) {
        assertThat(figure.off()).as(figure + "\n" + String.join("\n", figure.calls())).isLessThan(0.1);
        assertThat(figure.took()).isPositive();
    }
}
