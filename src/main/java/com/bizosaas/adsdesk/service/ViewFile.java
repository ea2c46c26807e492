package com.bizosaas.adsdesk.service;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Saved views as a file: JSON that names its kind, so that no other file is taken for one.
final class ViewFile {

    private static final String KIND = "ads-desk-views";
    private static final long MOST_BYTES = 1_000_000;

    private record Content(@Nullable String kind, @Nullable List<SavedView> views) {
    }

    private ViewFile() {
    }

    static void write(List<SavedView> views, Path file) {
        try {
            Files.writeString(file, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(
                    new Content(KIND, views)), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw refused("There is a file of this name", "Choose another name.", e);
        } catch (IOException e) {
            throw refused("The views could not be written", "Choose a folder you may write to.", e);
        }
    }

    static List<SavedView> read(Path file) {
        Content content;
        try {
            content = Files.size(file) > MOST_BYTES
                    ? new Content(null, null)
                    : Json.MAPPER.readValue(Files.readString(file), Content.class);
        } catch (JacksonException e) {
            throw refused("This file holds no views", "Choose one that “Save views to a file” wrote.", e);
        } catch (IOException e) {
            throw refused("The file could not be read", "Choose another file.", e);
        }
        List<SavedView> views = content.views();
        if (!KIND.equals(content.kind()) || views == null) {
            throw refused("This file holds no views", "Choose one that “Save views to a file” wrote.", null);
        }
        return views.stream().filter(view -> !view.name().isBlank()).toList();
    }

    private static DeskException refused(String title, String remedy, @Nullable Exception cause) {
        Problem problem = Problem.of(Problem.Kind.INVALID_INPUT, title, remedy);
        return cause == null ? new DeskException(problem) : new DeskException(problem, cause);
    }
}
