package com.bizosaas.adsdesk.domain.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an agency agreed to count for a client: any action types, of several families and of custom events.
///
/// The omni or plain name of an event (`omni_purchase`, `purchase`) stands for the event, of which the first tier that a row
/// reports counts. A channel's name (`offsite_conversion.fb_pixel_purchase`, `offsite_conversion.custom.<id>`) stands for that
/// channel alone, and counts nothing of its own where the event is there as well. Different events add up. Immutable.
public final class AgreedConversion implements Conversion {

    private final List<String> types;
    /// Events that count whole.
    private final List<ActionLadder> events = new ArrayList<>();
    /// Single channels, and names that overlap with no other.
    private final List<String> singles = new ArrayList<>();

    private AgreedConversion(Collection<String> types) {
        this.types = List.copyOf(new TreeSet<>(types));
        List<String> left = new ArrayList<>(this.types);
        ladders().filter(ladder -> whole(ladder, this.types)).forEach(ladder -> {
            events.add(ladder);
            left.removeIf(type -> ladder.tierOf(type) != Tier.NONE);
        });
        singles.addAll(left);
    }

    /// What these action types count; the family itself where they name nothing else, empty for none.
    public static Optional<Conversion> of(Collection<String> types) {
        if (types.isEmpty()) {
            return Optional.empty();
        }
        AgreedConversion agreed = new AgreedConversion(types);
        return Optional.of(Arrays.stream(ConversionFamily.values())
                .filter(family -> agreed.singles.isEmpty() && agreed.events.equals(List.of(family.ladder())))
                .<Conversion>map(family -> family).findFirst().orElse(agreed));
    }

    /// Action types that count nothing beside another one, by the one that holds them: an editor says so.
    public static Map<String, String> held(Collection<String> types) {
        Map<String, String> held = new HashMap<>();
        ladders().filter(ladder -> whole(ladder, types)).forEach(ladder -> {
            String top = types.contains(ladder.omni()) ? ladder.omni() : ladder.aggregated();
            types.stream().filter(type -> !type.equals(top) && ladder.tierOf(type) != Tier.NONE)
                    .forEach(type -> held.put(type, top));
        });
        return held;
    }

    private static Stream<ActionLadder> ladders() {
        return Stream.concat(Arrays.stream(ConversionFamily.values()).map(ConversionFamily::ladder),
                ActionLadder.OTHERS.stream());
    }

    private static boolean whole(ActionLadder ladder, Collection<String> types) {
        return types.stream().map(ladder::tierOf).anyMatch(tier -> tier == Tier.OMNI || tier == Tier.AGGREGATED);
    }

    /// As they were agreed, each once, in the order of the alphabet.
    public List<String> types() {
        return types;
    }

    @Override
    public int groups() {
        return events.size() + 1;
    }

    @Override
    public @Nullable Place place(String actionType) {
        for (int group = 0; group < events.size(); group++) {
            Tier tier = events.get(group).tierOf(actionType);
            if (tier != Tier.NONE) {
                return new Place(group, tier);
            }
        }
        return singles.contains(actionType) ? new Place(events.size(), Tier.LEAVES) : null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AgreedConversion agreed && agreed.types.equals(types);
    }

    @Override
    public int hashCode() {
        return types.hashCode();
    }

    @Override
    public String toString() {
        return String.join(" + ", types);
    }
}
