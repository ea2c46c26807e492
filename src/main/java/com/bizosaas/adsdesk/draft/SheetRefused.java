package com.bizosaas.adsdesk.draft;

/// A sheet that is not read at all: it is of another account, or lacks what tells its rows apart.
public final class SheetRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /// @param title what is wrong, one sentence without a full stop
    /// @param remedy what to do about it
    SheetRefused(String title, String remedy) {
        super(title);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
