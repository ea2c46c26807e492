package com.bizosaas.adsdesk.app;

import com.bizosaas.adsdesk.ui.login.LoginCookies;
import java.io.PrintWriter;
import java.util.Optional;
import javafx.application.Application;

/// Opens the window. The only way from [Main] to JavaFX.
final class WindowedStart {

    private WindowedStart() {
    }

    /// Returns when the window was closed, or before there is one if a desk runs on the data folder already.
    ///
    /// @return the exit code
    static int run(Environment environment, PrintWriter err) {
        Optional<SingleInstance.Running> other = SingleInstance.running(environment.dataDir());
        if (other.isPresent()) {
            err.println(other.get().words());
            return other.get() == SingleInstance.Running.WINDOW ? 0 : 1;
        }
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
