package com.bizosaas.adsdesk.service;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/// Sheets as CSV (UTF-8 with its mark, so that spreadsheets read it rightly) and XLSX. What a spreadsheet would take for a
/// formula is defused (robustness "Isolation, audit, privacy, exports", rules 5 and 6).
final class SheetFile {

    private static final long MOST_BYTES = 20L << 20;
    private static final long MOST_UNPACKED = 200L << 20;
    private static final int MOST_ENTRIES = 1000;
    private static final int MOST_ROWS = 200_000;
    private static final int CELL_LENGTH = 32_000;
    private static final String FORMULA = "=+-@\t\r\n\0＝＋－＠";
    private static final String MARK = "\uFEFF";

    /// A cell is a text or a number.
    record Table(String name, Map<String, String> head, List<String> columns, List<? extends List<?>> rows) {
    }

    private SheetFile() {
    }

    /// @throws DeskException if the file is there already or cannot be written
    static void write(Path file, Table table) {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            if (isExcel(file)) {
                excel(out, table);
            } else {
                csv(out, table);
            }
        } catch (FileAlreadyExistsException e) {
            throw new DeskException(Problem.invalid("file", "There is a file of this name already",
                    "Choose another name, or move it away first."), e);
        } catch (IOException e) {
            throw new DeskException(Problem.invalid("file", "The file could not be written",
                    "Check free space and permissions of its folder."), e);
        }
    }

    private static boolean isExcel(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
    }

    private static void csv(OutputStream out, Table table) throws IOException {
        OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(MARK);
        CsvWriter csv = CsvWriter.builder().build(text);
        table.head.forEach((name, value) -> csv.writeRecord(name, defused(value)));
        csv.writeRecord(table.columns.stream().map(SheetFile::defused).toList());
        table.rows.forEach(row -> csv.writeRecord(row.stream()
                .map(cell -> cell instanceof Number number ? number.toString() : whole(defused(String.valueOf(cell))))
                .toList()));
        csv.flush();
        text.flush();
    }

    private static void excel(OutputStream out, Table table) throws IOException {
        Workbook book = new Workbook(out, "Ads Desk", null);
        Worksheet sheet = book.newWorksheet(table.name.replaceAll("[\\[\\]*/\\\\?:]", " "));
        int line = 0;
        for (Map.Entry<String, String> head : table.head.entrySet()) {
            sheet.value(line, 0, head.getKey());
            sheet.value(line, 1, defused(head.getValue()));
            line++;
        }
        for (List<?> row : Stream.concat(Stream.of(table.columns), table.rows.stream()).toList()) {
            for (int column = 0; column < row.size(); column++) {
                if (row.get(column) instanceof Number number) {
                    sheet.value(line, column, number);
                } else {
                    sheet.value(line, column, defused(String.valueOf(row.get(column))));
                }
            }
            line++;
        }
        book.finish();
    }

    /// Text that a spreadsheet would run gets an apostrophe in front, which it shows as text.
    static String defused(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /// A spreadsheet rounds numbers of more than 15 digits, as ids are; an apostrophe keeps them texts.
    private static String whole(String text) {
        return text.length() > 15 && isDigits(text) ? "'" + text : text;
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(sign -> sign >= '0' && sign <= '9');
    }

    private static String armed(String text) {
        boolean marked = text.length() > 1 && text.charAt(0) == '\''
                && (FORMULA.indexOf(text.charAt(1)) >= 0 || isDigits(text.substring(1)));
        return marked ? text.substring(1) : text;
    }

    /// All rows as texts.
    ///
    /// @throws DeskException naming what is wrong with the file
    static List<List<String>> read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw refused("The file is too large", "Use at most 20 MB.");
            }
            return isExcel(file) ? readExcel(file) : readCsv(file);
        } catch (IOException | RuntimeException e) {
            if (e instanceof DeskException known) {
                throw known;
            }
            throw new DeskException(Problem.invalid("file", "The file cannot be read as CSV or XLSX",
                    "Save it from the spreadsheet as CSV (UTF-8) or XLSX."), e);
        }
    }

    private static List<List<String>> readCsv(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        String plain = text.startsWith(MARK) ? text.substring(1) : text;
        char separator = separator(plain);
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().fieldSeparator(separator)
                .commentStrategy(CommentStrategy.NONE).allowMissingFields(true).allowExtraFields(true)
                .skipEmptyLines(false).ofCsvRecord(plain)) {
            for (CsvRecord row : csv) {
                add(rows, row.getFields().stream().map(SheetFile::armed).toList());
            }
        }
        return rows;
    }

    /// Spreadsheets of many countries write semicolons, and pasted tables have tabs.
    private static char separator(String text) {
        String head = text.lines().filter(line -> line.toLowerCase(Locale.ROOT).contains("level")).findFirst()
                .orElse(text);
        return head.indexOf('\t') >= 0 ? '\t' : head.indexOf(';') >= 0 && head.indexOf(',') < 0 ? ';' : ',';
    }

    private static List<List<String>> readExcel(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            long unpacked = zip.stream().mapToLong(ZipEntry::getSize).map(size -> Math.max(0, size)).sum();
            if (zip.size() > MOST_ENTRIES || unpacked > MOST_UNPACKED) {
                throw refused("The file unpacks to too much", "Save only the sheet with the drafts.");
            }
        }
        List<List<String>> rows = new ArrayList<>();
        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile());
                Stream<Row> lines = book.getFirstSheet().openStream()) {
            for (Row row : (Iterable<Row>) lines::iterator) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.getCellCount(); i++) {
                    cells.add(row.getOptionalCell(i).map(SheetFile::text).orElse(""));
                }
                while (rows.size() < row.getRowNum() - 1) {
                    add(rows, List.of());
                }
                add(rows, cells);
            }
        }
        return rows;
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> new BigDecimal(cell.getRawValue()).stripTrailingZeros().toPlainString();
            case FORMULA -> throw refused("There is a formula in cell " + cell.getAddress(),
                    "Put the value in its place.");
            default -> armed(cell.getText());
        };
    }

    private static void add(List<List<String>> rows, List<String> row) {
        if (rows.size() >= MOST_ROWS) {
            throw refused("The file has too many rows", "Use at most " + MOST_ROWS + ".");
        }
        if (row.stream().anyMatch(cell -> cell.length() > CELL_LENGTH)) {
            throw refused("Row " + (rows.size() + 1) + " has a cell that is too long", "Shorten it.");
        }
        rows.add(row);
    }

    private static DeskException refused(String title, String remedy) {
        return new DeskException(Problem.invalid("file", title, remedy));
    }
}
