package com.bizosaas.adsdesk.domain.targeting;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A distance around a city or a pin.
///
/// @param value in the unit, as it is written to Facebook
/// @param miles whether the unit is a mile rather than a kilometre
public record Radius(BigDecimal value, boolean miles) {

    /// Where people think in miles.
    private static final Set<String> MILES = Set.of("US", "GB", "LR", "MM");
    /// What special ad categories allow at the least (graph-api chapter 07, unconfirmed figures).
    private static final double SPECIAL_MILES = 15;
    private static final double KM_PER_MILE = 1.609344;

    /// The distance that Ads Manager puts around a city or a pin at first.
    public static Radius usual(String country, boolean pin) {
        boolean miles = MILES.contains(country);
        return new Radius(BigDecimal.valueOf(pin ? miles ? 10 : 16 : miles ? 25 : 40), miles);
    }

    /// Why Facebook refuses it (1815946), empty where it does not.
    ///
    /// @param pin whether it is around a pin: a city has narrower limits (graph-api chapter 07, "The spec")
    /// @param special whether a special ad category applies
    public Optional<String> problem(boolean pin, boolean special) {
        double least = pin ? miles ? 0.63 : 1 : miles ? 10 : 17;
        double most = miles ? 50 : 80;
        double floor = special
                ? Math.max(least, miles ? SPECIAL_MILES : Math.ceil(SPECIAL_MILES * KM_PER_MILE))
                : least;
        double given = value.doubleValue();
        return given >= floor && given <= most
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "The radius around a %s is %s to %s %s%s",
                        pin ? "pin" : "city", plain(floor), plain(most), miles ? "miles" : "kilometres",
                        special && floor > least ? " in a special ad category" : ""));
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /// As a chip has it: “+25 km”.
    public String words() {
        return "+" + value.stripTrailingZeros().toPlainString() + (miles ? " mi" : " km");
    }

    /// The same distance in the other unit, to a whole number.
    public Radius converted() {
        double other = miles ? value.doubleValue() * KM_PER_MILE : value.doubleValue() / KM_PER_MILE;
        return new Radius(BigDecimal.valueOf(Math.max(1, Math.round(other))), !miles);
    }
}
