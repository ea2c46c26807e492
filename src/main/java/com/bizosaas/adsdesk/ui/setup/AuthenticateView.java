package com.bizosaas.adsdesk.ui.setup;

import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.service.ConnectionService;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Banner;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Permits;
import com.bizosaas.adsdesk.ui.common.SecretField;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Step one: three ways to sign in, and what happens while one is under way.
final class AuthenticateView extends VBox {

    private final SetupViewModel setup;
    private final SignInViewModel signIn;
    private final Dialogs dialogs;
    private final Permits permits;
    private final VBox banners = Banner.stack();
    private final VBox card = new VBox(12);

    AuthenticateView(SetupViewModel setup, SignInViewModel signIn, Dialogs dialogs, Permits permits) {
        super(12);
        this.permits = permits;
        this.setup = setup;
        this.signIn = signIn;
        this.dialogs = dialogs;
        card.getStyleClass().addAll("card", "setup-card");
        getChildren().addAll(banners, card);
        signIn.progressProperty().subscribe(this::showCard);
        setup.tenantProperty().subscribe(this::showCard);
        setup.storedProperty().subscribe(this::showCard);
        signIn.problemProperty().subscribe(this::showBanners);
        signIn.noticeProperty().subscribe(this::showBanners);
        setup.problemProperty().subscribe(this::showBanners);
    }

    private void showBanners() {
        banners.getChildren().clear();
        banner(signIn.problemProperty().get());
        banner(setup.problemProperty().get());
        Problem notice = signIn.noticeProperty().get();
        if (notice != null) {
            banners.getChildren().add(new Banner(Banner.Tone.WARNING, notice.title() + ".", notice.remedy()));
        }
    }

    private void banner(@Nullable Problem problem) {
        if (problem != null) {
            banners.getChildren().add(Banner.of(problem, null));
        }
    }

    private void showCard() {
        Tenant tenant = setup.tenantProperty().get();
        if (tenant == null) {
            return;
        }
        boolean again = setup.storedProperty().get().connection() != null;
        String name = Labels.isolated(tenant.name());
        card.getChildren().setAll(Labels.of((again ? "Reconnect " : "Connect ") + name, "section-title"));
        switch (signIn.progressProperty().get()) {
            case IDLE -> card.getChildren().addAll(ways(tenant, again));
            case WAITING_FOR_CONSENT -> card.getChildren().addAll(underWay(1));
            case CHECKING -> card.getChildren().addAll(underWay(2));
        }
    }

    private Node[] ways(Tenant tenant, boolean again) {
        Button window = Buttons.primary("Sign in", () -> signIn.begin(tenant, false, false));
        window.setId("sign-in");
        Button browser = Buttons.secondary("Use my browser", Icons.EXTERNAL, () -> signIn.begin(tenant, false, true));
        browser.setId("sign-in-browser");
        Button token = Buttons.flat("Paste a system user's token…", Icons.KEY, () -> askToken(tenant));
        token.setId("paste-token");
        HBox row = new HBox(8, permits.needs(window, ConnectionService.class, "begin"),
                permits.needs(browser, ConnectionService.class, "begin"),
                permits.needs(token, ConnectionService.class, "useToken"));
        row.setAlignment(Pos.CENTER_LEFT);
        return new Node[]{Labels.wrapped("Facebook asks in a window of its own who signs in and what Ads Desk may do. "
                + (again
                        ? "All settings and chosen accounts of this client are kept."
                        : "Nothing is stored before you have confirmed who signed in and which accounts to use."),
                "muted"), row,
                Labels.wrapped(
                        "If Facebook refuses the embedded window, your browser does the same. A system user's token "
                                + "from the client's Business settings does not expire.",
                        "caption")};
    }

    private void askToken(Tenant tenant) {
        SecretField token = new SecretField();
        token.setId("system-token");
        token.setPromptText("EAA…");
        VBox body = new VBox(6, Labels.of("Access token of the system user", "field-label"), token, Labels.wrapped(
                "In Business settings, under System users, generate a token for your app with ads_management, ads_read and "
                        + "business_management.",
                "hint"));
        DialogForm form = new DialogForm("Paste a system user's token", tenant, body, "Check the token")
                .initialFocus(token);
        form.obstacleProperty().set("Paste the token first");
        token.editsProperty().subscribe(
                _ -> form.obstacleProperty().set(token.isBlank() ? "Paste the token first" : ""));
        form.onSubmit(() -> {
            char[] typed = token.characters();
            token.clear();
            form.close();
            signIn.useToken(tenant, typed);
        });
        dialogs.show(form);
    }

    /// @param at index of the part that is under way
    private Node[] underWay(int at) {
        VBox parts = new VBox(10, part(0, at, "Security check made", "good for one use and ten minutes"),
                part(1, at, "Waiting for consent", "finish in the sign-in window or your browser"),
                part(2, at, "Swap the code for a 60-day token, check permissions", "a few seconds"),
                part(3, at, "Confirm who signed in and choose the accounts", "then it is stored in the vault"));
        Button window = Buttons.secondary("Show sign-in window", signIn::showWindow);
        Button cancel = Buttons.flat("Cancel", null, signIn::cancel);
        cancel.setId("sign-in-cancel");
        HBox row = at == 1 ? new HBox(8, window, cancel) : new HBox(8, cancel);
        return new Node[]{parts, row};
    }

    private static HBox part(int index, int at, String title, String detail) {
        Node icon = index < at
                ? Icons.DONE.node("i16", "good")
                : index == at ? Icons.CURRENT.node("i16", "accent") : Icons.RING.node("i16", "subtle");
        VBox words = new VBox(Labels.of(title, index == at ? "weight-semibold" : "weight-regular"),
                Labels.of(detail, "caption"));
        HBox row = new HBox(10, icon, words);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
