package com.bizosaas.adsdesk.ui.audiences;

import com.bizosaas.adsdesk.domain.AudienceState;
import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.GraphId;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A lookalike as typed, with what must hold before it is sent (graph-api chapter 06, "Lookalike").
///
/// @param source the seed, null while none is chosen
/// @param country ISO code, empty while none is chosen
/// @param percent 1 to 20
record LookalikeDraft(String name, @Nullable CustomAudience source, String country, int percent) {

    static final int MOST = 20;

    double ratio() {
        return percent / 100.0;
    }

    /// A name that tells source, share and country.
    static String suggestedName(CustomAudience source, String country, int percent) {
        return "Lookalike " + percent + "% — " + source.name() + (country.isEmpty() ? "" : " · " + country);
    }

    /// Whether Meta would take an audience as a seed at all.
    static boolean canSeed(CustomAudience audience) {
        return audience.lookalike() == null && AudienceState.of(audience).canSeed();
    }

    /// What stands in the way, in words; empty when it can be sent.
    Optional<String> problem(Collection<CustomAudience> existing) {
        if (source == null) {
            return Optional.of("Choose the audience that the new people shall resemble.");
        }
        if (country.isEmpty()) {
            return Optional.of("Choose the country to look for people in.");
        }
        if (percent < 1 || percent > MOST) {
            return Optional.of("The share is 1 to " + MOST + " per cent.");
        }
        if (name.isBlank()) {
            return Optional.of("Give the audience a name.");
        }
        return existing.stream().filter(this::equal).findFirst()
                .map(same -> "“" + same.name() + "” is the same lookalike already.");
    }

    private boolean equal(CustomAudience other) {
        CustomAudience.Lookalike lookalike = other.lookalike();
        GraphId origin = source == null ? null : source.id();
        return lookalike != null && origin != null && origin.equals(lookalike.originId())
                && Math.abs(lookalike.ratio() - ratio()) < 0.0005 && lookalike.countries().size() == 1
                && lookalike.countries().contains(country);
    }
}
