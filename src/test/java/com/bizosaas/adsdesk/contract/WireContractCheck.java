package com.bizosaas.adsdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Runs after all other tests, in an execution of its own: what they sent must be known to the SDK or to the overlay.
class WireContractCheck {

    @Test
    void everythingTheDeskSentIsInTheContract() throws IOException {
        List<WireEntry> journal = WireJournal.shared().read();
        boolean onlySomeTestsRan = System.getProperty("test") != null;
        if (!onlySomeTestsRan) {
            assertThat(journal).as("requests that the tests noted in the wire journal").isNotEmpty();
        }
        ContractCheck check = new ContractCheck(Overlay.load());
        List<String> problems = journal.stream().flatMap(entry -> check.problems(entry).stream()).distinct().sorted()
                .toList();
        assertThat(problems).as("what the desk sent and neither the SDK nor the overlay knows").isEmpty();
    }
}
