package com.bizosaas.adsdesk.sandbox.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A refusal in the shape of the Graph API's error envelope (graph-api chapter 11).
public final class GraphError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;
    private final int subcode;
    private final String type;
    private final @Nullable String userTitle;
    private final @Nullable String userMessage;
    private final List<String> blameField;

    /// @param subcode 0 where there is none
    /// @param blameField path of the field at fault, empty where none is to blame
    public GraphError(int status, int code, int subcode, String type, String message, @Nullable String userTitle,
            @Nullable String userMessage, List<String> blameField) {
        super(message);
        this.status = status;
        this.code = code;
        this.subcode = subcode;
        this.type = type;
        this.userTitle = userTitle;
        this.userMessage = userMessage;
        this.blameField = List.copyOf(blameField);
    }

    /// Code 100: a parameter or field that the API refuses.
    public static GraphError invalidParameter(String message) {
        return new GraphError(400, 100, 0, "OAuthException", "(#100) " + message, null, null, List.of());
    }

    /// Code 100 with a subcode, the reason in words for a person, and the field to blame.
    public static GraphError refused(int subcode, String title, String reason, String... blameField) {
        return new GraphError(400, 100, subcode, "OAuthException", "Invalid parameter", title, reason,
                List.of(blameField));
    }

    public int status() {
        return status;
    }

    public int code() {
        return code;
    }

    public int subcode() {
        return subcode;
    }

    public String type() {
        return type;
    }

    public @Nullable String userTitle() {
        return userTitle;
    }

    public @Nullable String userMessage() {
        return userMessage;
    }

    public List<String> blameField() {
        return blameField;
    }
}
