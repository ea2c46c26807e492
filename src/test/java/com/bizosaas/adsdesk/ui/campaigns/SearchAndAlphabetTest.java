package com.bizosaas.adsdesk.ui.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What makes search and sort fast finds and orders the same as looking at each row does.
class SearchAndAlphabetTest {

    private final Sheet sheet = sheet(5, 20);
    private final TableBuilder builder = new TableBuilder(sheet, Switches.NONE, Map.of(), Map.of(),
            new Formats(Locale.UK), new Order.Ranks(new Alphabet()));

    @Test
    void theIndexFindsWhatALookAtEveryNameAndIdFinds() {
        String id = sheet.key(sheet.level(com.bizosaas.adsdesk.domain.Level.AD)[7]).id().value();
        for (String typed : List.of("s", "SPRING", "— ", "ανοι", "ΑΝΟΙ", "東京", "عرض", "1", "v1", id, id.substring(3, 9),
                "nothing like it")) {
            BitSet wanted = new BitSet();
            for (int row = 0; row < sheet.size(); row++) {
                Part part = sheet.part(row);
                int local = sheet.local(row);
                String folded = TextSearch.fold(typed);
                wanted.set(row, TextSearch.contains(part.name(local), folded)
                        || part.id(local).value().contains(folded));
            }
            assertThat(sheet.find(TextSearch.fold(typed))).as(typed).isEqualTo(wanted);
        }
    }

    @Test
    void namesComeInTheReadersAlphabetAndIdsByTheirNumber() {
        List<String> names = builder.content(View.FIRST.sorted(Column.NAME, false)).rows().stream()
                .map(CampaignRow::name).toList();
        assertThat(names).hasSizeGreaterThan(64).isSortedAccordingTo(Collator.getInstance());
        List<String> ids = builder.content(View.FIRST.sorted(Column.ID, true)).rows().stream()
                .map(row -> row.key().id().value()).toList();
        assertThat(ids).isSortedAccordingTo(
                Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()).reversed());
    }

    @Test
    void placesOfWordsHoldWhenWordsComeAndGo() {
        Alphabet alphabet = new Alphabet();
        assertThat(alphabet.places(new String[]{"b", "", "a", "b"})).containsExactly(2, Double.NaN, 1, 2);
        String[] more = {"Äpfel", "b", "Zebra", "a", "apfel", ""};
        double[] places = alphabet.places(more);
        Integer[] order = {0, 1, 2, 3, 4};
        Arrays.sort(order, Comparator.comparingDouble(i -> places[i]));
        assertThat(Arrays.stream(order).map(i -> more[i])).isSortedAccordingTo(Collator.getInstance());
        assertThat(places[5]).isNaN();
    }

    @Test
    void whatIsKnownOfTheOrderIsKeptForTheSameRowsAlone() {
        Order.Ranks ranks = builder.ranks(sheet);
        assertThat(builder.ranks(sheet)).isSameAs(ranks);
        assertThat(builder.ranks(sheet(5, 20))).isNotSameAs(ranks);
    }

    private static Sheet sheet(int accounts, int campaigns) {
        ReferenceRows rows = new ReferenceRows(campaigns, 2, 2);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < accounts; i++) {
            ReferenceRows.Account account = rows.account(i);
            parts.add(Part.of(
                    new Frame(account.tenant(), account.account(), ReferenceRows.days(account.account()), null),
                    new Stamped<>(account.structure(), Samples.NOW, false), Depth.WHOLE, Samples.NOW, Samples.NOW,
                    null));
        }
        return new Sheet(parts);
    }
}
