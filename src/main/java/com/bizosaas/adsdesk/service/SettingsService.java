package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Role;
import java.util.Set;

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
}
