package com.bizosaas.adsdesk.sandbox.login;

import com.bizosaas.adsdesk.sandbox.model.Fleet;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Lets calls in: finds the token, checks the proof, and says who is calling.
public final class Gate {

    private static final Duration PROOF_LIFE = Duration.ofMinutes(5);

    private final Sessions sessions;
    private final boolean strictProof;

    /// @param strictProof whether the app demands `appsecret_proof` on every call
    public Gate(Sessions sessions, boolean strictProof) {
        this.sessions = sessions;
        this.strictProof = strictProof;
    }

    /// @param token text of the token, empty where none came
    /// @throws GraphError 2500, 190 or 100
    public Caller admit(String token, Map<String, String> parameters) {
        if (token.isEmpty()) {
            throw GraphError.of(400, 2500,
                    "An active access token must be used to query information about the current user.");
        }
        AccessToken living = sessions.living(token);
        checkProof(token, parameters);
        Fleet.Operator operator = sessions.operator(living.userId()).orElseThrow(
                () -> GraphError.of(400, 190, Death.LOGGED_OUT.subcode(), Death.LOGGED_OUT.message()));
        return new Caller(living, operator, sessions.scopes(living));
    }

    private void checkProof(String token, Map<String, String> parameters) {
        String proof = parameters.get("appsecret_proof");
        if (proof == null) {
            if (strictProof) {
                throw proofError("API calls from the server require an appsecret_proof argument");
            }
            return;
        }
        String time = parameters.get("appsecret_time");
        String message = time == null ? token : token + "|" + time;
        if (!AppCredentials.same(sessions.app().proof(message), proof) || (time != null && !isRecent(time))) {
            throw proofError("Invalid appsecret_proof provided in the API argument");
        }
    }

    private boolean isRecent(String time) {
        try {
            Instant made = Instant.ofEpochSecond(Long.parseLong(time));
            return Duration.between(made, sessions.clock().instant()).abs().compareTo(PROOF_LIFE) <= 0;
        } catch (NumberFormatException _) {
            return false;
        }
    }

    private static GraphError proofError(String message) {
        return new GraphError(400, 100, 0, "GraphMethodException", message, null, null, List.of());
    }
}
