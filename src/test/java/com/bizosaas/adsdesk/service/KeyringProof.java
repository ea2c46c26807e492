package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.graph.GraphClock;
import com.bizosaas.adsdesk.graph.LiveGraphAccess;
import com.bizosaas.adsdesk.keyring.Keyring;
import com.bizosaas.adsdesk.oauth.LoginFlow;
import com.bizosaas.adsdesk.store.vault.KdfCosts;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The desk's keyring slot against whatever keyring this computer runs: `packaging/proof keyring` starts a Secret Service for
/// it. Prints each step and fails at the first that does not hold.
final class KeyringProof {

    private static final String PASSPHRASE = "correct horse battery";

    private KeyringProof() {
    }

    static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("keyring-proof").resolve("desk");
        URI nowhere = URI.create("http://127.0.0.1:9");
        GraphClock clock = GraphClock.system();
        try (LiveDeskGate gate = new LiveDeskGate(new DeskSetup(folder, nowhere, nowhere, Map.of(), clock,
                () -> KdfCosts.FLOOR, settings -> new LiveGraphAccess(settings, clock, UnaryOperator.identity()),
                () -> (settings, secret, graph) -> new LoginFlow(settings, secret, _ -> {
                    throw new IllegalStateException("nobody signs in here");
                }, clock, graph)), Keyring.ofThisComputer())) {
            PersonService persons = gate.create(PASSPHRASE.toCharArray(), "Ines Moreau").services().persons();
            String reason = persons.keyring().obstacle();
            step("a keyring answers", reason.isEmpty(), reason);
            persons.useKeyring(PASSPHRASE.toCharArray());
            gate.lock();
            String entry = gate.keyringOffers().getFirst().entry();
            step("the keyring keeps the entry", Keyring.ofThisComputer().read(entry).isPresent(), "");
            long begun = System.nanoTime();
            DeskServices desk = gate.unlockWithKeyring(entry);
            step("it opens the desk in " + (System.nanoTime() - begun) / 1_000_000 + " ms", true, "");
            AuditEntry unlock = desk.audit().entries(null, "desk.unlock", 1).getFirst();
            step("the log says who came, and by what: " + unlock.who() + " " + unlock.after(),
                    unlock.after().contains("keyring"), "");
            gate.lock();
            char[] kept = Keyring.ofThisComputer().read(entry).orElseThrow();
            Keyring.ofThisComputer().write(entry, "something else".toCharArray());
            step("another text opens nothing", refused(gate, entry), "");
            Keyring.ofThisComputer().write(entry, kept);
            desk = gate.unlockWithKeyring(entry);
            String left = desk.persons().leaveKeyring();
            step("leaving takes the entry away", left.isEmpty() && Keyring.ofThisComputer().read(entry).isEmpty(),
                    left);
            gate.lock();
            step("and the slot", gate.keyringOffers().isEmpty(), "");
            step("the passphrase opens as always", gate.unlock(PASSPHRASE.toCharArray()) != null, "");
        }
        System.out.println("Held.");
    }

    private static boolean refused(DeskGate gate, String entry) {
        try {
            gate.unlockWithKeyring(entry);
            return false;
        } catch (DeskException e) {
            return e.problem().title().contains("does not open this vault");
        }
    }

    private static void step(String what, boolean holds, String why) {
        if (!holds) {
            System.out.println("FAILED: " + what + " " + why);
            System.exit(1);
        }
        System.out.println("  " + what);
    }
}
