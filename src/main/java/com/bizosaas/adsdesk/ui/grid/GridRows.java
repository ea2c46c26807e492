package com.bizosaas.adsdesk.ui.grid;

/// The lines of a [Grid]. A row has a number that stays when lines are sorted or filtered; a line is its place just now.
/// FX thread only.
///
/// @param <R> what a cell is filled from
public interface GridRows<R> {

    int size();

    /// Made for the few lines that are seen.
    R row(int line);

    int number(int line);

    /// The line of a row, -1 where it is not shown.
    int line(int number);
}
