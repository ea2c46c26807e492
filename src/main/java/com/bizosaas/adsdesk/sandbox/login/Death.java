package com.bizosaas.adsdesk.sandbox.login;

/// The ways in which a token stops working, each with its subcode under code 190 (graph-api chapter 11).
public enum Death {
    EXPIRED(463, "Error validating access token: Session has expired."),
    PASSWORD_CHANGED(460,
            "Error validating access token: The session has been invalidated because the user changed their password."),
    APP_REMOVED(
            458, "Error validating access token: The user has not authorized application."),
    CHECKPOINT(459,
            "Error validating access token: You cannot access the app till you log in to www.facebook.com and follow"
                    + " the instructions given."),
    LOGGED_OUT(467,
            "Error validating access token: This may be because the user logged out.");

    private final int subcode;
    private final String message;

    Death(int subcode, String message) {
        this.subcode = subcode;
        this.message = message;
    }

    public int subcode() {
        return subcode;
    }

    public String message() {
        return message;
    }
}
