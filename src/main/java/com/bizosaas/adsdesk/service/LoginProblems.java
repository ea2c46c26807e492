package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.graph.GraphException;
import com.bizosaas.adsdesk.oauth.LoginException;
import com.bizosaas.adsdesk.service.Problem.Kind;

/// A sentence of its own for each way in which a sign-in can end without a token.
final class LoginProblems {

    private LoginProblems() {
    }

    static Problem of(LoginException e) {
        String again = "Start the sign-in again.";
        return switch (e.reason()) {
            case STATE_USED ->
                refused("This sign-in was completed already", "Nothing was stored a second time. " + again,
                        e);
            case STATE_LATE -> refused("The sign-in took longer than ten minutes", "Nothing was stored. " + again, e);
            case STATE_FOREIGN -> refused("This answer belongs to another sign-in",
                    "Nothing was stored. Finish the sign-in in the window that this desk opened, or start it again.",
                    e);
            case ADDRESS_FOREIGN -> refused("The sign-in came back to an unexpected address",
                    "Nothing was stored. Compare the redirect address in Settings with the one in the app's dashboard.",
                    e);
            case DENIED -> new Problem(Kind.CANCELLED, "The sign-in was cancelled at Facebook",
                    "Nothing was stored. Start it again when the person is ready to allow access.", "", null, "");
            case DIALOG_FAILED -> refused("Facebook ended the sign-in with an error",
                    "Try again; if it stays, check the app's settings at Meta. Its words are under Details.", e);
            case CODE_MISSING -> refused("Facebook came back without an answer", "Nothing was stored. " + again, e);
            case CODE_REFUSED -> refused("Facebook did not accept the sign-in's code",
                    "It is good once and for a few minutes, and only for the exact redirect address. " + again, e);
            case APP_REFUSED -> new Problem(Kind.REFUSED, "Facebook does not accept the app id or secret",
                    "Correct them in Settings, and see that the redirect address stands in the app's dashboard.",
                    "appSecret", null, details(e));
            case SECRET_MISSING -> Problem.invalid("appSecret", "The app secret is missing",
                    "Enter the secret of your Facebook app in Settings, or paste a system user's token.");
            case APP_FOREIGN -> refused("This token was made for another app",
                    "Make it with the app whose id stands in Settings.", e);
            case TOKEN_INVALID -> new Problem(Kind.SIGN_IN_NEEDED, "Facebook does not accept this token",
                    "It has expired or was withdrawn. Sign in again, or make a new token.", "", null, details(e));
            case UNREACHABLE -> unreachable(e);
            case ANSWER_LOST -> answerLost(e);
            case PORT_BUSY -> refused("The port of the redirect address is in use", text(e)
                    + ". The sign-in window works all the same.", e);
            case NOT_LOOPBACK -> refused("The system browser cannot come back to this computer",
                    "The redirect address leads elsewhere. Use the sign-in window, or set a redirect address on localhost.",
                    e);
            case CANCELLED -> new Problem(Kind.CANCELLED, "Sign-in was cancelled", "Nothing was stored.", "", null, "");
        };
    }

    private static Problem unreachable(LoginException e) {
        GraphException answer = e.answer();
        if (answer != null && answer.kind() == GraphException.Kind.ELSEWHERE) {
            return GraphProblems.of(answer);
        }
        return new Problem(Kind.OFFLINE, "Facebook cannot be reached",
                "Check the internet connection, then try again. Nothing was stored.", "", null, details(e));
    }

    private static Problem answerLost(LoginException e) {
        GraphException answer = e.answer();
        if (answer != null && answer.kind() == GraphException.Kind.LIMIT) {
            return GraphProblems.of(answer);
        }
        return new Problem(Kind.FAILED, "Facebook's answer was lost", "Nothing was stored. Start the sign-in again.",
                "",
                null, details(e));
    }

    private static Problem refused(String title, String remedy, LoginException e) {
        return new Problem(Kind.REFUSED, title, remedy, "", null, details(e));
    }

    private static String details(LoginException e) {
        GraphException answer = e.answer();
        return answer == null ? text(e) : GraphProblems.details(answer);
    }

    private static String text(LoginException e) {
        return e.getMessage() == null ? "" : e.getMessage();
    }
}
