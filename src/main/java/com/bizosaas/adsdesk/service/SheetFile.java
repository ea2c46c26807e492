package com.bizosaas.adsdesk.service;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/// Sheets as CSV (UTF-8 with its mark, so that spreadsheets read it rightly) and XLSX. What a spreadsheet would take for a
/// formula is defused (robustness "Isolation, audit, privacy, exports", rules 5 and 6).
final class SheetFile {

    private static final long MOST_BYTES = 20L << 20;
    private static final long MOST_UNPACKED = 200L << 20;
    private static final int MOST_ENTRIES = 1000;
    private static final int MOST_ROWS = 200_000;
    private static final int CELL_LENGTH = 32_000;
    private static final String MARK = "\uFEFF";
    private static final Pattern DATE = Pattern.compile("[ymdhYMDH]");
    /// What a format of numbers shows as it stands: quoted text, currencies and colours.
    private static final Pattern ASIDE = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^]]*]|General");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final System.Logger LOG = System.getLogger(SheetFile.class.getName());

    /// A cell is a text or a number.
    record Table(String name, Map<String, String> head, List<String> columns, List<? extends List<?>> rows) {
    }

    private SheetFile() {
    }

    /// Leaves no half of a file behind.
    ///
    /// @throws DeskException if the file is there already or cannot be written
    static void write(Path file, Table table) {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            throw new DeskException(Problem.invalid("file", "There is a file of this name already",
                    "Choose another name, or move it away first."), e);
        } catch (IOException e) {
            throw unwritten(e);
        }
        boolean whole = false;
        try (OutputStream out = Files.newOutputStream(file)) {
            if (isExcel(file)) {
                excel(out, table);
            } else {
                csv(out, table);
            }
            whole = true;
        } catch (IOException e) {
            throw unwritten(e);
        } finally {
            if (!whole) {
                remove(file);
            }
        }
    }

    private static DeskException unwritten(IOException cause) {
        return new DeskException(Problem.invalid("file", "The file could not be written",
                "Check free space and permissions of its folder."), cause);
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Half a sheet could not be removed", e);
        }
    }

    private static boolean isExcel(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
    }

    private static void csv(OutputStream out, Table table) throws IOException {
        OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(MARK);
        CsvWriter csv = CsvWriter.builder().build(text);
        table.head.forEach((name, value) -> csv.writeRecord(name, Formulas.defused(value)));
        csv.writeRecord(table.columns.stream().map(Formulas::defused).toList());
        table.rows.forEach(row -> csv.writeRecord(row.stream()
                .map(cell -> cell instanceof BigDecimal number
                        ? number.toPlainString()
                        : cell instanceof Number number
                                ? number.toString()
                                : whole(Formulas.defused(String.valueOf(cell))))
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
            sheet.value(line, 1, Formulas.defused(head.getValue()));
            line++;
        }
        for (List<?> row : Stream.concat(Stream.of(table.columns), table.rows.stream()).toList()) {
            for (int column = 0; column < row.size(); column++) {
                if (row.get(column) instanceof Number number) {
                    sheet.value(line, column, number);
                } else {
                    sheet.value(line, column, Formulas.defused(String.valueOf(row.get(column))));
                }
            }
            line++;
        }
        book.finish();
    }

    /// A spreadsheet rounds numbers of more than 15 digits, as ids are; an apostrophe keeps them texts.
    private static String whole(String text) {
        return text.length() > 15 && Formulas.isDigits(text) ? "'" + text : text;
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

    /// Cells that were copied in a spreadsheet.
    static List<List<String>> read(String text) {
        try {
            return records(text, separator(text));
        } catch (IOException | CsvParseException e) {
            throw new DeskException(Problem.invalid("text", "The cells cannot be read",
                    "Copy them in the spreadsheet again."), e);
        }
    }

    private static List<List<String>> readCsv(Path file) throws IOException {
        String plain = text(Files.readAllBytes(file));
        if (plain.regionMatches(true, 0, "sep=", 0, 4) && plain.length() > 4) {
            return records(plain.substring(5).stripLeading(), plain.charAt(4));
        }
        return records(plain, separator(plain));
    }

    private static List<List<String>> records(String text, char separator) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().fieldSeparator(separator)
                .commentStrategy(CommentStrategy.NONE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).skipEmptyLines(false).ofCsvRecord(text)) {
            for (CsvRecord row : csv) {
                add(rows, row.getFields().stream().map(Formulas::armed).toList());
            }
        }
        return rows;
    }

    /// UTF-8, or UTF-16 with its mark, as a spreadsheet's "Unicode text" is. Other encodings do not say which they are.
    private static String text(byte[] bytes) {
        Charset charset = starts(bytes, 0xFF, 0xFE)
                ? StandardCharsets.UTF_16LE
                : starts(bytes, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith(MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new DeskException(Problem.invalid("file", "The letters of the file cannot be told apart",
                    "Save it from the spreadsheet as “CSV UTF-8” or as XLSX."), e);
        }
    }

    private static boolean starts(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    /// Spreadsheets of many countries write semicolons, and copied cells have tabs: the one that parts the names of the
    /// columns best.
    private static char separator(String text) {
        List<String> heads = text.lines().limit(40).toList();
        char best = ',';
        int most = 0;
        for (char separator : new char[]{'\t', ';', ','}) {
            for (String head : heads) {
                List<String> names = Arrays.stream(head.split(Pattern.quote(String.valueOf(separator)), -1))
                        .map(name -> name.replace("\"", "").strip().toLowerCase(Locale.ROOT)).toList();
                if (names.size() > most && names.stream().anyMatch(List.of("id", "name", "level")::contains)) {
                    most = names.size();
                    best = separator;
                }
            }
        }
        return best;
    }

    private static List<List<String>> readExcel(Path file) throws IOException {
        requireSmall(file);
        List<List<String>> rows = new ArrayList<>();
        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
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

    /// Unpacks it once and counts, for the sizes that a file tells of itself may be wrong.
    private static void requireSmall(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw refused("The file unpacks to too much", "Save only the sheet with the drafts.");
            }
            long unpacked = 0;
            byte[] buffer = new byte[1 << 16];
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                        unpacked += count;
                        if (unpacked > MOST_UNPACKED) {
                            throw refused("The file unpacks to too much", "Save only the sheet with the drafts.");
                        }
                    }
                }
            }
        }
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> isDate(cell)
                    ? date(cell.asDate())
                    : new BigDecimal(cell.getRawValue()).stripTrailingZeros().toPlainString();
            case FORMULA -> throw refused("There is a formula in cell " + cell.getAddress(),
                    "Put the value in its place.");
            default -> Formulas.armed(cell.getText());
        };
    }

    /// A spreadsheet keeps times as numbers; the format of the cell alone tells.
    private static boolean isDate(Cell cell) {
        Integer number = cell.getDataFormatId();
        String format = cell.getDataFormatString();
        boolean built = number != null && (number >= 14 && number <= 22 || number >= 45 && number <= 47);
        return built || format != null && DATE.matcher(ASIDE.matcher(format).replaceAll("")).find();
    }

    private static String date(LocalDateTime at) {
        return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? at.toLocalDate().toString()
                : MINUTE.format(at.plusSeconds(30));
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
