package com.bizosaas.adsdesk.domain;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A currency as Meta counts it. The offset (minor units per major unit) is Meta's table, not ISO 4217:
/// `java.util.Currency` is wrong for COP, CRC, HUF, IDR, TWD, BHD and JOD (graph-api chapter 03, page "Currencies").
///
/// @param code ISO 4217 letters
/// @param offset minor units in one major unit: 1 or 100
public record AdCurrency(String code, int offset) {

    private static final Set<String> WHOLE = Set.of("CLP", "COP", "CRC", "HUF", "ISK", "IDR", "JPY", "KRW", "PYG",
            "TWD",
            "VND");
    private static final Set<String> HUNDREDTHS = Arrays.stream("""
            DZD ARS AUD BHD BDT BOB BGN BRL GBP CAD CNY HRK CZK DKK EGP EUR GTQ HNL HKD INR ILS JOD KES LVL LTL MOP MYR
            MXN NZD NIO NGN NOK PKR PEN PHP PLN QAR RON RUB SAR RSD SGD SKK ZAR SEK CHF THB TRY AED UAH USD UYU VEF VES
            FBZ""".split("\\s+")).collect(Collectors.toUnmodifiableSet());
    private static final Map<String, AdCurrency> KNOWN = java.util.stream.Stream
            .concat(WHOLE.stream().map(code -> new AdCurrency(code, 1)),
                    HUNDREDTHS.stream().map(code -> new AdCurrency(code, 100)))
            .collect(Collectors.toUnmodifiableMap(AdCurrency::code, currency -> currency));

    public AdCurrency {
        if (offset != 1 && offset != 100) {
            throw new IllegalArgumentException("Meta's currency offsets are 1 and 100");
        }
    }

    /// @throws IllegalArgumentException for a code that Meta's table does not hold; guessing an offset could spend a
    ///         hundred times too much
    public static AdCurrency of(String code) {
        AdCurrency known = KNOWN.get(code);
        if (known == null) {
            throw new IllegalArgumentException("Unknown currency: " + code);
        }
        return known;
    }

    /// Decimals of an amount in this currency: 0 or 2.
    public int decimals() {
        return offset == 1 ? 0 : 2;
    }
}
