package com.bizosaas.adsdesk.app;

import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.ui.audiences.AudiencesTab;
import com.bizosaas.adsdesk.ui.campaigns.CampaignsTab;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.OverlayDialogs;
import com.bizosaas.adsdesk.ui.common.ScopeModel;
import com.bizosaas.adsdesk.ui.common.TabId;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import com.bizosaas.adsdesk.ui.common.Themes;
import com.bizosaas.adsdesk.ui.common.ToastNotifier;
import com.bizosaas.adsdesk.ui.creatives.CreativesTab;
import com.bizosaas.adsdesk.ui.login.WebViewConsentPrompt;
import com.bizosaas.adsdesk.ui.performance.PerformanceTab;
import com.bizosaas.adsdesk.ui.settings.SettingsTab;
import com.bizosaas.adsdesk.ui.setup.SetupTab;
import com.bizosaas.adsdesk.ui.shell.DeskFrame;
import com.bizosaas.adsdesk.ui.shell.DeskWindow;
import com.bizosaas.adsdesk.ui.shell.WindowMemory;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.HostServices;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Puts an unlocked desk together: its context, its six tabs, and the window around them.
final class DeskTabs {

    private DeskTabs() {
    }

    static DeskWindow window(DeskServices services, TaskRunner tasks, InstantSource clock, Themes themes,
            WindowMemory memory, Stage stage, HostServices host, DeskFrame frame) {
        OverlayDialogs dialogs = new OverlayDialogs();
        ToastNotifier toasts = new ToastNotifier();
        TabOpener opener = new TabOpener();
        DeskContext context = new DeskContext(services, tasks, new ScopeModel(), toasts, dialogs, opener, clock);
        SetupTab setup = new SetupTab(context, new WebViewConsentPrompt(() -> stage, themes, clock),
                address -> host.showDocument(address.toString()));
        DeskWindow window = new DeskWindow(context,
                List.of(setup, new CampaignsTab(context), new AudiencesTab(context), new CreativesTab(context),
                        new PerformanceTab(context), new SettingsTab(context, frame::lockVault)),
                new DeskWindow.Surroundings(themes, memory, LaunchOptions.Version.number(), frame::lockScreen,
                        frame.untilLock()),
                List.of(dialogs.layer(), toasts.layer()));
        opener.window = window;
        return window;
    }

    /// Tabs are made before the window that shows them, so they are handed this.
    private static final class TabOpener implements Consumer<TabId> {

        private @Nullable DeskWindow window;

        @Override
        public void accept(TabId tab) {
            if (window != null) {
                window.select(tab);
            }
        }
    }
}
