package com.bizosaas.adsdesk.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Files as spreadsheets of many countries write them, and files that nobody should open.
@Timeout(60)
class SheetFileTest {

    private static final List<String> NAMES = List.of("Größe & Übermaß", "冬のセール 靴", "حملة الشتاء", "שלום", "Sale 🎿❄️",
            "=HYPERLINK(\"x\")", "+1", "-2 %", "@home", "＝全角", "'=quoted", "'123", "''", "it's", "a;b,c\td",
            "two\nlines",
            "\"said\"", "120218843307512001", "007", "1E5", "true");

    @TempDir
    Path folder;

    @Test
    void namesOfEveryScriptAndTextsLikeFormulasComeBackAsTheyWere() throws IOException {
        List<List<String>> rows = NAMES.stream().map(name -> List.of(name, "x")).toList();
        for (String file : List.of("names.csv", "names.xlsx")) {
            Path path = folder.resolve(file);
            SheetFile.write(path,
                    new SheetFile.Table("Drafts", Map.of("Account", "=Shop"), List.of("name", "field"), rows));
            List<List<String>> read = SheetFile.read(path);
            assertThat(read.getFirst()).as(file).startsWith("Account", "=Shop");
            assertThat(read.subList(2, read.size())).as(file).isEqualTo(rows);
        }
        assertThat(Files.readString(folder.resolve("names.csv"))).contains("'=HYPERLINK", "'+1", "'@home", "'＝全角");
    }

    @Test
    void everyKindOfCsvIsRead() throws IOException {
        List<List<String>> rows = List.of(List.of("level", "id", "name"), List.of("campaign", "1", "Größe 冬"));
        for (String separator : List.of(",", ";", "\t")) {
            for (String end : List.of("\n", "\r\n", "\r")) {
                String text = String.join(end, rows.stream().map(row -> String.join(separator, row)).toList()) + end;
                for (Map.Entry<String, Charset> encoding : Map.of("", StandardCharsets.UTF_8, "\uFEFF",
                        StandardCharsets.UTF_8, "\uFEFF ", StandardCharsets.UTF_16LE, " \uFEFF",
                        StandardCharsets.UTF_16BE).entrySet()) {
                    Path file = Files.createTempFile(folder, "sheet", ".csv");
                    Files.writeString(file, encoding.getKey().strip() + text, encoding.getValue());
                    assertThat(SheetFile.read(file)).as("%s in %s", separator.codePointAt(0), encoding).isEqualTo(rows);
                }
            }
        }
        Path told = folder.resolve("told.csv");
        Files.writeString(told, "sep=|\r\nlevel|id\r\nad|2\r\n");
        assertThat(SheetFile.read(told)).isEqualTo(List.of(List.of("level", "id"), List.of("ad", "2")));
        Path latin = folder.resolve("latin.csv");
        Files.write(latin, "level;name\nad;Größe\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refused(latin)).contains("letters of the file", "CSV UTF-8");
    }

    @Test
    void numbersAndDatesOfASpreadsheetAreTexts() throws IOException {
        Path file = folder.resolve("cells.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            Workbook book = new Workbook(out, "Other", null);
            Worksheet sheet = book.newWorksheet("Sheet");
            sheet.value(0, 0, new BigDecimal("12.50"));
            sheet.value(0, 1, 5000);
            sheet.value(0, 2, LocalDateTime.of(2026, 12, 1, 8, 30));
            sheet.style(0, 2).format("yyyy-mm-dd h:mm").set();
            sheet.value(0, 3, LocalDateTime.of(2026, 12, 1, 0, 0));
            sheet.style(0, 3).format("dd/mm/yyyy").set();
            sheet.value(0, 4, new BigDecimal("1234.5"));
            sheet.style(0, 4).format("#,##0.00 [$€-407]").set();
            sheet.value(0, 5, true);
            book.finish();
        }
        assertThat(SheetFile.read(file)).containsExactly(
                List.of("12.5", "5000", "2026-12-01 08:30", "2026-12-01", "1234.5", "true"));
    }

    @Test
    void damagedFilesBombsAndFormulasAreRefused() throws IOException {
        Path half = folder.resolve("half.xlsx");
        Path whole = folder.resolve("whole.xlsx");
        SheetFile.write(whole, new SheetFile.Table("A", Map.of(), List.of("name"), List.of(List.of("x"))));
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(half, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(refused(half)).contains("cannot be read");
        Path none = folder.resolve("none.xlsx");
        Files.writeString(none, "level,id");
        assertThat(refused(none)).contains("cannot be read");
        Path bomb = folder.resolve("bomb.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 210; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        assertThat(refused(bomb)).contains("unpacks to too much");
        Path formula = folder.resolve("formula.xlsx");
        try (OutputStream out = Files.newOutputStream(formula)) {
            Workbook book = new Workbook(out, "Other", null);
            book.newWorksheet("Sheet").formula(1, 1, "1+1");
            book.finish();
        }
        assertThat(refused(formula)).contains("formula in cell B2");
        assertThat(refused(folder.resolve("gone.csv"))).contains("cannot be read");
    }

    @Test
    void aVeryLongCellNamesItsRow() throws IOException {
        Path file = folder.resolve("long.csv");
        Files.writeString(file, "level,name\nad," + "x".repeat(32_001) + "\n");
        assertThat(refused(file)).contains("Row 2 has a cell that is too long");
        Files.writeString(file, "level,name\nad," + "x".repeat(32_000) + "\n");
        assertThat(SheetFile.read(file).get(1).get(1)).hasSize(32_000);
    }

    @Test
    void fiftyThousandRowsAreRead() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            rows.add(List.of("ad set", "new", "Campaign " + i / 100, "Ad set " + i, "20,00"));
        }
        for (String name : List.of("many.csv", "many.xlsx")) {
            Path file = folder.resolve(name);
            SheetFile.write(file, new SheetFile.Table("Many", Map.of(), List.of("Level", "ID", "Campaign", "Name",
                    "Daily budget"), rows));
            assertThat(SheetFile.read(file)).hasSize(50_001).endsWith(rows.getLast());
        }
    }

    @Test
    void aFullDiskLeavesNoHalfOfAFile() {
        Path missing = folder.resolve("nowhere/out.csv");
        SheetFile.Table table = new SheetFile.Table("A", Map.of(), List.of("name"),
                Collections.nCopies(3, List.of("x")));
        assertThat(catchThrowableOfType(DeskException.class, () -> SheetFile.write(missing, table)).problem().field())
                .isEqualTo("file");
        Path broken = folder.resolve("broken.csv");
        List<List<?>> rows = new ArrayList<>();
        rows.add(List.of(new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("It cannot be written");
            }
        }));
        assertThat(catchThrowableOfType(IllegalStateException.class, () -> SheetFile.write(broken,
                new SheetFile.Table("A", Map.of(), List.of("name"), rows)))).isNotNull();
        assertThat(broken).doesNotExist();
    }

    private static String refused(Path file) {
        DeskException refused = catchThrowableOfType(DeskException.class, () -> SheetFile.read(file));
        assertThat(refused).as("%s", file.getFileName()).isNotNull();
        assertThat(refused.problem().field()).isEqualTo("file");
        return refused.problem().title() + " " + refused.problem().remedy();
    }
}
