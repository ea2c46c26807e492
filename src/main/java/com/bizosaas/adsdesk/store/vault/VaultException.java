package com.bizosaas.adsdesk.store.vault;

import org.jspecify.annotations.Nullable;

/// Why the vault, its folder or a sealed value could not be used. Each kind calls for a different next step, so callers
/// branch on the class; the message is a sentence for people and never holds a secret.
public sealed abstract class VaultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private VaultException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /// No slot opens with what was typed. Decided by the slot's authentication tag, before a database is touched.
    public static final class WrongPassphrase extends VaultException {
        private static final long serialVersionUID = 1L;

        public WrongPassphrase(String message) {
            super(message, null);
        }
    }

    /// A file of the vault cannot be read as what it should be. Nothing was written.
    public static final class Damaged extends VaultException {
        private static final long serialVersionUID = 1L;

        public Damaged(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /// Well formed, but of a version, algorithm or cost that this release refuses. Nothing was derived.
    public static final class Unsupported extends VaultException {
        private static final long serialVersionUID = 1L;

        public Unsupported(String message) {
            super(message, null);
        }
    }

    /// Readable, but somebody else than this program changed it.
    public static final class Tampered extends VaultException {
        private static final long serialVersionUID = 1L;

        public Tampered(String message) {
            super(message, null);
        }
    }

    /// Another process, or another window of this one, has the data folder.
    public static final class AlreadyOpen extends VaultException {
        private static final long serialVersionUID = 1L;

        public AlreadyOpen(String message) {
            super(message, null);
        }
    }

    /// The folder cannot serve as data folder: its path, its permissions, or what lies there already.
    public static final class FolderRefused extends VaultException {
        private static final long serialVersionUID = 1L;

        public FolderRefused(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /// A change of the vault is in force, but the disk did not confirm that it stays: a power cut may undo it.
    public static final class Unconfirmed extends VaultException {
        private static final long serialVersionUID = 1L;

        public Unconfirmed(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /// A passphrase that is too short to guard anything.
    public static final class PassphraseRefused extends VaultException {
        private static final long serialVersionUID = 1L;

        public PassphraseRefused(String message) {
            super(message, null);
        }
    }

    /// What was asked about a person cannot be: no administrator asked, a name that is none, the last administrator.
    public static final class PersonRefused extends VaultException {
        private static final long serialVersionUID = 1L;

        private final String field;

        /// @param field name of the input at fault, empty where none is
        public PersonRefused(String field, String message) {
            super(message, null);
            this.field = field;
        }

        public String field() {
            return field;
        }
    }

    /// A sealed value does not belong where it was found, or was changed: another tenant, connection, field or key.
    public static final class SealBroken extends VaultException {
        private static final long serialVersionUID = 1L;

        public SealBroken(String message) {
            super(message, null);
        }
    }

    /// The control store is missing, empty, another one, or older than what this desk has already acknowledged.
    public static final class StoreBehind extends VaultException {
        private static final long serialVersionUID = 1L;

        public StoreBehind(String message) {
            super(message, null);
        }
    }
}
