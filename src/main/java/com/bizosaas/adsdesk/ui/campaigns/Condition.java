package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/// One chip: a field, what is asked of it, and whether the answer is turned round.
///
/// @param field a column of words or of numbers
/// @param value words, or a number with a point; empty for [Test#NONE]
/// @param not whether those count that do not pass
record Condition(Column field, Test test, String value, boolean not) {

    static final List<Column> WORDS = List.of(Column.NAME, Column.TENANT, Column.ACCOUNT, Column.DELIVERY,
            Column.OBJECTIVE, Column.ID);
    static final List<Column> NUMBERS = Arrays.stream(Column.values())
            .filter(column -> column.metric() != null || column == Column.BUDGET || column == Column.PACING).toList();

    /// What can be asked; the first two of words, the next two of numbers.
    enum Test {
        CONTAINS("contains"), IS("is"), OVER("over"), UNDER("under"), NONE("has no value");

        private final String label;

        Test(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    static List<Test> tests(Column field) {
        return WORDS.contains(field) ? List.of(Test.CONTAINS, Test.IS) : List.of(Test.OVER, Test.UNDER, Test.NONE);
    }

    /// Why it cannot be asked like this, naming the remedy; empty where it can.
    static String problem(Column field, Test test, String value) {
        if (test == Test.NONE) {
            return "";
        }
        if (value.isEmpty()) {
            return "Value is missing. Type what to compare " + field.title() + " with.";
        }
        if (NUMBERS.contains(field)) {
            try {
                new BigDecimal(value);
            } catch (NumberFormatException e) {
                return "Value is not a number. Type one such as 100 or 2.5.";
            }
        }
        return "";
    }

    /// "Spend over 100", "Delivery is not Rejected".
    String words() {
        String title = field == Column.CTR || field == Column.PACING ? field.title().replace(" %", "") : field.title();
        String asked = switch (test) {
            case CONTAINS -> not ? "does not contain" : "contains";
            case IS -> not ? "is not" : "is";
            case OVER -> not ? "not over" : "over";
            case UNDER -> not ? "not under" : "under";
            case NONE -> not ? "has a value" : "has no value";
        };
        return title + " " + asked + (test == Test.NONE ? "" : " " + value);
    }

    boolean takes(Part part, int local) {
        return not != passes(part, local);
    }

    private boolean passes(Part part, int local) {
        return switch (test) {
            case CONTAINS -> TextSearch.contains(Order.text(field, part, local), TextSearch.fold(value));
            case IS -> Order.text(field, part, local).equalsIgnoreCase(value);
            case OVER -> number(part, local) > limit();
            case UNDER -> number(part, local) < limit();
            case NONE -> Double.isNaN(number(part, local));
        };
    }

    private double limit() {
        return new BigDecimal(value).doubleValue();
    }

    private double number(Part part, int local) {
        Metric metric = field.metric();
        if (metric != null) {
            return Order.figure(part, local, metric);
        }
        if (field == Column.PACING) {
            return Order.pacing(part, local);
        }
        Money amount = RowMaker.budget(part, local).amount();
        return amount == null ? Double.NaN : amount.amount().doubleValue();
    }
}
