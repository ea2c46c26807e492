package com.bizosaas.adsdesk.ui.creatives;

import com.bizosaas.adsdesk.domain.Creative;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import java.math.BigDecimal;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which cards are shown and in which order.
///
/// @param text matched in name, texts and id, whatever the case; empty for all
/// @param format null for all formats
/// @param inUse whether creatives without an ad are left out
record CreativeQuery(String text, Creative.@Nullable Format format, boolean inUse, Sort sort) {

    /// Orders of the grid; cards without a value come last, and equal ones by name.
    enum Sort {
        SPEND("Spend"), ROAS("ROAS"), CTR("CTR"), NAME("Name");

        private final String label;

        Sort(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    static final CreativeQuery ALL = new CreativeQuery("", null, false, Sort.SPEND);

    CreativeQuery withText(String changed) {
        return new CreativeQuery(changed.strip(), format, inUse, sort);
    }

    CreativeQuery withFormat(Creative.@Nullable Format changed) {
        return new CreativeQuery(text, changed, inUse, sort);
    }

    CreativeQuery withInUse(boolean changed) {
        return new CreativeQuery(text, format, changed, sort);
    }

    CreativeQuery withSort(Sort changed) {
        return new CreativeQuery(text, format, inUse, changed);
    }

    List<CreativeCard> apply(Collection<CreativeCard> cards, Locale locale) {
        return cards.stream().filter(card -> format == null || card.creative().format() == format)
                .filter(this::matchesAllButFormat).sorted(order(locale)).toList();
    }

    /// Whether a card would be shown if its format were chosen; the format filter counts these.
    boolean matchesAllButFormat(CreativeCard card) {
        Creative creative = card.creative();
        String wanted = text.toLowerCase(Locale.ROOT);
        return (!inUse || card.inUse()) && (wanted.isEmpty()
                || (creative.name() + "\n" + creative.title() + "\n" + creative.body() + "\n" + creative.id())
                        .toLowerCase(Locale.ROOT).contains(wanted));
    }

    private Comparator<CreativeCard> order(Locale locale) {
        Collator collator = Collator.getInstance(locale);
        Comparator<CreativeCard> byName = (one, other) -> collator.compare(one.creative().name(),
                other.creative().name());
        Comparator<CreativeCard> byId = Comparator.comparing(card -> card.creative().id());
        Comparator<CreativeCard> first = switch (sort) {
            case SPEND -> falling(card -> card.totals().spend());
            case ROAS -> falling(card -> card.value(Metric.ROAS));
            case CTR -> falling(card -> card.value(Metric.CTR_LINK));
            case NAME -> byName;
        };
        return first.thenComparing(byName).thenComparing(byId);
    }

    private static Comparator<CreativeCard> falling(Function<CreativeCard, @Nullable BigDecimal> value) {
        return Comparator.comparing(value, Comparator.nullsLast(Comparator.reverseOrder()));
    }
}
