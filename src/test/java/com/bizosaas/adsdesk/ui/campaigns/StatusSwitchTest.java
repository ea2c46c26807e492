package com.bizosaas.adsdesk.ui.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.Delivery;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import com.bizosaas.adsdesk.ui.fakes.DirectTasks;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.HeldTasks;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class StatusSwitchTest {

    private static final Problem REFUSAL = Problem.of(Problem.Kind.REFUSED, "Meta refused it",
            "The account has unpaid bills.");

    private final FakeServices fakes = new FakeServices();
    private CampaignsViewModel model;
    private StatusSwitch switches;

    @Test
    void showsTheNewPositionBeforeFacebookHasAnsweredAndTakesItBackWhenRefused() {
        WritesWait tasks = new WritesWait();
        wire(tasks);
        switches.apply(List.of(row("Catalogue")), false);
        assertThat(fakes.campaigns.calls).isEmpty();
        assertThat(row("Catalogue").isOn()).isFalse();
        assertThat(row("Catalogue").waiting()).isTrue();
        assertThat(row("Catalogue").delivery().state()).isEqualTo(Delivery.State.PAUSED);
        fakes.campaigns.refusal = REFUSAL;
        tasks.writes.letGo();
        assertThat(row("Catalogue").isOn()).isTrue();
        assertThat(row("Catalogue").waiting()).isFalse();
        assertThat(row("Catalogue").delivery().state()).isEqualTo(Delivery.State.ACTIVE);
    }

    @Test
    void aRowThatWaitsIsNotAskedTwice() {
        WritesWait tasks = new WritesWait();
        wire(tasks);
        switches.apply(List.of(row("Catalogue")), false);
        switches.apply(List.of(row("Catalogue")), true);
        tasks.writes.letGo();
        assertThat(fakes.campaigns.calls).containsExactly("status CAMPAIGN 120218843307512002 PAUSED");
    }

    @Test
    void tellsWhatWasDoneAndUndoesIt() {
        wire(new DirectTasks());
        switches.apply(List.of(row("Catalogue")), false);
        assertThat(fakes.notifier.done).singleElement().asString().contains("Catalogue Sales").endsWith("paused");
        fakes.notifier.lastUndo.run();
        assertThat(fakes.campaigns.calls).containsExactly("status CAMPAIGN 120218843307512002 PAUSED",
                "status CAMPAIGN 120218843307512002 ACTIVE");
    }

    @Test
    void takesARefusedSwitchBackWithTheReasonInRowAndToast() {
        wire(new DirectTasks());
        fakes.campaigns.refusal = REFUSAL;
        switches.apply(List.of(row("Catalogue")), false);
        assertThat(row("Catalogue").isOn()).isTrue();
        assertThat(row("Catalogue").refused()).isEqualTo(REFUSAL);
        assertThat(row("Catalogue").waiting()).isFalse();
        assertThat(fakes.notifier.failures).singleElement()
                .satisfies(problem -> assertThat(problem.remedy()).contains("Meta refused it", "unpaid bills"));
        assertThat(fakes.notifier.done).isEmpty();
    }

    @Test
    void aLaterSuccessClearsTheRefusal() {
        wire(new DirectTasks());
        fakes.campaigns.refusal = REFUSAL;
        switches.apply(List.of(row("Catalogue")), false);
        fakes.campaigns.refusal = null;
        switches.apply(List.of(row("Catalogue")), false);
        assertThat(row("Catalogue").refused()).isNull();
    }

    @Test
    void severalRowsAreSeveralCallsAndOneSummary() {
        wire(new DirectTasks());
        CampaignRow spring = row("Spring");
        switches.apply(List.of(row("Catalogue"), spring, below(spring).getFirst()), false);
        assertThat(fakes.campaigns.calls).hasSize(3);
        assertThat(fakes.notifier.done).containsExactly("2 campaigns and 1 ad set paused");
    }

    @Test
    void rowsThatAreThereAlreadyOrCannotBeSwitchedAreLeftOut() {
        wire(new DirectTasks());
        model.show(model.viewProperty().get().quick(View.Quick.ARCHIVED));
        CampaignRow archived = model.contentProperty().get().rows().getFirst();
        model.show(View.FIRST);
        switches.apply(List.of(archived, row("App installs")), false);
        assertThat(fakes.campaigns.calls).isEmpty();
        assertThat(fakes.notifier.done).isEmpty();
    }

    @Test
    void whatWasConfirmedIsReadAgainAndThenNoLongerShownOverTheStore() {
        wire(new DirectTasks());
        switches.apply(List.of(row("Catalogue")), false);
        assertThat(switches.shown().asked()).isEmpty();
        assertThat(row("Catalogue").waiting()).isFalse();
    }

    @Test
    void aPartlyRefusedBatchNamesTheRefused() {
        wire(new DirectTasks());
        CampaignRow first = row("Catalogue");
        CampaignRow second = row("NL-BE");
        switches.apply(List.of(first), false);
        fakes.campaigns.refusal = REFUSAL;
        switches.apply(List.of(row("Brand film"), second), false);
        assertThat(fakes.notifier.failures).singleElement().satisfies(problem -> {
            assertThat(problem.title()).isEqualTo("2 of 2 not paused");
            assertThat(problem.remedy()).contains("Brand film", "NL-BE", "Meta refused it");
        });
        assertThat(row("Brand film").key().level()).isEqualTo(Level.CAMPAIGN);
        assertThat(row("Brand film").refused()).isNotNull();
    }

    /// Reads and builds at once; writes wait.
    private static final class WritesWait implements TaskRunner {

        private final DirectTasks direct = new DirectTasks();
        private final HeldTasks writes = new HeldTasks();

        @Override
        public <T> Job<T> call(Callable<T> work) {
            return direct.call(work);
        }

        @Override
        public Job<Void> run(Runnable work) {
            return writes.run(work);
        }

        @Override
        public void onFxThread(Runnable action) {
            action.run();
        }
    }

    private void wire(TaskRunner tasks) {
        Nordlys.into(fakes);
        model = new CampaignsViewModel(fakes.services(), tasks, fakes.scope, Samples.CLOCK, new Formats(Locale.UK));
        switches = new StatusSwitch(fakes.campaigns, tasks, fakes.notifier, model::build, model::load);
        model.showSwitches(switches);
        model.activate();
    }

    private List<CampaignRow> below(CampaignRow row) {
        TableContent content = model.contentProperty().get();
        return Arrays.stream(content.branches().below(row.number())).mapToObj(content.maker()::row).toList();
    }

    private CampaignRow row(String start) {
        return model.contentProperty().get().rows().stream().filter(row -> row.name().startsWith(start)).findFirst()
                .orElseThrow();
    }
}
