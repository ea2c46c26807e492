package com.bizosaas.adsdesk.domain.targeting;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A point on the map with a radius around it.
///
/// @param latitude degrees, north positive, -90 to 90
/// @param longitude degrees, east positive, -180 to 180
public record Pin(BigDecimal latitude, BigDecimal longitude, Radius radius) {

    private static final Pattern SHAPE = Pattern
            .compile("(-?\\d{1,2}(?:\\.\\d+)?)\\s*[,;/ ]\\s*(-?\\d{1,3}(?:\\.\\d+)?)"
                    + "(?:\\s*\\+\\s*(\\d+(?:\\.\\d+)?)\\s*(km|mi))?");

    /// Reads `52.52, 13.405` or `52.52, 13.405 +10 km`; without a radius it gets the usual one.
    ///
    /// @return empty for a text that is no pin
    public static Optional<Pin> parse(String text) {
        Matcher shape = SHAPE.matcher(text.strip());
        if (!shape.matches()) {
            return Optional.empty();
        }
        BigDecimal latitude = new BigDecimal(shape.group(1));
        BigDecimal longitude = new BigDecimal(shape.group(2));
        boolean onEarth = Math.abs(latitude.doubleValue()) <= 90 && Math.abs(longitude.doubleValue()) <= 180;
        Radius radius = shape.group(3) == null
                ? Radius.usual("", true)
                : new Radius(new BigDecimal(shape.group(3)), shape.group(4).equals("mi"));
        return onEarth ? Optional.of(new Pin(latitude, longitude, radius)) : Optional.empty();
    }

    /// Its coordinates, as a key and as words.
    public String at() {
        return latitude.toPlainString() + ", " + longitude.toPlainString();
    }
}
