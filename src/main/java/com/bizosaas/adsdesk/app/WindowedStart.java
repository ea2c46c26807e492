package com.bizosaas.adsdesk.app;

import com.bizosaas.adsdesk.ui.login.LoginCookies;
import java.io.PrintWriter;
import javafx.application.Application;

/// Opens the window. The only way from [Main] to JavaFX.
final class WindowedStart {

    private WindowedStart() {
    }

    /// Returns when the window was closed.
    ///
    /// @return the exit code
    static int run(Environment environment, PrintWriter err) {
        LoginCookies.install();
        DeskApplication.environment = environment;
        Application.launch(DeskApplication.class);
        String failure = DeskApplication.failure;
        if (failure != null) {
            err.println(failure);
            return 1;
        }
        return 0;
    }
}
