package com.bizosaas.adsdesk.domain.metrics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// A month of an account's campaigns added up for the tiles.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Folding {

    private static final int FACTS = 6000;

    private final List<Facts> facts = new ArrayList<>();

    @Setup
    public void month() {
        for (int i = 0; i < FACTS; i++) {
            Map<String, BigDecimal> actions = new HashMap<>();
            for (int action = 0; action < 18; action++) {
                actions.put("action.number_" + action, BigDecimal.valueOf(action * 7L + i));
            }
            actions.put("offsite_conversion.fb_pixel_purchase", BigDecimal.valueOf(i % 5));
            facts.add(new Facts(18_000 + i, 412, 77, 60, BigDecimal.valueOf(9_341 + i, 2), null, actions,
                    Map.of("offsite_conversion.fb_pixel_purchase", BigDecimal.valueOf(81_230, 2))));
        }
    }

    @Benchmark
    public Totals month6000() {
        return Totals.of(facts, ConversionFamily.PURCHASE);
    }
}
