package com.bizosaas.adsdesk.store;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a store holds, table by table, short enough to be written down: how many rows, and the sum of their hashes. Two
/// stores of the same fingerprints hold the same rows.
final class Fingerprints {

    private static final int CHUNK = 5000;
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private Fingerprints() {
    }

    record Table(String name, long rows, String sum) {
    }

    static List<Table> of(Sql sql) {
        List<String> names = sql.list("SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC' "
                + "AND table_type = 'BASE TABLE' ORDER BY table_name", row -> row.getString(1));
        List<Table> tables = new ArrayList<>();
        for (String name : names) {
            tables.add(of(sql, name));
        }
        return tables;
    }

    /// A few thousand rows at a time, so that H2 never moves a result to a temporary file.
    private static Table of(Sql sql, String name) {
        BigInteger sum = BigInteger.ZERO;
        long rows = 0;
        long last = Long.MIN_VALUE;
        while (true) {
            List<BigInteger> chunk = new ArrayList<>();
            List<Long> numbers = sql.list("SELECT _ROWID_, t.* FROM \"" + name
                    + "\" t WHERE _ROWID_ > ? ORDER BY _ROWID_ LIMIT " + CHUNK, row -> {
                        chunk.add(hash(row));
                        return row.getLong(1);
                    }, last);
            for (BigInteger each : chunk) {
                sum = sum.add(each).mod(MODULUS);
            }
            rows += numbers.size();
            if (numbers.size() < CHUNK) {
                return new Table(name, rows, String.format("%064x", sum));
            }
            last = numbers.getLast();
        }
    }

    private static BigInteger hash(ResultSet row) throws SQLException {
        MessageDigest digest = sha256();
        int columns = row.getMetaData().getColumnCount();
        for (int i = 2; i <= columns; i++) {
            String value = text(row.getObject(i));
            byte[] bytes = (value == null ? "" : value).getBytes(StandardCharsets.UTF_8);
            digest.update((value == null ? "-" : bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return new BigInteger(1, digest.digest());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null
                ? null
                : value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value.toString();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK.", e);
        }
    }
}
