package com.bizosaas.adsdesk.ui.common;

/// Something that can be done or opened from the keyboard, as the command palette lists it.
///
/// @param name a verb first, such as `Pause`
/// @param detail what it is done to, empty for nothing in particular
/// @param key the key that does the same, empty for none
/// @param obstacle why it cannot be done now, empty where it can
/// @param run on the FX thread
public record DeskAction(String name, String detail, Icons icon, String key, String obstacle, Runnable run) {

    public static DeskAction of(String name, String detail, Icons icon, String key, Runnable run) {
        return new DeskAction(name, detail, icon, key, "", run);
    }

    public DeskAction unless(String reason) {
        return new DeskAction(name, detail, icon, key, reason, run);
    }
}
