package com.bizosaas.adsdesk.graph;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An outcome that is not a success, classified once (graph-api chapter 11; robustness "Classify every outcome once").
/// Its message holds no secret.
public final class GraphException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Who must act.
    public enum Kind {
        /// Nothing left this computer: no network, no host, no TLS.
        NOT_SENT,
        /// Something in this network answered a read in Facebook's place, as a network does that wants a sign-in of its own.
        ELSEWHERE,
        /// It was sent and the answer was lost or unreadable, or Facebook had a hiccup; reads were retried already.
        TRANSIENT,
        /// A create or update whose effect is not known.
        UNKNOWN_EFFECT,
        /// A limit; see [#until()].
        LIMIT,
        /// The token is dead: the person must sign in again, or clear a checkpoint.
        TOKEN,
        /// This resource is not permitted.
        PERMISSION,
        /// Facebook blocked the account or app by policy; a human must look.
        BLOCKED,
        /// The request itself is refused; see the user message and the field.
        REFUSED,
        /// The API version is gone: the program or its setting must be updated.
        VERSION,
        /// Nobody waits for it any more.
        CANCELLED
    }

    private final Kind kind;
    private final int code;
    private final int subcode;
    private final String userTitle;
    private final String userMessage;
    private final String traceId;
    private final List<String> field;
    private final transient @Nullable Instant until;

    /// @param code 0 where there is no error envelope
    /// @param subcode 0 where there is none
    /// @param userTitle Meta's `error_user_title`, empty where absent
    /// @param userMessage Meta's `error_user_msg`, empty where absent
    /// @param traceId `fbtrace_id`, empty where absent
    /// @param field path of the field to blame, empty where none is named
    /// @param until when a limit is over, or when the server wants to be asked again; null where nobody says
    public GraphException(Kind kind, String message, int code, int subcode, String userTitle, String userMessage,
            String traceId, List<String> field, @Nullable Instant until, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.code = code;
        this.subcode = subcode;
        this.userTitle = userTitle;
        this.userMessage = userMessage;
        this.traceId = traceId;
        this.field = List.copyOf(field);
        this.until = until;
    }

    public static GraphException of(Kind kind, String message, @Nullable Throwable cause) {
        return new GraphException(kind, message, 0, 0, "", "", "", List.of(), null, cause);
    }

    public Kind kind() {
        return kind;
    }

    public int code() {
        return code;
    }

    public int subcode() {
        return subcode;
    }

    public String userTitle() {
        return userTitle;
    }

    public String userMessage() {
        return userMessage;
    }

    public String traceId() {
        return traceId;
    }

    public List<String> field() {
        return field;
    }

    public @Nullable Instant until() {
        return until;
    }
}
