package com.bizosaas.adsdesk.ui.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;

/// No key of the table is one that the window or the tab takes first, for then it would be dead.
class BulkKeysTest {

    private static final List<KeyCode> TAKEN = List.of(KeyCode.DIGIT0, KeyCode.K, KeyCode.T, KeyCode.R, KeyCode.B,
            KeyCode.F, KeyCode.L, KeyCode.I, KeyCode.N, KeyCode.E, KeyCode.Z, KeyCode.Y, KeyCode.C, KeyCode.A,
            KeyCode.ENTER);
    private static final List<KeyCode> TAKEN_WITH_SHIFT = List.of(KeyCode.D, KeyCode.F, KeyCode.Z, KeyCode.A);

    @Test
    void everyKeyIsFreeAndUsedOnce() {
        List<KeyCombination> taken = new ArrayList<>();
        TAKEN.forEach(code -> taken.add(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN)));
        TAKEN_WITH_SHIFT.forEach(code -> taken.add(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN,
                KeyCombination.SHIFT_DOWN)));
        assertThat(Arrays.stream(BulkEdit.values()).map(BulkEdit::key)).doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(taken.stream().map(KeyCodeCombination.class::cast).toList());
    }
}
