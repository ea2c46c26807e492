package com.bizosaas.adsdesk.service;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Lines of comma-separated values (RFC 4180) that no spreadsheet takes for a program (robustness "Isolation", rule 5).
final class Csv {

    /// What begins a formula, full-width forms included, or hides one.
    private static final String DANGEROUS = "=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20";

    private Csv() {
    }

    /// One line with its end.
    static String line(String... values) {
        return Arrays.stream(values).map(Csv::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String value) {
        String safe = !value.isEmpty() && DANGEROUS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
