package com.bizosaas.adsdesk.service;

import java.nio.file.Path;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.TenantId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The desk's own settings. What an option, the environment or `.env.facebook` fixes is shown and cannot be changed here.
@Needs(Role.VIEWER)
public interface SettingsService {

    DeskSettings settings();

    /// @throws DeskException naming the field that is wrong
    void save(DeskSettings changed);

    /// Names of settings that come from outside (for example `apiVersion`).
    Set<String> fixedFromOutside();

    boolean hasAppSecret();

    /// Seals the secret in the vault; the characters are wiped. It can be replaced, never read back.
    @Needs(Role.ADMINISTRATOR)
    void setAppSecret(char[] secret);

    String graphUrl();

    String dialogUrl();

    /// The data folder, for display.
    String dataFolder();

    /// Changes the passphrase; both are wiped.
    ///
    /// @throws DeskException if the old one is wrong or the new one too weak
    void changePassphrase(char[] old, char[] fresh);

    /// Saved views of a tenant, or those for all.
    ///
    /// @param tenant null for the views of all tenants
    List<SavedView> views(@Nullable TenantId tenant);

    /// Stores the views of a tenant, or those for all, in place of what was there.
    void saveViews(@Nullable TenantId tenant, List<SavedView> views);

    /// Writes views to a new file, for another desk. It holds names of columns and what was searched for, and no figures.
    ///
    /// @throws DeskException if the file is there already or cannot be written
    void writeViews(List<SavedView> views, Path file);

    /// Reads views from such a file; nothing is stored.
    ///
    /// @throws DeskException if it is no such file
    List<SavedView> readViews(Path file);
}
