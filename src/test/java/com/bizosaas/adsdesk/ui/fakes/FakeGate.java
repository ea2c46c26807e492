package com.bizosaas.adsdesk.ui.fakes;

import com.bizosaas.adsdesk.domain.Person;
import com.bizosaas.adsdesk.service.BackupService;
import com.bizosaas.adsdesk.service.DeskException;
import com.bizosaas.adsdesk.service.DeskGate;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.Problem;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A vault with one passphrase.
public final class FakeGate implements DeskGate {

    private final DeskServices services;
    public State state;
    public volatile boolean swept;
    public String passphrase = "correct horse battery staple";
    public String operator = "";
    public @Nullable Path restored;
    public List<KeyringOffer> offers = List.of();
    public @Nullable Problem keyringFails;
    public Problem damage = new Problem(Problem.Kind.FAILED, "The store does not belong to this vault",
            "Put back the newest backup of the data folder, then start again.", "", null,
            "store id 77d2…13fe expected");

    public FakeGate(State state, DeskServices services) {
        this.state = state;
        this.services = services;
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public Problem problem() {
        return damage;
    }

    @Override
    public Strength strength(char[] candidate) {
        int score = Math.min(4, candidate.length / 6);
        return new Strength(score, score < 3 ? "Add another word or two." : "Nobody will guess this in a lifetime.");
    }

    @Override
    public Opened create(char[] chosen, String operatorName) {
        passphrase = new String(chosen);
        Arrays.fill(chosen, '\0');
        operator = operatorName;
        state = State.OPEN;
        return new Opened(services, "7KQF-M2XD-9TRW-B4HC-6VNE-3JPL");
    }

    @Override
    public DeskServices unlock(char[] typed) {
        require(typed);
        state = State.OPEN;
        return services;
    }

    @Override
    public List<KeyringOffer> keyringOffers() {
        return offers;
    }

    @Override
    public DeskServices unlockWithKeyring(String entry) {
        if (keyringFails != null) {
            throw new DeskException(keyringFails);
        }
        state = State.OPEN;
        return services;
    }

    @Override
    public boolean recognises(char[] typed) {
        boolean right = passphrase.equals(new String(typed));
        Arrays.fill(typed, '\0');
        return right;
    }

    @Override
    public List<BackupService.Backup> backups() {
        return services.backups().list();
    }

    @Override
    public BackupService.Backup verifyBackup(Path backup, char[] secret) {
        require(secret);
        return services.backups().verify(backup);
    }

    @Override
    public DeskServices restore(Path backup, char[] secret) {
        require(secret);
        restored = backup;
        state = State.OPEN;
        return services;
    }

    @Override
    public Opened rekey(char[] typed) {
        require(typed);
        state = State.OPEN;
        return new Opened(services, "4HTR-9QXC-2MVN-K7PD-6WYE-8JZA-3FBG-5S1T");
    }

    private void require(char[] typed) {
        if (!recognises(typed)) {
            throw new DeskException(Problem.invalid("passphrase", "Wrong passphrase", "Capitals and spaces count."));
        }
    }

    @Override
    public Person person() {
        return services.persons().current();
    }

    @Override
    public boolean sweep() {
        swept = true;
        return true;
    }

    @Override
    public void lock() {
        state = State.LOCKED;
    }
}
