package com.bizosaas.adsdesk.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.draft.BudgetChange.Kind;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BulkEditsTest {

    private static final AdCurrency EUR = Sample.EUR;
    private static final AdCurrency JPY = AdCurrency.of("JPY");
    private static final ZonedDateTime NOW = Sample.NOW.atZone(Sample.account(EUR).zone());

    private static BudgetChange change(Kind kind, String by) {
        return new BudgetChange(kind, new BigDecimal(by), null, null, null);
    }

    @Test
    void changesBudgetsByAmountPercentAndToAValue() {
        Money before = Money.of("33.33", EUR);
        assertThat(change(Kind.AMOUNT, "-3.33").of(before, null).after()).isEqualByComparingTo(Money.of("30", EUR));
        BudgetChange.Row percent = change(Kind.PERCENT, "15").of(before, null);
        assertThat(percent.after()).isEqualByComparingTo(Money.of("38.33", EUR));
        assertThat(percent.rounded()).isTrue();
        assertThat(change(Kind.TO_VALUE, "50").of(before, null).after()).isEqualByComparingTo(Money.of("50", EUR));
        assertThat(change(Kind.PERCENT, "15").of(Money.of("333", JPY), null).after())
                .isEqualByComparingTo(Money.of("383", JPY));
    }

    @Test
    void roundsAndBindsEachRow() {
        BudgetChange change = new BudgetChange(Kind.PERCENT, new BigDecimal("-50"), new BigDecimal("5"),
                new BigDecimal("10"), new BigDecimal("100"));
        assertThat(change.of(Money.of("43", EUR), null).after()).isEqualByComparingTo(Money.of("20", EUR));
        BudgetChange.Row floor = change.of(Money.of("12", EUR), null);
        assertThat(floor.after()).isEqualByComparingTo(Money.of("10", EUR));
        assertThat(floor.bound()).isNotNull();
        assertThat(change.of(Money.of("500", EUR), null).after()).isEqualByComparingTo(Money.of("100", EUR));
        assertThat(change.of(Money.of("12", EUR), Money.of("15", EUR)).after()).as("Facebook's own minimum")
                .isEqualByComparingTo(Money.of("15", EUR));
    }

    @Test
    void findsAndReplacesPlainlyAndByExpression() {
        assertThat(FindReplace.of("utm_campaign=spring", "utm_campaign=summer", false, true)
                .apply("a=1&utm_campaign=spring")).isEqualTo("a=1&utm_campaign=summer");
        assertThat(FindReplace.of("Spring (\\d+)", "Summer $1", true, false).apply("spring 25 | x"))
                .isEqualTo("Summer 25 | x");
        assertThat(FindReplace.of("$5", "€5", false, true).apply("only $5")).isEqualTo("only €5");
        assertThatThrownBy(() -> FindReplace.of("(", "", true, true)).hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> FindReplace.of("a", "$2", true, true)).hasMessageContaining("group");
        FindReplace endless = FindReplace.of("(.*a){25}b", "", true, true);
        assertThatThrownBy(() -> endless.apply("a".repeat(60))).hasMessageContaining("too long");
    }

    @Test
    void namesByPattern() {
        Map<String, String> words = Map.of("campaign", "spring layers", "country", "DE", "name", "coat.jpg");
        assertThat(NamePattern.of("{country}_{campaign:title}_{date:yyMM}_{n:2}").apply(words, 3, NOW))
                .isEqualTo("DE_Spring Layers_2611_03");
        assertThat(NamePattern.of("{name:strip} {campaign:first 6}").apply(words, 1, NOW)).isEqualTo("coat spring");
        NamePattern every = NamePattern.of("{country}_[{campaign:upper}]_{date:d MMM yy}_{n:2}");
        assertThat(every.shape().matcher(every.apply(words, 3, NOW)).matches()).as("what it makes has its shape")
                .isTrue();
        assertThat(every.shape().matcher("DE_[SPRING]_1 Nov 26_3").matches()).as("two digits").isFalse();
        assertThatThrownBy(() -> NamePattern.of("{colour}")).hasMessageContaining("{colour}");
        assertThatThrownBy(() -> NamePattern.of("{campaign")).hasMessageContaining("brace");
        assertThatThrownBy(() -> NamePattern.of("{n:x}")).hasMessageContaining("{n:x}");
    }
}
