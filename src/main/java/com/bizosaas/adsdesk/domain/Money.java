package com.bizosaas.adsdesk.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// An amount in the major unit of its currency. Adding two currencies is an error, never a conversion.
///
/// Insights report major units, budgets are minor units (graph-api chapter 03): say which by the factory you call.
public record Money(BigDecimal amount, AdCurrency currency) implements Comparable<Money> {

    public static Money of(String major, AdCurrency currency) {
        return new Money(new BigDecimal(major), currency);
    }

    public static Money zero(AdCurrency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    public static Money ofMinor(long minor, AdCurrency currency) {
        return ofMinor(BigDecimal.valueOf(minor), currency);
    }

    /// @param minor a count of minor units as the API writes it, for example `"2500"`
    public static Money ofMinor(String minor, AdCurrency currency) {
        return ofMinor(new BigDecimal(minor), currency);
    }

    /// The same of a number.
    public static Money ofMinor(BigDecimal minor, AdCurrency currency) {
        return new Money(minor.divide(BigDecimal.valueOf(currency.offset())), currency);
    }

    /// Whole minor units, as a write to the API wants them.
    ///
    /// @throws ArithmeticException if the amount has more decimals than the currency counts
    public long minorUnits() {
        return amount.multiply(BigDecimal.valueOf(currency.offset())).longValueExact();
    }

    /// Rounded half up to what the currency can count.
    public Money rounded() {
        return new Money(amount.setScale(currency.decimals(), RoundingMode.HALF_UP), currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(same(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(same(other).amount), currency);
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(same(other).amount);
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "Cannot combine " + currency.code() + " and " + other.currency.code() + " without a rate");
        }
        return other;
    }
}
