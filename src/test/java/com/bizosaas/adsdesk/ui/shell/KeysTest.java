package com.bizosaas.adsdesk.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.ui.common.KeyHint;
import com.bizosaas.adsdesk.ui.edit.BulkEdit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A key means one thing: what the window takes first never reaches the table.
class KeysTest {

    @Test
    void noEditOfManyRowsHasAKeyOfTheWindow() {
        List<String> window = ShortcutList.WINDOW.stream().map(KeyHint::keys).toList();
        assertThat(Arrays.stream(BulkEdit.values()).map(BulkEdit::keyWords)).doesNotContainAnyElementsOf(window)
                .doesNotHaveDuplicates();
    }
}
