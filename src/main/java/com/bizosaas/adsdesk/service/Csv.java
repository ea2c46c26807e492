package com.bizosaas.adsdesk.service;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Lines of comma-separated values (RFC 4180) that no spreadsheet takes for a program (robustness "Isolation", rule 5).
final class Csv {

    private Csv() {
    }

    /// One line with its end.
    static String line(String... values) {
        return Arrays.stream(values).map(Csv::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String value) {
        return '"' + Formulas.defused(value).replace("\"", "\"\"") + '"';
    }
}
