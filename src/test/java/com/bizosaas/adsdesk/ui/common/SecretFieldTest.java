package com.bizosaas.adsdesk.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class SecretFieldTest {

    private SecretField field;
    private Scene scene;

    @Start
    void start(Stage stage) {
        field = new SecretField();
        field.setPromptText("Passphrase");
        VBox box = new VBox(8, field, new SecretField());
        box.setStyle("-fx-padding: 16");
        scene = new Scene(box, 300, 100);
        new Themes(Theme.LIGHT).dress(scene);
        Snapshots.show(stage, scene);
        field.requestFocus();
    }

    private String typed() {
        return new String(field.characters());
    }

    private List<String> shown() {
        return field.lookupAll(".secret-glyph").stream().map(node -> ((Text) node).getText()).toList();
    }

    @Test
    void isTypedAndCorrectedLikeAnyField(FxRobot robot) {
        List<String> entered = new ArrayList<>();
        robot.interact(() -> field.setOnAction(() -> entered.add(typed())));
        robot.write("otterx");
        robot.push(KeyCode.BACK_SPACE);
        robot.push(KeyCode.LEFT);
        robot.push(KeyCode.DELETE);
        robot.write("r 7");
        robot.push(KeyCode.HOME);
        robot.write("q");
        robot.push(KeyCode.ENTER);
        assertThat(entered).containsExactly("qotter 7");
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.interact(() -> Snapshots.write(scene, "secret-field-selected"));
        robot.write("n");
        assertThat(typed()).isEqualTo("n");
    }

    @Test
    void takesOneLineFromTheClipboardAndGivesNothingBack(FxRobot robot) {
        robot.interact(() -> put("a token\r\n"));
        robot.push(KeyCode.CONTROL, KeyCode.V);
        assertThat(typed()).isEqualTo("a token");
        robot.interact(() -> put("before"));
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        String[] clipboard = new String[1];
        robot.interact(() -> clipboard[0] = Clipboard.getSystemClipboard().getString());
        assertThat(clipboard[0]).isEqualTo("before");
    }

    private static void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Test
    void showsBulletsUnlessItIsToBeRead(FxRobot robot) {
        robot.interact(() -> field.insert("pä\uD83E\uDDA6"));
        assertThat(shown()).containsExactly("•", "•", "•", "");
        robot.interact(() -> Snapshots.write(scene, "secret-field-hidden"));
        robot.interact(() -> field.revealedProperty().set(true));
        assertThat(shown()).containsExactly("p", "ä", "\uD83E\uDDA6", "");
        robot.push(KeyCode.BACK_SPACE);
        assertThat(typed()).as("a character outside the basic plane goes as a whole").isEqualTo("pä");
    }

    @Test
    void leavesNoRemainsInItsCharacters(FxRobot robot) throws ReflectiveOperationException {
        Field buffer = SecretField.class.getDeclaredField("typed");
        buffer.setAccessible(true);
        robot.interact(() -> field.insert("x".repeat(60)));
        char[] narrow = (char[]) buffer.get(field);
        robot.interact(() -> field.insert("y".repeat(60)));
        assertThat(narrow).as("the buffer it outgrew").containsOnly('\0');
        robot.push(KeyCode.BACK_SPACE);
        assertThat(((char[]) buffer.get(field))[119]).isEqualTo('\0');
        robot.interact(field::clear);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat((char[]) buffer.get(field)).containsOnly('\0');
        assertThat(field.editsProperty().get()).isEqualTo(4);
        assertThat(field.isBlank()).isTrue();
    }

    @Test
    void keepsTheCaretInViewWhenTheSecretIsLongerThanTheField(FxRobot robot) {
        robot.interact(() -> field.insert("EAA" + "x".repeat(300)));
        robot.interact(() -> Snapshots.write(scene, "secret-field-long"));
        assertThat(field.lookup(".secret-caret").getBoundsInParent().getMaxX()).isLessThanOrEqualTo(field.getWidth());
        robot.push(KeyCode.HOME);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(field.lookup(".secret-caret").getBoundsInParent().getMinX()).isZero();
    }
}
