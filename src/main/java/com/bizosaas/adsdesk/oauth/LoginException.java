package com.bizosaas.adsdesk.oauth;

import com.bizosaas.adsdesk.graph.GraphException;
import org.jspecify.annotations.Nullable;

/// A sign-in that did not end in a token. Its message holds no secret and no address.
public final class LoginException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Each has its own sentence and its own way on.
    public enum Reason {
        /// This sign-in has been ended already; a second answer to it is not heard.
        STATE_USED,
        /// More than ten minutes went by.
        STATE_LATE,
        /// The answer belongs to another sign-in, or to none of ours.
        STATE_FOREIGN,
        /// The address is not the redirect that was configured.
        ADDRESS_FOREIGN,
        /// The person pressed Cancel.
        DENIED,
        /// Facebook ended the dialog with another error; see the message.
        DIALOG_FAILED,
        /// The address carries neither a code nor a refusal.
        CODE_MISSING,
        /// Facebook refused the code: used, too old, or made for another redirect address.
        CODE_REFUSED,
        /// App id or secret are wrong, or the app does not know the redirect address.
        APP_REFUSED,
        /// No app secret is known, and without it a code cannot be turned into a token.
        SECRET_MISSING,
        /// The token was made for another app.
        APP_FOREIGN,
        /// Facebook says that the token is not valid.
        TOKEN_INVALID,
        /// Nothing left this computer.
        UNREACHABLE,
        /// It was sent and no usable answer came.
        ANSWER_LOST,
        /// Another program listens on the redirect's port.
        PORT_BUSY,
        /// The redirect does not lead to this computer, so nothing can listen on it.
        NOT_LOOPBACK,
        /// Nobody waits for it any more.
        CANCELLED
    }

    private final Reason reason;
    private final transient @Nullable GraphException answer;

    public LoginException(Reason reason, String message) {
        this(reason, message, null);
    }

    /// @param answer Facebook's own words, null where it said nothing
    public LoginException(Reason reason, String message, @Nullable GraphException answer) {
        super(message, answer);
        this.reason = reason;
        this.answer = answer;
    }

    public Reason reason() {
        return reason;
    }

    public @Nullable GraphException answer() {
        return answer;
    }
}
