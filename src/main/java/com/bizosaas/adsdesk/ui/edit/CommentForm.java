package com.bizosaas.adsdesk.ui.edit;

import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.draft.Comment;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/// Writes a comment about rows, changes it, or takes it away.
final class CommentForm {

    private final EditDialogs at;
    private final List<Chosen> parts;
    private final TextArea text = new TextArea();
    private final Label told = Labels.wrapped("", "caption");
    private final DialogForm form;
    private boolean any;

    CommentForm(EditDialogs at, List<Chosen> parts) {
        this.at = at;
        this.parts = parts;
        text.setId("comment-text");
        text.setWrapText(true);
        text.setPrefRowCount(5);
        text.setAccessibleText("Comment");
        text.setPromptText("For colleagues at this desk; Meta never sees it");
        Tenant only = parts.size() == 1 ? parts.getFirst().tenant() : null;
        VBox body = new VBox(8, text, told);
        if (only == null) {
            body.getChildren().addFirst(Previewing.whose(parts));
        }
        List<Chosen.Row> rows = parts.stream().flatMap(part -> part.rows().stream()).toList();
        form = new DialogForm(rows.size() == 1
                ? "Comment on " + Labels.isolated(rows.getFirst().name())
                : "Comment on " + rows.size() + " rows", only, body, "Save comment").width(520).initialFocus(text);
        text.textProperty().addListener((_, _, now) -> look(now));
        form.onSubmit(this::save);
    }

    /// With what is written about all of them, if it is the same.
    void open() {
        at.tasks().call(this::written).onSuccess(written -> {
            at.dialogs().show(form);
            text.setText(written.size() == 1 ? written.iterator().next() : "");
            text.selectAll();
            long others = written.stream().filter(each -> !each.isEmpty()).count();
            any = others > 0;
            told.setText(others > 1
                    ? others + " different comments stand there; what you write takes their place."
                    : any ? "Leave it empty to take the comment away." : "");
            look(text.getText());
        }).onError(thrown -> at.notifier().failed(Problems.of(thrown))).start();
    }

    private Set<String> written() {
        Set<String> written = new HashSet<>();
        for (Chosen part : parts) {
            Map<DraftKey, Comment> comments = at.comments().comments(part.tenant().id());
            part.keys().forEach(key -> written.add(comments.containsKey(key) ? comments.get(key).text() : ""));
        }
        return written;
    }

    private void look(String now) {
        form.actionProperty().set(any && now.isBlank() ? "Remove comment" : "Save comment");
        form.obstacleProperty().set(now.strip().length() > Comment.LONGEST
                ? "Comment is too long. Use " + Comment.LONGEST + " characters or fewer."
                : any || !now.isBlank() ? "" : "Write the comment first.");
    }

    private void save() {
        String words = text.getText();
        form.busyProperty().set(true);
        at.tasks().run(() -> parts.forEach(
                part -> at.comments().write(part.tenant().id(), part.keys(), words))).onSuccess(_ -> form.close())
                .onError(thrown -> {
                    form.busyProperty().set(false);
                    form.problemProperty().set(Problems.of(thrown));
                }).start();
    }
}
