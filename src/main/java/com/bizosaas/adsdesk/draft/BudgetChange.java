package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// A change to many budgets at once.
///
/// @param kind what `by` means
/// @param by an amount in major units, or percent; negative to lower
/// @param roundTo results are rounded half up to a multiple of this, in major units; null for the smallest the currency
///        counts
/// @param floor nothing falls below it, in major units; null without one
/// @param ceiling nothing rises above it, in major units; null without one
public record BudgetChange(Kind kind, BigDecimal by, @Nullable BigDecimal roundTo, @Nullable BigDecimal floor,
        @Nullable BigDecimal ceiling) {

    public enum Kind {
        AMOUNT, PERCENT, TO_VALUE
    }

    /// What becomes of one budget.
    ///
    /// @param rounded whether rounding moved it
    /// @param bound the floor or ceiling that stopped it, null where none did
    public record Row(Money before, Money after, boolean rounded, @Nullable Money bound) {

        public boolean changes() {
            return before.compareTo(after) != 0;
        }
    }

    public BudgetChange {
        if (roundTo != null && roundTo.signum() <= 0) {
            throw new IllegalArgumentException("Round to more than zero");
        }
        if (floor != null && ceiling != null && floor.compareTo(ceiling) > 0) {
            throw new IllegalArgumentException("The least is above the most. Swap them.");
        }
    }

    /// @param minimum the least Facebook accepts for this budget, null where it is not known
    public Row of(Money before, @Nullable Money minimum) {
        BigDecimal exact = switch (kind) {
            case AMOUNT -> before.amount().add(by);
            case PERCENT -> before.amount().multiply(BigDecimal.valueOf(100).add(by)).movePointLeft(2);
            case TO_VALUE -> by;
        };
        Money rounded = rounded(exact, before);
        boolean moved = rounded.amount().compareTo(exact) != 0;
        Money low = higher(money(floor, before), minimum);
        if (low != null && rounded.compareTo(low) < 0) {
            return new Row(before, low, moved, low);
        }
        Money high = money(ceiling, before);
        if (high != null && rounded.compareTo(high) > 0) {
            return new Row(before, high, moved, high);
        }
        return new Row(before, rounded, moved, null);
    }

    private static @Nullable Money money(@Nullable BigDecimal amount, Money before) {
        return amount == null ? null : new Money(amount, before.currency()).rounded();
    }

    private Money rounded(BigDecimal exact, Money before) {
        BigDecimal step = roundTo == null ? BigDecimal.ONE.movePointLeft(before.currency().decimals()) : roundTo;
        BigDecimal steps = exact.divide(step, 0, RoundingMode.HALF_UP);
        // A step finer than the currency counts cannot be paid in it.
        return new Money(steps.multiply(step), before.currency()).rounded();
    }

    private static @Nullable Money higher(@Nullable Money one, @Nullable Money other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) >= 0 ? one : other;
    }
}
