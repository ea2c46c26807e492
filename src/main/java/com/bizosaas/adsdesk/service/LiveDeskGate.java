package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AuditEntry.Outcome;
import com.bizosaas.adsdesk.domain.AuditEntry.Source;
import com.bizosaas.adsdesk.domain.Person;
import com.bizosaas.adsdesk.keyring.Keyring;
import com.bizosaas.adsdesk.keyring.KeyringException;
import com.bizosaas.adsdesk.keyring.NoKeyring;
import com.bizosaas.adsdesk.service.AuditTrail.Deed;
import com.bizosaas.adsdesk.store.Backup;
import com.bizosaas.adsdesk.store.DeskStore;
import com.bizosaas.adsdesk.store.Rekey;
import com.bizosaas.adsdesk.store.Restore;
import com.bizosaas.adsdesk.store.vault.DataFolder;
import com.bizosaas.adsdesk.store.vault.KeyringSlots;
import com.bizosaas.adsdesk.store.vault.Passphrase;
import com.bizosaas.adsdesk.store.vault.PassphraseStrength;
import com.bizosaas.adsdesk.store.vault.RecoveryCode;
import com.bizosaas.adsdesk.store.vault.VaultException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes, opens and locks the desk in one data folder. Thread-safe; the folder is held from the first look at it until
/// the gate is closed, so that a locked desk keeps its place.
public final class LiveDeskGate implements DeskGate, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveDeskGate.class);
    private static final Problem NOTHING_WRONG = Problem.of(Problem.Kind.FAILED, "Nothing is wrong",
            "Open the desk with its passphrase.");

    private final DeskSetup setup;
    private final Keyring keyring;
    private final Patience patience;
    private @Nullable DataFolder folder;
    /// What the desk let go of is told to its cleaners by the first collection, and what they freed goes with the next two.
    private static final int CLEANING_ROUNDS = 2;

    private @Nullable OpenDesk desk;
    private volatile WeakReference<@Nullable OpenDesk> locked = new WeakReference<>(null);
    private @Nullable DeskStore store;
    private @Nullable Problem problem;

    /// A desk that knows no keyring of the computer.
    public LiveDeskGate(DeskSetup setup) {
        this(setup, new NoKeyring());
    }

    public LiveDeskGate(DeskSetup setup, Keyring keyring) {
        this.setup = setup;
        this.keyring = keyring;
        this.patience = new Patience(setup.clock());
    }

    @Override
    public synchronized State state() {
        if (desk != null) {
            return State.OPEN;
        }
        if (problem != null) {
            return State.DAMAGED;
        }
        try {
            return folder().hasVault() ? State.LOCKED : State.FIRST_START;
        } catch (VaultException e) {
            problem = Problems.of(e);
            return State.DAMAGED;
        }
    }

    private DataFolder folder() {
        DataFolder held = folder;
        if (held == null) {
            held = DataFolder.open(setup.folder());
            folder = held;
        }
        return held;
    }

    @Override
    public synchronized Problem problem() {
        return problem == null ? NOTHING_WRONG : problem;
    }

    @Override
    public Strength strength(char[] passphrase) {
        try (Passphrase typed = Passphrase.of(passphrase)) {
            PassphraseStrength.Level level = PassphraseStrength.of(typed).level();
            return new Strength(level.ordinal(), level.advice());
        }
    }

    @Override
    public synchronized Opened create(char[] passphrase, String operatorName) {
        try (Passphrase typed = Passphrase.of(passphrase)) {
            return Problems.explained(() -> {
                DeskStore.Created created = DeskStore.create(folder(),
                        operatorName.isBlank() ? "Operator" : operatorName,
                        typed, setup.costs().get());
                try (RecoveryCode code = created.recoveryCode()) {
                    OpenDesk opened = opened(created.store());
                    opened.audit().done(new Deed(null, "desk.create", "", "", "", ""));
                    return new Opened(opened.services(), new String(code.shown()));
                }
            });
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    @Override
    public synchronized DeskServices unlock(char[] passphrase) {
        try (Passphrase typed = Passphrase.of(passphrase)) {
            requireClosed();
            patience.require();
            OpenDesk opened = opened(opened(typed));
            int failures = patience.succeeded();
            opened.audit().done(new Deed(null, "desk.unlock", "", "", "",
                    failures == 0 ? "" : Json.of(Map.of("failedBefore", failures))));
            return opened.services();
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    private void requireClosed() {
        if (desk != null) {
            throw new DeskException(
                    Problem.of(Problem.Kind.REFUSED, "The desk is open already", "Use its window."));
        }
    }

    @Override
    public synchronized List<KeyringOffer> keyringOffers() {
        try {
            return KeyringSlots.offers(folder().place()).stream()
                    .map(offer -> new KeyringOffer(offer.entry(), offer.person().name())).toList();
        } catch (VaultException e) {
            return List.of(); // What is wrong with the folder is the state's to tell.
        }
    }

    @Override
    public DeskServices unlockWithKeyring(String entry) {
        // Outside the lock, so that a slow keyring keeps nobody from typing the passphrase.
        char[] kept = Problems.explained(() -> keyring.read(entry).orElseThrow(() -> new KeyringException(
                "The computer's keyring has no entry for this desk, or does not hand it out.", null)));
        try (Passphrase secret = Passphrase.of(kept)) {
            return openedByKeyring(secret);
        } finally {
            Arrays.fill(kept, '\0');
        }
    }

    private synchronized DeskServices openedByKeyring(Passphrase secret) {
        requireClosed();
        try {
            OpenDesk opened = opened(stored(() -> DeskStore.openWithKeyring(folder(), secret)));
            opened.audit().done(new Deed(null, "desk.unlock", "", "", "", Json.of(Map.of("with", "keyring"))));
            return opened.services();
        } catch (VaultException.WrongPassphrase e) {
            throw new DeskException(Problem.of(Problem.Kind.FAILED, "The keyring's entry does not open this vault",
                    "Type your passphrase, then switch the keyring off and on again in Settings, Security."), e);
        }
    }

    /// A wrong passphrase may be typed again; anything else that keeps the vault closed stays until the files are mended.
    private DeskStore opened(Passphrase typed) {
        try {
            return stored(() -> {
                try {
                    return DeskStore.open(folder(), typed);
                } catch (VaultException.WrongPassphrase e) {
                    return openedByCode(typed, e);
                }
            });
        } catch (VaultException.WrongPassphrase e) {
            throw new DeskException(patience.failed("The passphrase is wrong"), e);
        }
    }

    private DeskStore stored(Supplier<DeskStore> opening) {
        try {
            return opening.get();
        } catch (VaultException.WrongPassphrase e) {
            throw e;
        } catch (VaultException e) {
            Problem told = Problems.of(e);
            problem = told;
            throw new DeskException(told, e);
        } catch (RuntimeException e) {
            throw Problems.exception(e);
        }
    }

    /// The recovery code is typed into the same field.
    private DeskStore openedByCode(Passphrase typed, VaultException.WrongPassphrase wrong) {
        try (RecoveryCode code = typed.with(RecoveryCode::parse)) {
            return DeskStore.open(folder(), code);
        } catch (VaultException.WrongPassphrase e) {
            wrong.addSuppressed(e);
            throw wrong;
        }
    }

    private OpenDesk opened(DeskStore opening) {
        OpenDesk opened;
        try {
            opened = new OpenDesk(opening, setup.folder(), setup, new Events(), this::changePassphrase, keyring);
        } catch (RuntimeException e) {
            opening.close();
            throw e;
        }
        try {
            opened.start();
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
        store = opening;
        desk = opened;
        return opened;
    }

    private void changePassphrase(char[] old, char[] fresh) {
        DeskStore open = store;
        if (open == null) {
            throw new IllegalStateException("The desk is locked");
        }
        try (Passphrase current = Passphrase.of(old); Passphrase next = Passphrase.of(fresh)) {
            if (current.sameAs(next)) {
                throw new DeskException(
                        Problem.invalid("fresh", "The new passphrase is the old one", "Type another one."));
            }
            open.vault().changePassphrase(current, next, setup.costs().get());
        } catch (VaultException.WrongPassphrase e) {
            throw new DeskException(Problem.invalid("old", "The present passphrase is wrong", "Type it again."), e);
        } catch (VaultException.PassphraseRefused e) {
            throw new DeskException(Problem.invalid("fresh", "The new passphrase is too short",
                    e.getMessage() == null ? "" : e.getMessage()), e);
        }
    }

    @Override
    public synchronized boolean recognises(char[] passphrase) {
        DeskStore open = store;
        OpenDesk opened = desk;
        try (Passphrase typed = Passphrase.of(passphrase)) {
            if (open == null || opened == null) {
                throw new DeskException(Problem.of(Problem.Kind.REFUSED, "The desk is locked", "Unlock it first."));
            }
            patience.require();
            boolean right = open.vault().recognises(typed);
            if (right) {
                patience.succeeded();
            } else {
                patience.failed("The passphrase is wrong");
            }
            opened.audit().note(new Deed(null, "desk.screen-unlock", "", "", "", ""),
                    right ? Outcome.DONE : Outcome.REFUSED, "", Source.APP);
            return right;
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    @Override
    public List<BackupService.Backup> backups() {
        return LiveBackupService.list(setup.folder());
    }

    @Override
    public synchronized BackupService.Backup verifyBackup(Path backup, char[] secret) {
        return whileClosed(secret, typed -> LiveBackupService.told(Restore.check(folder(), backup, typed)));
    }

    @Override
    public synchronized DeskServices restore(Path backup, char[] secret) {
        return whileClosed(secret, typed -> {
            Backup restored = Restore.restore(folder(), backup, typed);
            problem = null;
            OpenDesk opened = opened(opened(typed));
            opened.audit().done(new Deed(null, "backup.restore", restored.name(), restored.name(), "",
                    Json.of(Map.of("createdAt", restored.created().toString(), "auditEntries",
                            restored.auditNumber()))));
            return opened.services();
        });
    }

    @Override
    public synchronized Opened rekey(char[] passphrase) {
        return whileClosed(passphrase, typed -> {
            List<KeyringOffer> dead = keyringOffers();
            try (RecoveryCode code = Rekey.run(folder(), typed, setup.costs().get())) {
                OpenDesk opened = opened(opened(typed));
                opened.audit().done(new Deed(null, "vault.rekey", "", "", "", ""));
                dead.forEach(offer -> forget(offer.entry()));
                return new Opened(opened.services(), new String(code.shown()));
            }
        });
    }

    /// It opens nothing any more, so where the keyring does not answer it may stay.
    private void forget(String entry) {
        try {
            keyring.remove(entry);
        } catch (KeyringException e) {
            LOG.info("An entry that opens nothing any more stays in the keyring", e);
        }
    }

    private <T> T whileClosed(char[] secret, Function<Passphrase, T> use) {
        try (Passphrase typed = Passphrase.of(secret)) {
            if (desk != null) {
                throw new DeskException(Problem.of(Problem.Kind.REFUSED, "The desk is open",
                        "Lock the vault first; this is done while it is closed."));
            }
            patience.require();
            T done = use.apply(typed);
            patience.succeeded();
            return done;
        } catch (VaultException.WrongPassphrase e) {
            throw new DeskException(patience.failed(e.getMessage() == null ? "Wrong passphrase" : e.getMessage()), e);
        } catch (RuntimeException e) {
            throw Problems.exception(e);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    @Override
    public synchronized Person person() {
        OpenDesk opened = desk;
        if (opened == null) {
            throw new DeskException(Problem.of(Problem.Kind.REFUSED, "The desk is locked", "Unlock it first."));
        }
        return opened.person();
    }

    @Override
    public synchronized void lock() {
        OpenDesk opened = desk;
        if (opened == null) {
            return;
        }
        desk = null;
        store = null;
        locked = new WeakReference<>(opened);
        try (opened) {
            opened.audit().done(new Deed(null, "desk.lock", "", "", "", ""));
        }
    }

    @Override
    public boolean sweep() {
        Garbage.collect(1);
        if (!locked.refersTo(null)) {
            return false;
        }
        Garbage.collect(CLEANING_ROUNDS);
        return true;
    }

    /// Locks, and gives the data folder back.
    @Override
    public synchronized void close() {
        DataFolder held = folder;
        folder = null;
        try {
            lock();
        } finally {
            if (held != null) {
                held.close();
            }
        }
    }
}
