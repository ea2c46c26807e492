package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.store.vault.DataFolder;
import com.bizosaas.adsdesk.store.vault.KdfCosts;
import com.bizosaas.adsdesk.store.vault.KeyPurpose;
import com.bizosaas.adsdesk.store.vault.Passphrase;
import com.bizosaas.adsdesk.store.vault.Place;
import com.bizosaas.adsdesk.store.vault.RecoveryCode;
import com.bizosaas.adsdesk.store.vault.SecretBytes;
import com.bizosaas.adsdesk.store.vault.Vault;
import com.bizosaas.adsdesk.store.vault.VaultException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The desk's open stores. Opening and creating take about a second and belong on no user-interface thread; the data
/// folder stays its owner's to close, so that a locked vault keeps its place.
///
/// Two databases lie under it: control (tenants, sign-ins, settings, write journal, audit), which is forced to the disk with every
/// commit and never recreated by itself, and metrics, which can be read again from Facebook.
///
/// Thread rule: safe for use by any thread, interrupted ones included. After [#close()] every call fails.
public final class DeskStore implements AutoCloseable {

    private final Vault vault;
    private final ControlStore control;
    private final MetricsStore metrics;
    private final DataKeys keys;
    private final SecretBytes auditKey;
    private final TenantStore tenants;
    private final ConnectionStore connections;
    private final SettingsStore settings;
    private final AuditStore audit;
    private final Backups backups;
    private final JournalStore journal;
    private final ProfileStore profiles;
    private final DraftStore drafts;
    private final DetailStore details;
    private final BatchStore batches;
    private final WrittenStore written;
    private final CommentStore comments;
    private final ReadMarks marks;
    private final AccountStore accounts;
    private final CampaignStore campaigns;
    private final InsightStore insights;
    private final AudienceStore audiences;
    private final LimitStore limits;
    private final FieldStore goneFields;
    private final RunStore runs;
    private final CreativeStore creatives;
    private final AssetStore assets;
    private final ImageStore images;
    private final TemplateStore templates;

    /// A new store and the code that opens it too. Show the code once, then close it.
    public record Created(DeskStore store, RecoveryCode recoveryCode) {
    }

    /// Makes vault and stores in a folder that has none.
    ///
    /// @param name of the first person, who is an administrator
    /// @throws VaultException if the passphrase is too short, the name is none, or the folder holds a vault or a database
    public static Created create(DataFolder folder, String name, Passphrase passphrase, KdfCosts costs) {
        Vault.Created created = Vault.create(folder, name, passphrase, costs);
        return new Created(open(created.vault(), folder), created.recoveryCode());
    }

    /// @throws VaultException.WrongPassphrase before any database was touched
    /// @throws VaultException for what else keeps the store closed; see its kinds
    public static DeskStore open(DataFolder folder, Passphrase passphrase) {
        return open(Vault.unlock(folder, passphrase), folder);
    }

    /// The same with the recovery code.
    public static DeskStore open(DataFolder folder, RecoveryCode code) {
        return open(Vault.unlock(folder, code), folder);
    }

    /// The same with the secret that the operating system's keyring keeps.
    public static DeskStore openWithKeyring(DataFolder folder, Passphrase kept) {
        return open(Vault.unlockWithKeyring(folder, kept), folder);
    }

    private static DeskStore open(Vault vault, DataFolder folder) {
        ControlStore control = null;
        MetricsStore metrics = null;
        try {
            control = ControlStore.open(vault, folder.place());
            vault.settle();
            metrics = MetricsStore.open(vault, folder.place());
            folder.tightenFiles();
            vault.recordVersions(EncryptedDatabase.H2_VERSION, Migrations.CONTROL.latest(),
                    Migrations.METRICS.latest());
            DeskStore store = new DeskStore(folder.place(), vault, control, metrics);
            store.finishDeletions();
            return store;
        } catch (RuntimeException | IOException e) {
            closeAfter(e, metrics, control, vault);
            if (e instanceof RuntimeException failure) {
                throw failure;
            }
            throw new VaultException.FolderRefused("The data folder " + folder.path() + " cannot be used.", e);
        }
    }

    private DeskStore(Place place, Vault vault, ControlStore control, MetricsStore metrics) {
        this.vault = vault;
        this.control = control;
        this.metrics = metrics;
        keys = new DataKeys(control.sql(), vault);
        auditKey = vault.derive(KeyPurpose.AUDIT_MAC);
        Runnable finishDeletions = this::finishDeletions;
        tenants = new TenantStore(control.sql(), keys, finishDeletions);
        connections = new ConnectionStore(control.sql(), keys, finishDeletions);
        settings = new SettingsStore(control.sql(), keys);
        audit = new AuditStore(control.sql(), auditKey, control.highWater());
        backups = new Backups(place, vault, control.sql());
        journal = new JournalStore(control.sql(), keys);
        profiles = new ProfileStore(control.sql(), keys);
        SealedJson sealed = new SealedJson(keys);
        drafts = new DraftStore(control.sql(), sealed);
        details = new DetailStore(control.sql(), sealed);
        batches = new BatchStore(control.sql(), sealed);
        written = new WrittenStore(control.sql(), sealed);
        comments = new CommentStore(control.sql(), sealed);
        images = new ImageStore(control.sql(), keys, sealed);
        templates = new TemplateStore(control.sql(), sealed);
        GraphObjects objects = new GraphObjects(metrics.sql());
        marks = new ReadMarks(metrics.sql());
        accounts = new AccountStore(metrics.sql(), marks);
        campaigns = new CampaignStore(metrics.sql(), marks);
        insights = new InsightStore(metrics.sql());
        audiences = new AudienceStore(metrics.sql(), objects, marks);
        limits = new LimitStore(metrics.sql());
        goneFields = new FieldStore(metrics.sql());
        runs = new RunStore(metrics.sql());
        creatives = new CreativeStore(metrics.sql(), objects, marks, CreativeStore.MAX_TOTAL_BYTES);
        assets = new AssetStore(metrics.sql(), objects);
    }

    /// Runs work on the control store in one transaction: all of it is stored, forced to the disk, or none. Meant for an
    /// effect and its audit entry. No request to Facebook in here: others wait.
    public <T> T inTransaction(Supplier<T> work) {
        return control.sql().inTransaction(work);
    }

    public void inTransaction(Runnable work) {
        control.sql().inTransaction(() -> {
            work.run();
            return true;
        });
    }

    /// Whether the calling thread is within a transaction on the control store.
    public boolean isInTransaction() {
        return control.sql().isInTransaction();
    }

    /// Tells of each sealed value that was moved or changed, with the tenant it lay with (null for the desk's own) and its
    /// field. Called in the middle of a reading: hand it on and return.
    public void onSealBroken(BiConsumer<@Nullable TenantId, String> listener) {
        keys.onBroken((owner, field) -> listener.accept(owner.equals(DataKeys.DESK) ? null : new TenantId(owner),
                field));
    }

    /// Passphrase, recovery code, derived keys.
    public Vault vault() {
        return vault;
    }

    public TenantStore tenants() {
        return tenants;
    }

    public ConnectionStore connections() {
        return connections;
    }

    public RunStore runs() {
        return runs;
    }

    public LimitStore limits() {
        return limits;
    }

    public FieldStore goneFields() {
        return goneFields;
    }

    public SettingsStore settings() {
        return settings;
    }

    public AuditStore audit() {
        return audit;
    }

    public Backups backups() {
        return backups;
    }

    /// Writes to Facebook, recorded before they leave.
    public JournalStore journal() {
        return journal;
    }

    /// What was edited and not published.
    public DraftStore drafts() {
        return drafts;
    }

    /// Fields beyond the structure that were read, which drafts are based on.
    public DetailStore details() {
        return details;
    }

    /// What this desk wrote to Facebook last, field by field.
    public WrittenStore written() {
        return written;
    }

    /// What people wrote about objects.
    public CommentStore comments() {
        return comments;
    }

    /// What was published together.
    public BatchStore batches() {
        return batches;
    }

    /// What was agreed with each client.
    public ProfileStore profiles() {
        return profiles;
    }

    public ReadMarks readMarks() {
        return marks;
    }

    public AccountStore accounts() {
        return accounts;
    }

    public CampaignStore campaigns() {
        return campaigns;
    }

    public InsightStore insights() {
        return insights;
    }

    public AudienceStore audiences() {
        return audiences;
    }

    public CreativeStore creatives() {
        return creatives;
    }

    /// Pages, Instagram accounts and pixels as last read.
    public AssetStore assets() {
        return assets;
    }

    /// Images that drafts show.
    public ImageStore images() {
        return images;
    }

    public TemplateStore templates() {
        return templates;
    }

    /// For tests that tamper with rows.
    Sql controlSql() {
        return control.sql();
    }

    Sql metricsSql() {
        return metrics.sql();
    }

    /// Removes what was read for a tenant, as at the end of a sign-in.
    public void forgetReadings(TenantId tenant) {
        metrics.forget(tenant);
        accounts.forget(tenant);
    }

    /// Where the metrics store of before was put because it did not open; the present one starts empty. Tell the operator.
    public Optional<Path> metricsSetAside() {
        return metrics.setAside();
    }

    /// What a deletion promises beyond its commit, taken up again at the next start if it was interrupted: nothing of the
    /// deleted stays in the metrics store or in old chunks of either file.
    private void finishDeletions() {
        Set<TenantId> present = tenants.list().stream().map(Tenant::id).collect(Collectors.toSet());
        accounts.keepOnly(present);
        if (metrics.keepOnly(present)) {
            metrics.sql().compact();
        }
        boolean due = control.sql().one("SELECT compaction_due FROM store_info", row -> row.getBoolean(1))
                .orElse(false);
        if (due) {
            control.sql().compact();
            control.sql().update("UPDATE store_info SET compaction_due = FALSE");
        }
    }

    private static void closeAfter(Exception why, @Nullable AutoCloseable... open) {
        for (@Nullable
        AutoCloseable each : open) {
            try {
                if (each != null) {
                    each.close();
                }
            } catch (Exception e) {
                why.addSuppressed(e);
            }
        }
    }

    /// Closes both databases and zeroes all keys.
    @Override
    public void close() {
        try (vault; control; metrics; keys; auditKey) {
            // Closed in reverse order, each even if another fails.
        }
    }
}
