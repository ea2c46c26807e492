package com.bizosaas.adsdesk.ui.targeting;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.Creative;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.ui.creatives.Picture;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class CreativeChoiceTest {

    private final FakeServices desk = new FakeServices();
    private Stage stage;
    private CreativeChoice choice;

    @Start
    void start(Stage shown) throws IOException {
        stage = shown;
        List<Creative> creatives = new ArrayList<>();
        String[] names = {"Fjord crossing — 15 s, 4:5", "Shell jackets — 6 cards", "First light", "Boots", "雨の日",
                "Old"};
        for (int i = 0; i < names.length; i++) {
            creatives.add(new Creative(new GraphId("30" + i), names[i], "ACTIVE", Creative.Format.values()[i % 3],
                    "Light. Dry. Done.", "Three layers, 310 grams.", "SHOP_NOW", "https://nordlys.example", i % 3 == 2
                            ? 6
                            : 0,
                    null, null, null, null));
            if (i < 4) {
                desk.creatives.thumbnails.put(new GraphId("30" + i), png(0x336699 + i * 0x2200));
            }
        }
        desk.creatives.creatives = new Stamped<>(creatives, Samples.NOW, false);
    }

    private static byte[] png(int colour) throws IOException {
        BufferedImage image = new BufferedImage(120, 120, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 120; x++) {
            for (int y = 0; y < 120; y++) {
                image.setRGB(x, y, colour + x);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private void open(FxRobot robot, String chosen) {
        robot.interact(() -> {
            choice = new CreativeChoice(desk.context());
            choice.show(Samples.NORDLYS.id(), Samples.WEBSHOP.id(), chosen);
            StackPane root = new StackPane(choice);
            root.setStyle("-fx-padding: 16; -fx-background-color: -color-bg-default;");
            Snapshots.show(stage, Snapshots.scene(root, 720, 520, Theme.LIGHT));
        });
    }

    private static ListView<?> list(FxRobot robot) {
        return robot.lookup("#creative-list").queryListView();
    }

    private static List<String> words(FxRobot robot) {
        return robot.lookup((Node node) -> node instanceof Labeled).queryAll().stream()
                .map(node -> ((Labeled) node).getText()).toList();
    }

    @Test
    void showsPicturesAndKeepsTheChoiceWhileTheListIsNarrowed(FxRobot robot) {
        open(robot, "301");
        assertThat(choice.creativeProperty().get()).isEqualTo("301");
        assertThat(words(robot)).contains("Chosen: Shell jackets — 6 cards");
        assertThat(robot.lookup((Node node) -> node instanceof Picture picture
                && picture.getChildrenUnmodifiable().stream()
                        .anyMatch(one -> one instanceof ImageView view && view.getImage() != null))
                .queryAll()).hasSizeGreaterThanOrEqualTo(4);
        robot.interact(() -> Snapshots.write(stage.getScene(), "creative-choice"));
        robot.interact(() -> robot.from(robot.lookup("#creative-format").queryAll()).lookup("Carousels")
                .queryAs(ToggleButton.class).fire());
        assertThat(list(robot).getItems()).hasSize(2);
        assertThat(choice.creativeProperty().get()).isEqualTo("301");
        robot.interact(() -> choice.requestFocus());
        robot.write("zzz", 0);
        assertThat(words(robot)).contains("No creative fits the search.");
    }

    @Test
    void choosesByKeysAndSaysWhatIsChosen(FxRobot robot) {
        open(robot, "");
        assertThat(words(robot)).contains("Nothing chosen yet");
        robot.interact(() -> list(robot).requestFocus());
        robot.type(KeyCode.DOWN, KeyCode.DOWN);
        assertThat(choice.creativeProperty().get()).isNotEmpty();
        assertThat(words(robot)).anyMatch(text -> text.startsWith("Chosen: "));
    }

    @Test
    void saysWhyThereIsNothingToChoose(FxRobot robot) {
        desk.creatives.creatives = Stamped.never(List.of());
        open(robot, "");
        assertThat(words(robot)).anyMatch(text -> text.startsWith("The creatives of this account were not read yet"));
        desk.creatives.creatives = new Stamped<>(List.of(), Samples.NOW, false);
        open(robot, "");
        assertThat(words(robot)).anyMatch(text -> text.startsWith("This account has no creatives yet"));
    }
}
