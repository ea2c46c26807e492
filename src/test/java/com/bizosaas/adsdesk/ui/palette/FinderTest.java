package com.bizosaas.adsdesk.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.palette.Hit.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinderTest {

    private static Hit hit(Group group, String name, String detail) {
        return new Hit(group, group + ":" + name, name, Fuzzy.folded(name), detail, Icons.FOLDER, null, "", "",
                () -> {
                });
    }

    private static List<String> found(List<Hit> hits, String typed, String... recent) {
        return Finder.find(hits, Question.of(typed), List.of(recent), _ -> true).stream().map(Hit::name).toList();
    }

    @ParameterizedTest
    @CsvSource({"pau, Pause, true", "LAY, Spring Layers, true", "ngb, Prospecting EU, false",
            "slp, Spring Layers — Prospecting, true", "pau, Spring Layers — Prospecting EU, false",
            "lay spr, Spring Layers, true", "ski, Ελλάδα, false",
            "ελλαδα, Ελλάδα & Κύπρος, true", "ひかり, 株式会社ひかり旅行, true", "cafe, Café au lait, true",
            "lawka, Ławka, false", "ş, Şirin, true", "x, Spring, false"})
    void findsWordsInAnyOrderAccentAndScript(String typed, String name, boolean matches) {
        assertThat(Fuzzy.of(typed).score(Fuzzy.folded(name)) > 0).isEqualTo(matches);
    }

    @Test
    void theBeginningOfANameComesBeforeOfAWordBeforeItsMiddleBeforeInitials() {
        List<Hit> hits = List.of(hit(Group.OBJECTS, "Peaceful autumn", ""), hit(Group.OBJECTS, "Unpaused", ""),
                hit(Group.OBJECTS, "Ad set paused", ""), hit(Group.OBJECTS, "Paused", ""));
        assertThat(found(hits, "pau")).containsExactly("Paused", "Ad set paused", "Unpaused", "Peaceful autumn");
    }

    @Test
    void marksTheLettersThatMatch() {
        assertThat(Fuzzy.of("lay").marks(Fuzzy.folded("Spring Layers")).stream().toArray()).containsExactly(7, 8, 9);
        assertThat(Fuzzy.of("sla").marks(Fuzzy.folded("Spring Layers")).stream().toArray()).containsExactly(0, 7, 8);
        assertThat(Fuzzy.of("pau").marks(Fuzzy.folded("App installs")).isEmpty()).isTrue();
    }

    @Test
    void looksIntoTheDetailLast() {
        List<Hit> hits = List.of(hit(Group.OBJECTS, "App installs", "Paused · €45 a day"),
                hit(Group.OBJECTS, "Pause losers", "Active"));
        assertThat(found(hits, "paus")).containsExactly("Pause losers", "App installs");
    }

    @Test
    void aSignAsksForOneKindAlone() {
        List<Hit> hits = List.of(hit(Group.HERE, "Nord it", ""), hit(Group.OBJECTS, "Nord campaign", ""),
                hit(Group.TENANTS, "Nordlys", ""));
        assertThat(found(hits, "nord")).containsExactly("Nord it", "Nord campaign", "Nordlys");
        assertThat(found(hits, "@nord")).containsExactly("Nordlys");
        assertThat(found(hits, "#nord")).containsExactly("Nord campaign");
        assertThat(found(hits, "> nord")).containsExactly("Nord it");
    }

    @Test
    void whatWasUsedLastComesFirst() {
        List<Hit> hits = List.of(hit(Group.ACTIONS, "Alpha", ""), hit(Group.ACTIONS, "Alphabet", ""),
                hit(Group.ACTIONS, "Beta", ""));
        assertThat(found(hits, "", "ACTIONS:Beta", "ACTIONS:Gone", "ACTIONS:Alphabet")).containsExactly("Beta",
                "Alphabet", "Alpha");
        assertThat(found(hits, "alph", "ACTIONS:Alphabet")).containsExactly("Alphabet", "Alpha");
    }

    /// Measured beside a plain scan of the same names, so that a slow machine slows both.
    @Test
    void searchesAllCampaignsOfADeskWithinAKeyPress() {
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < 24_000; i++) {
            hits.add(hit(Group.OBJECTS, "Campaign " + i + " — Prospecting " + (i % 37 == 0 ? "Norway" : "Sweden") + " "
                    + i * 7919L % 100_003, "Active · €45 a day · Tenant " + i / 600));
        }
        long scan = Long.MAX_VALUE;
        long search = Long.MAX_VALUE;
        for (int round = 0; round < 8; round++) {
            long at = System.nanoTime();
            long there = hits.stream().filter(each -> each.name().toLowerCase(Locale.ROOT).contains("norway")).count();
            scan = Math.min(scan, System.nanoTime() - at);
            at = System.nanoTime();
            List<String> found = found(hits, "pros norw");
            search = Math.min(search, System.nanoTime() - at);
            assertThat(there).isEqualTo(649);
            assertThat(found).hasSize(6).allMatch(name -> name.contains("Norway"));
        }
        System.out.printf(Locale.ROOT, "Palette: 24 000 names in %.1f ms, a plain scan of them in %.1f ms%n",
                search / 1e6, scan / 1e6);
        assertThat(search).as("nanoseconds").isLessThan(Math.max(100_000_000L, scan * 30));
    }
}
