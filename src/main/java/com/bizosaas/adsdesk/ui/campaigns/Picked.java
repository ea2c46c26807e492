package com.bizosaas.adsdesk.ui.campaigns;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows a command is for: those that are ticked, or the one in focus. They are made when somebody asks.
final class Picked {

    static final Picked NONE = new Picked(Lines.NONE, new int[0], false);

    private final Lines lines;
    private final int[] numbers;
    private final boolean ticked;

    /// @param numbers in the order of the table
    /// @param ticked whether they are ticked, not merely in focus
    Picked(Lines lines, int[] numbers, boolean ticked) {
        this.lines = lines;
        this.numbers = numbers;
        this.ticked = ticked;
    }

    PickedSum sum() {
        return PickedSum.of(lines.sheet(), numbers, lines);
    }

    int count() {
        return numbers.length;
    }

    boolean ticked() {
        return ticked;
    }

    @Nullable
    CampaignRow first() {
        return numbers.length == 0 ? null : lines.rowOf(numbers[0]);
    }

    /// The only one, null where there are more or none.
    @Nullable
    CampaignRow only() {
        return numbers.length == 1 ? first() : null;
    }

    List<CampaignRow> rows() {
        return Arrays.stream(numbers).mapToObj(lines::rowOf).toList();
    }

    /// Whether a row is among them.
    boolean has(int number) {
        return Arrays.stream(numbers).anyMatch(each -> each == number);
    }
}
