package com.bizosaas.adsdesk.ui.common;

import java.util.List;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;

/// The desk's icons by their meaning. All come from the Bootstrap Icons pack; colour and size come from style sheets.
public enum Icons {
    // @formatter:off
    // tabs and shell
    SETUP(BootstrapIcons.PLUG), CAMPAIGNS(BootstrapIcons.LAYERS), AUDIENCES(BootstrapIcons.PEOPLE),
    CREATIVES(BootstrapIcons.IMAGES), PERFORMANCE(BootstrapIcons.GRAPH_UP), SETTINGS(BootstrapIcons.GEAR),
    FOLD(BootstrapIcons.LAYOUT_SIDEBAR), ACCOUNT_LIST(BootstrapIcons.CHEVRON_EXPAND),
    CALENDAR(BootstrapIcons.CALENDAR3), SYNC(BootstrapIcons.ARROW_REPEAT), RELOAD(BootstrapIcons.ARROW_CLOCKWISE),
    DARK(BootstrapIcons.MOON), LIGHT(BootstrapIcons.SUN), LOCK(BootstrapIcons.LOCK),
    LOCKED(BootstrapIcons.LOCK_FILL), UNLOCKED(BootstrapIcons.UNLOCK), ONLINE(BootstrapIcons.WIFI),
    OFFLINE(BootstrapIcons.WIFI_OFF), NETWORK(BootstrapIcons.DOOR_OPEN), BUDGET(BootstrapIcons.SPEEDOMETER2), TASK(BootstrapIcons.SHIELD_CHECK),
    TENANT(BootstrapIcons.BUILDING), KEYS(BootstrapIcons.KEYBOARD), HELP(BootstrapIcons.QUESTION_CIRCLE),
    // actions
    SEARCH(BootstrapIcons.SEARCH), FILTER(BootstrapIcons.FUNNEL), ADD(BootstrapIcons.PLUS), CLOSE(BootstrapIcons.X),
    CLEAR(BootstrapIcons.X_CIRCLE), EDIT(BootstrapIcons.PENCIL), DELETE(BootstrapIcons.TRASH),
    ARCHIVE(BootstrapIcons.ARCHIVE), COPY(BootstrapIcons.CLIPBOARD), COLUMNS(BootstrapIcons.LAYOUT_THREE_COLUMNS),
    TREE(BootstrapIcons.LIST_NESTED), TABLE(BootstrapIcons.TABLE), MORE(BootstrapIcons.THREE_DOTS),
    PAUSE(BootstrapIcons.PAUSE_FILL), PLAY(BootstrapIcons.PLAY_FILL), UNDO(BootstrapIcons.ARROW_COUNTERCLOCKWISE),
    BACK(BootstrapIcons.ARROW_LEFT), FORWARD(BootstrapIcons.ARROW_RIGHT),
    EXTERNAL(BootstrapIcons.BOX_ARROW_UP_RIGHT), SHOW(BootstrapIcons.EYE), HIDE(BootstrapIcons.EYE_SLASH),
    OPEN(BootstrapIcons.CHEVRON_DOWN), NEXT(BootstrapIcons.CHEVRON_RIGHT), PREVIOUS(BootstrapIcons.CHEVRON_LEFT),
    // meanings
    CHECK(BootstrapIcons.CHECK), UP(BootstrapIcons.ARROW_UP), DOWN(BootstrapIcons.ARROW_DOWN),
    DONE(BootstrapIcons.CHECK_CIRCLE_FILL), CHECKED(BootstrapIcons.CHECK_CIRCLE),
    WHOLE(BootstrapIcons.PATCH_CHECK_FILL), STOPPED(BootstrapIcons.X_OCTAGON_FILL),
    REFUSED(BootstrapIcons.X_OCTAGON), ERROR(BootstrapIcons.EXCLAMATION_OCTAGON_FILL),
    ISSUE(BootstrapIcons.EXCLAMATION_DIAMOND_FILL), WARNING(BootstrapIcons.EXCLAMATION_TRIANGLE_FILL),
    CAUTION(BootstrapIcons.EXCLAMATION_TRIANGLE), INFO(BootstrapIcons.INFO_CIRCLE_FILL),
    LEARNING(BootstrapIcons.HOURGLASS_SPLIT), CLOCK(BootstrapIcons.CLOCK), SCHEDULED(BootstrapIcons.CALENDAR),
    DOT(BootstrapIcons.CIRCLE_FILL), RING(BootstrapIcons.CIRCLE), CURRENT(BootstrapIcons.RECORD_CIRCLE),
    BLOCKED(BootstrapIcons.SLASH_CIRCLE),
    // things
    KEY(BootstrapIcons.KEY), SHIELD(BootstrapIcons.SHIELD_CHECK), VAULT(BootstrapIcons.SHIELD_LOCK),
    VAULT_FILL(BootstrapIcons.SHIELD_FILL_CHECK), GENERAL(BootstrapIcons.SLIDERS),
    APP(BootstrapIcons.APP_INDICATOR), AUDIT(BootstrapIcons.JOURNAL_TEXT), SCREEN(BootstrapIcons.DISPLAY),
    SYSTEM(BootstrapIcons.CPU), META(BootstrapIcons.CLOUD_ARROW_DOWN), WALLET(BootstrapIcons.WALLET2),
    FOLDER(BootstrapIcons.FOLDER), EXPORT(BootstrapIcons.DOWNLOAD), USER(BootstrapIcons.PERSON), GLOBE(BootstrapIcons.GLOBE),
    LINK(BootstrapIcons.LINK_45DEG), IMAGE(BootstrapIcons.IMAGE), VIDEO(BootstrapIcons.CAMERA_VIDEO),
    CAROUSEL(BootstrapIcons.COLLECTION), LOOKALIKE(BootstrapIcons.PERSON_PLUS), GRID(BootstrapIcons.GRID),
    BREAKDOWN(BootstrapIcons.BAR_CHART_STEPS), CHART(BootstrapIcons.BAR_CHART_LINE), PHONE(BootstrapIcons.PHONE),
    TARGET(BootstrapIcons.BULLSEYE), TAG(BootstrapIcons.TAG),
    COMMENT(BootstrapIcons.CHAT_LEFT_TEXT);
    // @formatter:on

    private final Ikon ikon;

    Icons(Ikon ikon) {
        this.ikon = ikon;
    }

    /// A new icon in the colour of muted text; style classes such as `i16`, `accent` or `danger` change that.
    public FontIcon node(String... styleClasses) {
        FontIcon icon = new FontIcon(ikon);
        icon.getStyleClass().addAll(List.of(styleClasses));
        return icon;
    }
}
