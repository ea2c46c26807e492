package com.bizosaas.adsdesk.ui.common;

/// How a tenant fares; each has a shape of its own, so that colour is never alone.
public enum Health {
    GOOD("good", "on track"),
    WARNING("warning", "needs a look"),
    STOPPED("stopped", "stopped"),
    UNKNOWN("unknown",
            "not known yet");

    private final String styleClass;
    private final String words;

    Health(String styleClass, String words) {
        this.styleClass = styleClass;
        this.words = words;
    }

    public String styleClass() {
        return styleClass;
    }

    public String words() {
        return words;
    }
}
