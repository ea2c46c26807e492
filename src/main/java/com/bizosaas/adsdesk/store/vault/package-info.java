/// Keys and the files that guard them: the vault file with its key slots, key derivation, sealed secrets, tenants' data
/// keys, the high-water mark, the data folder and its lock.
///
/// In: everything that must work before a database is opened. Out: SQL, and what the secrets mean. Protocol: take a
/// [DataFolder], create or unlock a [Vault], derive keys from it, close it; every key lives in a [SecretBytes] that zeroes
/// itself. Failures are the kinds of [VaultException], whose messages are fit for the screen and hold no secret.
/// The format is written down in `src/site/markdown/vault.md`.
@NullMarked
package com.bizosaas.adsdesk.store.vault;

import org.jspecify.annotations.NullMarked;
