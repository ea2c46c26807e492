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
    private final @Nullable Boolean isTransient;

    /// @param subcode 0 where there is none
    /// @param blameField path of the field at fault, empty where none is to blame
    public GraphError(int status, int code, int subcode, String type, String message, @Nullable String userTitle,
            @Nullable String userMessage, List<String> blameField) {
        this(status, code, subcode, type, message, userTitle, userMessage, blameField, null);
    }

    private GraphError(int status, int code, int subcode, String type, String message, @Nullable String userTitle,
            @Nullable String userMessage, List<String> blameField, @Nullable Boolean isTransient) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.subcode = subcode;
        this.type = type;
        this.userTitle = userTitle;
        this.userMessage = userMessage;
        this.blameField = List.copyOf(blameField);
        this.isTransient = isTransient;
    }

    /// An error of type `OAuthException` without a subcode, which is what most refusals look like.
    public static GraphError of(int status, int code, String message) {
        return of(status, code, 0, message);
    }

    public static GraphError of(int status, int code, int subcode, String message) {
        return new GraphError(status, code, subcode, "OAuthException", message, null, null, List.of());
    }

    /// 100/33, which hides whether the object is missing or only out of the token's reach.
    public static GraphError notFound(String id, String verb) {
        return new GraphError(400, 100, 33, "GraphMethodException",
                "Unsupported " + verb + " request. Object with ID '" + id
                        + "' does not exist, cannot be loaded due to missing permissions, or does not support this operation."
                        + " Please read the Graph API documentation",
                null, null, List.of());
    }

    /// A path whose last part is no edge, or an edge that the sandbox does not serve.
    public static GraphError unknownPath(String component) {
        return of(400, 2500, "Unknown path components: /" + component);
    }

    /// The same error with `is_transient` said outright.
    public GraphError withTransient(boolean value) {
        return new GraphError(status, code, subcode, type, text(), userTitle, userMessage, blameField, value);
    }

    /// Code 100: a parameter or field that the API refuses.
    public static GraphError invalidParameter(String message) {
        return new GraphError(400, 100, 0, "OAuthException", "(#100) " + message, null, null, List.of());
    }

    /// Code 100 with a subcode, the reason in words for a person, and the field to blame.
    public static GraphError refused(int subcode, String title, String reason, String... blameField) {
        return new GraphError(400, 100, subcode, "OAuthException", "Invalid parameter", title, reason,
                List.of(blameField), false);
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

    public String text() {
        return String.valueOf(getMessage());
    }

    /// What `is_transient` says; null where the error does not carry it.
    public @Nullable Boolean isTransient() {
        return isTransient;
    }

    public List<String> blameField() {
        return blameField;
    }
}
