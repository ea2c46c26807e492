package com.bizosaas.adsdesk.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetFormulaTest {

    private static final AdCurrency EUR = AdCurrency.of("EUR");

    @ParameterizedTest
    @CsvSource({"+10%, 44", "-25 %, 30", "+5, 45", "-5.50, 34.50", "*1.2, 48", "× 2, 80", "/4, 10", "=25, 25",
            "'=12,5', 12.50", "+10% round 5, 45", "round 25, 50", "*3 max 100, 100", "/4 min 20, 20",
            "+7% ROUND 5 MIN 10 MAX 500, 45", "−5, 35"})
    void changesForty(String typed, String becomes) {
        assertThat(BudgetFormula.of(typed).of(Money.of("40", EUR), null).after())
                .isEqualByComparingTo(Money.of(becomes, EUR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ten", "*", "=1.000,50", "*10%", "/0", "round", "+10% rund 5", "min 50 max 20",
            "round 0"})
    void saysWhatItCannotRead(String typed) {
        assertThatThrownBy(() -> BudgetFormula.of(typed)).isInstanceOf(IllegalArgumentException.class)
                .message().isNotBlank();
    }

    @Test
    void anAmountAloneIsNoFormula() {
        assertThat(BudgetFormula.looksLike("480.00")).isFalse();
        assertThat(BudgetFormula.looksLike("+10%")).isFalse();
        assertThat(BudgetFormula.looksLike("=previous")).isFalse();
        assertThat(BudgetFormula.looksLike("=25")).isTrue();
        assertThat(BudgetFormula.looksLike("+10% round 5")).isTrue();
        assertThat(BudgetFormula.looksLike("*1.2")).isTrue();
    }
}
