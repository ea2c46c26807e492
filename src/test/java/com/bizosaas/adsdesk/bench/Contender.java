package com.bizosaas.adsdesk.bench;

/// One way to do the morning sync. Made before the clock runs; lives in a process of its own.
interface Contender extends AutoCloseable {

    /// Does it once.
    void sync() throws Exception;

    /// How many rows of objects and insights the last sync left behind; not measured.
    Rows rows();

    /// Whether it asks for compressed replies.
    boolean compressed();

    @Override
    default void close() throws Exception {
    }

    /// What a sync brought.
    record Rows(long accounts, long campaigns, long adSets, long ads, long insights) {

        static final Rows NONE = new Rows(0, 0, 0, 0, 0);

        Rows plus(Rows more) {
            return new Rows(accounts + more.accounts, campaigns + more.campaigns, adSets + more.adSets, ads + more.ads,
                    insights + more.insights);
        }

        long all() {
            return accounts + campaigns + adSets + ads + insights;
        }
    }
}
