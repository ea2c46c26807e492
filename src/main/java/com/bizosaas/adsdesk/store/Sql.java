package com.bizosaas.adsdesk.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Plain JDBC over a handful of connections to one database.
///
/// One transaction writes at a time; reads go on beside it and see what was committed. Stores called within
/// [#inTransaction] join it. Nothing slow but SQL belongs into a transaction, least of all a request to Facebook.
///
/// Thread rule: safe for use by any thread, virtual ones included; an interrupted caller harms nothing ([QuietThread]).
final class Sql implements AutoCloseable {

    /// Opens a connection; asked again after a compaction.
    interface Opener {
        Connection open() throws SQLException;

        /// Rewrites the closed file without what was deleted; if it throws, the file is as it was.
        default void compact() throws SQLException, IOException {
            throw new SQLException("This store is not one that is compacted.");
        }
    }

    /// Makes one value of the row under the cursor.
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private record Lane(QuietThread thread, Connection connection) {
    }

    private record Transaction(Lane lane, Map<Object, Runnable> afterCommit) {
    }

    private static final int BATCH = 500;

    private final String name;
    private final int lanes;
    private final boolean durable;
    private final Opener opener;
    private final ConcurrentLinkedQueue<Lane> idle = new ConcurrentLinkedQueue<>();
    private final Semaphore permits;
    private final ReentrantLock writing = new ReentrantLock();
    private final ScopedValue<Transaction> current = ScopedValue.newInstance();
    private volatile Runnable committed = () -> {
    };
    private boolean closed;

    /// @param durable whether each commit is forced to the disk, not only handed to the operating system
    Sql(String name, int lanes, boolean durable, Opener opener) throws SQLException {
        this.name = name;
        this.lanes = lanes;
        this.durable = durable;
        this.opener = opener;
        this.permits = new Semaphore(lanes);
        openLanes();
    }

    <T> T inTransaction(Supplier<T> work) {
        if (current.isBound()) {
            return work.get();
        }
        Map<Object, Runnable> afterCommit = new LinkedHashMap<>();
        T result;
        writing.lock();
        try {
            result = onLane(lane -> {
                statement(lane, "SET AUTOCOMMIT FALSE");
                T value;
                try {
                    value = ScopedValue.where(current, new Transaction(lane, afterCommit)).call(work::get);
                    statement(lane, "COMMIT");
                } catch (RuntimeException | Error e) {
                    rollBack(lane, e);
                    throw e;
                }
                statement(lane, "SET AUTOCOMMIT TRUE");
                if (durable) {
                    statement(lane, "CHECKPOINT SYNC");
                }
                return value;
            });
        } finally {
            writing.unlock();
        }
        afterCommit.values().forEach(Runnable::run);
        committed.run();
        return result;
    }

    /// Told after each commit, on the thread that made it: hand it on and return.
    void onCommit(Runnable listener) {
        committed = listener;
    }

    /// Runs once the current transaction has been committed and is durable; never if it is rolled back. Of several actions
    /// under the same key only the last runs.
    void afterCommit(Object key, Runnable action) {
        current.get().afterCommit.put(key, action);
    }

    /// Whether the calling thread is inside a transaction, where it sees what nobody else does yet.
    boolean isInTransaction() {
        return current.isBound();
    }

    <T> List<T> list(String sql, Row<T> row, @Nullable Object... parameters) {
        return onLane(lane -> run(lane, () -> {
            try (PreparedStatement statement = prepare(lane, sql, parameters);
                    ResultSet rows = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(row.of(rows));
                }
                return all;
            }
        }));
    }

    <T> Optional<T> one(String sql, Row<T> row, @Nullable Object... parameters) {
        return list(sql, row, parameters).stream().findFirst();
    }

    int update(String sql, @Nullable Object... parameters) {
        return inTransaction(() -> onLane(lane -> run(lane, () -> {
            try (PreparedStatement statement = prepare(lane, sql, parameters)) {
                return statement.executeUpdate();
            }
        })));
    }

    void batch(String sql, List<@Nullable Object[]> rows) {
        inTransaction(() -> onLane(lane -> run(lane, () -> {
            try (PreparedStatement statement = lane.connection.prepareStatement(sql)) {
                int waiting = 0;
                for (@Nullable
                Object[] row : rows) {
                    bind(statement, row);
                    statement.addBatch();
                    if (++waiting % BATCH == 0) {
                        statement.executeBatch();
                    }
                }
                statement.executeBatch();
                return rows.size();
            }
        })));
    }

    /// Runs work while nothing is written; reads go on, and the work may read.
    <T> T still(Supplier<T> work) {
        writing.lock();
        try {
            return work.get();
        } finally {
            writing.unlock();
        }
    }

    /// Which part of the file is still used, from 0 to 100.
    int percentUsed() {
        return one("SELECT setting_value FROM information_schema.settings WHERE setting_name = 'info.CHUNKS_FILL_RATE'",
                row -> row.getInt(1)).orElse(100);
    }

    /// Copies the open database's file into a ZIP archive, as of this moment.
    void copyTo(Path archive) {
        still(() -> onLane(lane -> run(lane, () -> {
            try (PreparedStatement statement = prepare(lane, "BACKUP TO ?", new Object[]{archive.toString()})) {
                return statement.execute();
            }
        })));
    }

    /// Rewrites the file without what was deleted. Waits for all statements and holds new ones up meanwhile.
    void compact() {
        writing.lock();
        permits.acquireUninterruptibly(lanes);
        try {
            if (closed) {
                return;
            }
            closeLanes();
            try (QuietThread thread = new QuietThread("store-" + name + "-compaction")) {
                thread.call(() -> {
                    opener.compact();
                    return true;
                });
            } finally {
                openLanes();
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new StoreException(
                    "The " + name + " store could not be rewritten without what was deleted; it is tried "
                            + "again at the next start. Check free space and permissions of the data folder.",
                    e);
        } finally {
            permits.release(lanes);
            writing.unlock();
        }
    }

    @Override
    public void close() {
        writing.lock();
        permits.acquireUninterruptibly(lanes);
        try {
            closed = true;
            closeLanes();
        } finally {
            // Those who come later find no connection and are told so, rather than wait for ever.
            permits.release(lanes);
            writing.unlock();
        }
    }

    private void openLanes() throws SQLException {
        try {
            for (int i = 0; i < lanes; i++) {
                QuietThread thread = new QuietThread("store-" + name + "-" + i);
                try {
                    idle.add(new Lane(thread, thread.call(opener::open)));
                } catch (SQLException | RuntimeException e) {
                    thread.close();
                    throw e;
                }
            }
        } catch (SQLException | RuntimeException e) {
            closeLanes();
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void closeLanes() {
        StoreException failure = null;
        for (Lane lane = idle.poll(); lane != null; lane = idle.poll()) {
            Lane closing = lane;
            try {
                run(closing, () -> {
                    closing.connection.close();
                    return true;
                });
            } catch (StoreException e) {
                failure = e;
            }
            closing.thread.close();
        }
        if (failure != null) {
            throw failure;
        }
    }

    private <T> T onLane(java.util.function.Function<Lane, T> work) {
        if (current.isBound()) {
            return work.apply(current.get().lane);
        }
        permits.acquireUninterruptibly();
        try {
            Lane lane = idle.poll();
            if (lane == null) {
                throw new IllegalStateException("The " + name + " store is closed.");
            }
            try {
                return work.apply(lane);
            } finally {
                idle.add(lane);
            }
        } finally {
            permits.release();
        }
    }

    private void rollBack(Lane lane, Throwable why) {
        try {
            statement(lane, "ROLLBACK");
            statement(lane, "SET AUTOCOMMIT TRUE");
        } catch (StoreException e) {
            why.addSuppressed(e);
        }
    }

    private void statement(Lane lane, String sql) {
        run(lane, () -> {
            try (var statement = lane.connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    private <T> T run(Lane lane, Callable<T> work) {
        try {
            return lane.thread.call(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new StoreException(
                    "The " + name + " store failed. Check free space and permissions of the data folder, "
                            + "then start the desk again.",
                    e);
        }
    }

    private static PreparedStatement prepare(Lane lane, String sql, @Nullable Object[] parameters) throws SQLException {
        PreparedStatement statement = lane.connection.prepareStatement(sql);
        try {
            bind(statement, parameters);
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
