package com.bizosaas.adsdesk.store;

import static com.bizosaas.adsdesk.store.StoreFixture.ACME;
import static com.bizosaas.adsdesk.store.StoreFixture.GLOBEX;
import static com.bizosaas.adsdesk.store.StoreFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.store.vault.DataFolder;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadMarksTest {

    private static final AdAccountId ACCOUNT = new AdAccountId("act_1001");
    private static final Instant LATER = NOW.plusSeconds(300);

    @TempDir
    Path folder;

    private DataFolder data;
    private DeskStore store;
    private ReadMarks marks;

    @BeforeEach
    void open() throws Exception {
        data = DataFolder.open(folder.resolve("desk"));
        store = StoreFixture.create(data);
        marks = store.readMarks();
    }

    @AfterEach
    void close() throws Exception {
        store.close();
        data.close();
    }

    /// A reading may be stored while another thread shows the one before: rows that are newer than their stamp are read
    /// again for nothing, rows that are older than it would stay wrong for a whole lifetime.
    @Test
    void aWritingBetweenMarkAndRowsNeverMakesRowsLookNewerThanTheyAre() {
        String[] rows = {"old"};
        marks.set(ACME, ACCOUNT, Topic.CAMPAIGNS, NOW);
        Stamped<String> seen = marks.stamp(ACME, ACCOUNT, Topic.CAMPAIGNS, () -> {
            String read = rows[0];
            rows[0] = "new";
            marks.set(ACME, ACCOUNT, Topic.CAMPAIGNS, LATER);
            return read;
        }, "none");
        assertThat(seen).isEqualTo(new Stamped<>("old", NOW, false));
        Stamped<String> next = marks.stamp(ACME, ACCOUNT, Topic.CAMPAIGNS, () -> rows[0], "none");
        assertThat(next).isEqualTo(new Stamped<>("new", LATER, false));
    }

    @Test
    void whatWasNeverReadIsNotAskedForItsRows() {
        Stamped<String> seen = marks.stamp(ACME, ACCOUNT, Topic.CAMPAIGNS, () -> {
            throw new AssertionError("rows without a mark");
        }, "none");
        assertThat(seen).isEqualTo(Stamped.never("none"));
    }

    @Test
    void ofAnotherTenantOrTopicIsNothingTaken() {
        marks.set(ACME, ACCOUNT, Topic.CAMPAIGNS, NOW);
        assertThat(marks.find(GLOBEX, ACCOUNT, Topic.CAMPAIGNS)).isEmpty();
        assertThat(marks.find(ACME, ACCOUNT, Topic.AUDIENCES)).isEmpty();
    }

    @Test
    void anOwnWriteOutdatesWithoutForgetting() {
        marks.set(ACME, ACCOUNT, Topic.CAMPAIGNS, NOW);
        marks.outdate(ACME, ACCOUNT, Topic.CAMPAIGNS);
        assertThat(marks.find(ACME, ACCOUNT, Topic.CAMPAIGNS)).contains(new ReadMarks.ReadMark(NOW, true, NOW));
    }
}
