package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.service.Problem.Kind;
import com.bizosaas.adsdesk.store.StoreException;
import com.bizosaas.adsdesk.store.vault.VaultException;

/// Sentences for what the vault and the stores throw. Their messages are fit for the screen; what to do next is said here.
final class StoreProblems {

    private StoreProblems() {
    }

    static Problem of(VaultException e) {
        String why = e.getMessage() == null ? "" : e.getMessage();
        return switch (e) {
            case VaultException.WrongPassphrase wrong -> Problem.invalid("passphrase", title(wrong.getMessage()),
                    "Type it again; mind capital letters and the keyboard's language.");
            case VaultException.PassphraseRefused refused -> Problem.invalid("passphrase",
                    "This passphrase is too short", text(refused.getMessage()));
            case VaultException.PersonRefused refused -> person(refused);
            case VaultException.AlreadyOpen open -> new Problem(Kind.REFUSED, "Ads Desk is already open",
                    text(open.getMessage()) + " Use the window that is open.", "", null, "");
            case VaultException.FolderRefused refused -> new Problem(Kind.FAILED, "The data folder cannot be used",
                    text(refused.getMessage()), "", null, "");
            case VaultException.Unconfirmed unconfirmed -> new Problem(Kind.FAILED,
                    "Done, but the disk did not confirm it", text(unconfirmed.getMessage()), "", null, "");
            case VaultException.Damaged damaged -> broken("The vault cannot be read", damaged);
            case VaultException.Tampered tampered -> broken("The vault was changed by another program", tampered);
            case VaultException.StoreBehind behind -> broken("The stored data are not as this desk left them", behind);
            case VaultException.Unsupported unsupported -> new Problem(Kind.FAILED,
                    "This vault cannot be opened by this release", text(unsupported.getMessage())
                            + " Update Ads Desk.",
                    "", null, "");
            case VaultException.SealBroken seal -> new Problem(Kind.SIGN_IN_NEEDED,
                    "A stored secret does not belong where it lies", "It is not used. Sign in again in Setup.", "",
                    null, why + details(seal));
        };
    }

    static Problem of(StoreException e) {
        return new Problem(Kind.FAILED, "The desk's own store failed", text(e.getMessage())
                + " What was stored before stands.", "", null, details(e));
    }

    /// The first sentence says what is wrong, the rest what to do.
    private static Problem person(VaultException.PersonRefused refused) {
        String said = text(refused.getMessage());
        int end = said.indexOf(". ");
        String what = end < 0 ? title(said) : said.substring(0, end);
        String remedy = end < 0 ? "" : said.substring(end + 2);
        return refused.field().isEmpty()
                ? Problem.of(Kind.NO_PERMISSION, what, remedy)
                : Problem.invalid(refused.field(), what, remedy);
    }

    private static Problem broken(String title, VaultException e) {
        return new Problem(Kind.FAILED, title, text(e.getMessage())
                + " Restore a backup with its passphrase or recovery code, or put the newest data folder back.", "",
                null,
                details(e));
    }

    private static String details(Throwable e) {
        Throwable cause = e.getCause();
        return cause == null ? "" : cause.getClass().getSimpleName();
    }

    private static String title(@org.jspecify.annotations.Nullable String message) {
        String text = text(message);
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private static String text(@org.jspecify.annotations.Nullable String message) {
        return message == null ? "" : message;
    }
}
