package com.bizosaas.adsdesk.ui.grid;

import java.util.function.Function;
import java.util.function.IntConsumer;

/// How a cell is edited in place.
///
/// @param value what stands in the field at first
/// @param typed whether it was typed over the cell, so that typing goes on after it
/// @param unit shown in the field before the value, such as a currency or a time zone; empty for none
/// @param width the least the field takes, where the column is narrower
/// @param save saves a text and answers why it cannot be, empty where it was; the field stays open then
/// @param step goes on to the next cell that can be edited after Tab, with 1, or to the one before, with -1
public record GridEdit(String value, boolean typed, String unit, double width, Function<String, String> save,
        IntConsumer step) {
}
