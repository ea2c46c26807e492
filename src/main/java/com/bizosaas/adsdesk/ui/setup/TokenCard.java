package com.bizosaas.adsdesk.ui.setup;

import com.bizosaas.adsdesk.domain.Connection.Broken;
import com.bizosaas.adsdesk.domain.Connection;
import com.bizosaas.adsdesk.service.ConnectionService;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Meter;
import com.bizosaas.adsdesk.ui.common.Permits;
import com.bizosaas.adsdesk.ui.common.Pill;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The sign-in's health: days left, who signed in, renew, reconnect, disconnect. Warns from 14 days before an end.
final class TokenCard extends VBox {

    private static final long WARN = 14;
    private static final long URGENT = 3;
    private static final double WHOLE_LIFE_DAYS = 60;

    private final Formats formats;
    private final InstantSource clock;
    private final Permits permits;
    private final Runnable renew;
    private final Runnable reconnect;
    private final Runnable disconnect;

    TokenCard(Formats formats, InstantSource clock, Permits permits, Runnable renew, Runnable reconnect,
            Runnable disconnect) {
        super(8);
        this.permits = permits;
        this.formats = formats;
        this.clock = clock;
        this.renew = renew;
        this.reconnect = reconnect;
        this.disconnect = disconnect;
        getStyleClass().addAll("card", "setup-card");
    }

    void show(@Nullable Connection connection) {
        Label title = Labels.of("Access token", "section-title");
        HBox head = new HBox(8, Icons.KEY.node("i16"), title, Labels.gap());
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(head);
        if (connection == null) {
            head.getChildren().add(new Pill("Not signed in", Icons.RING, Pill.Tone.OFF));
            getChildren().add(Labels.wrapped("Nobody has signed in for this client yet.", "muted"));
            return;
        }
        boolean works = connection.works(clock);
        Long days = connection.daysLeft(clock);
        long left = days == null ? Long.MAX_VALUE : days;
        boolean soon = works && left <= WARN;
        head.getChildren().add(works
                ? soon
                        ? new Pill("Ends soon", Icons.CAUTION, left <= URGENT ? Pill.Tone.DANGER : Pill.Tone.WARNING)
                        : new Pill("Valid", Icons.DOT, Pill.Tone.OK)
                : new Pill(connection.broken() == null ? "Expired" : "Refused", Icons.STOPPED, Pill.Tone.DANGER));
        getChildren().add(life(connection, works, days));
        getChildren().addAll(line("Signed in as", connection.userName()),
                line("Type", connection.kind() == Connection.Kind.SYSTEM_USER
                        ? "System user's token"
                        : "Long-lived user token"));
        if (connection.broken() != null) {
            getChildren().add(line("Reason given by Meta", reason(connection.broken())));
        }
        Instant data = connection.dataAccessExpiresAt();
        if (data != null) {
            getChildren().add(line("Data access until", day(data)));
        }
        getChildren().add(actions(connection, works, soon));
    }

    private VBox life(Connection connection, boolean works, @Nullable Long days) {
        Instant end = connection.endsAt();
        String big = !works
                ? connection.broken() == null ? "Expired" : "Refused"
                : days == null ? "No end" : days == 0 ? "Ends today" : days == 1 ? "1 day left" : days + " days left";
        Label figure = Labels.of(big, "t20", "weight-semibold");
        if (!works) {
            figure.getStyleClass().add("danger-text");
        }
        HBox row = new HBox(8, figure, Labels.gap(),
                Labels.of(end == null ? "does not expire" : "ends " + day(end), "caption"));
        row.setAlignment(Pos.BASELINE_LEFT);
        Meter meter = new Meter(100);
        meter.setMaxWidth(Double.MAX_VALUE);
        double share = days == null ? 1 : Math.min(1, days / WHOLE_LIFE_DAYS);
        meter.show(works ? share : 1, !works || days != null && days <= URGENT
                ? Meter.Tone.DANGER
                : days != null && days <= WARN ? Meter.Tone.WARNING : Meter.Tone.GOOD);
        return new VBox(6, row, meter);
    }

    private FlowPane actions(Connection connection, boolean works, boolean soon) {
        Button again = works && !soon
                ? Buttons.secondary("Reconnect", Icons.KEY, reconnect)
                : Buttons.primary("Reconnect", reconnect);
        again.setId("reconnect");
        Button end = Buttons.danger("Disconnect…", disconnect);
        end.setId("disconnect");
        FlowPane row = new FlowPane(8, 8);
        if (works && connection.kind() == Connection.Kind.USER) {
            Button fresh = Buttons.secondary("Renew now", Icons.SYNC, renew);
            fresh.setId("renew");
            row.getChildren().add(permits.needs(fresh, ConnectionService.class, "renew"));
        }
        row.getChildren().addAll(permits.needs(again, ConnectionService.class, "begin"),
                permits.needs(end, ConnectionService.class, "disconnect"));
        return row;
    }

    static HBox line(String name, String value) {
        Label text = Labels.of(Labels.isolated(value), "t12");
        HBox line = new HBox(8, Labels.of(name, "muted", "t12"), Labels.gap(), text);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private String day(Instant at) {
        return formats.dayAndYear(at.atZone(ZoneId.systemDefault()).toLocalDate());
    }

    static String reason(Broken broken) {
        return switch (broken) {
            case EXPIRED -> "It expired";
            case PASSWORD_CHANGED -> "Password changed";
            case APP_REMOVED -> "The app was removed";
            case CHECKPOINT -> "Facebook wants a check";
            case LOGGED_OUT -> "Logged out";
            case DATA_ACCESS_EXPIRED -> "Data access lapsed";
            case INVALID -> "Token not valid";
        };
    }
}
