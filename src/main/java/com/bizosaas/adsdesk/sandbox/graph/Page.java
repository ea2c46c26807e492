package com.bizosaas.adsdesk.sandbox.graph;

/// A page of a list as it goes on the wire, kept to be served again.
///
/// @param gzip the same, packed
/// @param rows how many rows are on it, for the usage that it costs
@SuppressWarnings("ArrayRecordComponent")
public record Page(byte[] plain, byte[] gzip, int rows) {

    @Override
    public String toString() {
        return rows + " rows, " + plain.length + " bytes";
    }
}
