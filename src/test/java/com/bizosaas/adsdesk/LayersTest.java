package com.bizosaas.adsdesk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.bizosaas.adsdesk.domain.journal.JournalledWrite;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.graph.AdsApi;
import com.bizosaas.adsdesk.service.AdObjectService;
import com.bizosaas.adsdesk.service.AudienceService;
import com.bizosaas.adsdesk.service.CampaignService;
import com.bizosaas.adsdesk.service.CreativeService;
import com.bizosaas.adsdesk.service.Needs;
import com.bizosaas.adsdesk.service.PublishService;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The direction of dependencies between packages.
@AnalyzeClasses(packagesOf = LayersTest.class, importOptions = LayersTest.WithoutTests.class)
class LayersTest {

    /// Wherever the tests were compiled to.
    static final class WithoutTests implements ImportOption {

        private static final String TESTS = LayersTest.class.getProtectionDomain().getCodeSource().getLocation()
                .getPath();

        @Override
        public boolean includes(Location location) {
            return !location.contains(TESTS);
        }
    }

    private static final String ROOT = "com.bizosaas.adsdesk.";

    @ArchTest
    static final ArchRule DOMAIN_IS_PLAIN = noClasses().that().resideInAPackage(ROOT + "domain..").should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(ROOT + "domain..", "java.lang..", "java.math..", "java.net..", "java.text..",
                    "java.time..", "java.util..", "org.jspecify..")
            .because("the words of the trade must be usable everywhere, with nothing but the Java base under them");

    @ArchTest
    static final ArchRule DRAFTS_ARE_PLAIN = noClasses().that().resideInAPackage(ROOT + "draft..").should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(ROOT + "draft..", ROOT + "domain..", "java.lang..", "java.math..", "java.text..",
                    "java.time..", "java.util..", "org.jspecify..", "tools.jackson..")
            .because("what is drafted, checked and reviewed must be provable without a store, a clock or Facebook");

    @ArchTest
    static final ArchRule ONLY_WINDOWS_KNOW_JAVAFX = noClasses().that()
            .resideOutsideOfPackages(ROOT + "ui..", ROOT + "app..").should().dependOnClassesThat()
            .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..")
            .because("the desk must run without a window, and its logic be tested without a toolkit");

    @ArchTest
    static final ArchRule SERVICES_KNOW_NOT_WHO_ASKS = noClasses().that()
            .resideInAnyPackage(ROOT + "service..", ROOT + "ui..", ROOT + "domain..").should().dependOnClassesThat()
            .resideInAPackage(ROOT + "api..").because("panes and the local API stand side by side on the services");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_APP = noClasses().that().resideOutsideOfPackage(ROOT + "app..").should()
            .dependOnClassesThat().resideInAPackage(ROOT + "app..")
            .because("only the composition may know everything; whoever imports it imports the whole desk");

    @ArchTest
    static final ArchRule NOBODY_BELOW_KNOWS_THE_UI = noClasses().that()
            .resideOutsideOfPackages(ROOT + "app..", ROOT + "ui..").should().dependOnClassesThat()
            .resideInAPackage(ROOT + "ui..").because("services know no windows");

    @ArchTest
    static final ArchRule WINDOWS_ASK_SERVICES = noClasses().that().resideInAPackage(ROOT + "ui..").should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "graph..", ROOT + "oauth..", ROOT + "store..", ROOT + "sync..",
                    ROOT + "sandbox..",
                    "java.sql..", "java.net.http..", "tools.jackson..")
            .because("panes show what services say; I/O, JSON, SQL and crypto have no place on the FX thread");

    @ArchTest
    static final ArchRule THE_TARGETING_EDITOR_STANDS_ALONE = noClasses().that()
            .resideInAPackage(ROOT + "ui.targeting..")
            .should().dependOnClassesThat()
            .resideInAnyPackage(ROOT + "ui.campaigns..", ROOT + "ui.workbench..", ROOT + "ui.create..",
                    ROOT + "ui.shell..")
            .because("the wizard, the table and whoever edits an ad set put it into windows of their own");

    @ArchTest
    static final ArchRule THE_SANDBOX_STANDS_ALONE = noClasses().that().resideInAPackage(ROOT + "sandbox..").should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "app..", ROOT + "ui..", ROOT + "service..", ROOT + "sync..", ROOT + "graph..",
                    ROOT + "oauth..", ROOT + "store..")
            .because("a stand-in that shares code with the desk would share its mistakes");

    @ArchTest
    static final ArchRule ONLY_THE_APP_KNOWS_THE_SANDBOX = noClasses().that()
            .resideOutsideOfPackages(ROOT + "app..", ROOT + "sandbox..").should().dependOnClassesThat()
            .resideInAPackage(ROOT + "sandbox..")
            .because("the desk must never know whether it talks to Facebook or to the sandbox");

    @ArchTest
    static final ArchRule THE_API_ASKS_SERVICES = noClasses().that().resideInAPackage(ROOT + "api..").should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "graph..", ROOT + "oauth..", ROOT + "store..", ROOT + "sync..",
                    ROOT + "sandbox..", ROOT + "ui..", "java.net.http..")
            .because("what is done from outside is done by the same services as from a pane, or it is a second desk");

    @ArchTest
    static final ArchRule THE_COMMAND_LINE_SPEAKS_HTTP = noClasses().that().resideInAPackage(ROOT + "cli..").should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "api..", ROOT + "service..", ROOT + "domain..", ROOT + "graph..",
                    ROOT + "store..", ROOT + "ui..")
            .because("a command does what any program could do through the local API, and nothing else");

    @ArchTest
    static final ArchRule ENGINES_KNOW_NO_USE_CASES = noClasses().that()
            .resideInAnyPackage(ROOT + "graph..", ROOT + "oauth..", ROOT + "store..", ROOT + "sync..").should()
            .dependOnClassesThat().resideInAnyPackage(ROOT + "service..", ROOT + "api..")
            .because("use cases are built on the engines, not the other way round");

    @ArchTest
    static final ArchRule GRAPH_AND_STORE_ARE_STRANGERS = noClasses().that()
            .resideInAnyPackage(ROOT + "graph..", ROOT + "oauth..").should().dependOnClassesThat()
            .resideInAPackage(ROOT + "store..").because("the Graph client can be tested and replaced without a store");

    @ArchTest
    static final ArchRule THE_STORE_KNOWS_ONLY_THE_DOMAIN = noClasses().that().resideInAPackage(ROOT + "store..")
            .should().dependOnClassesThat().resideInAnyPackage(ROOT + "graph..", ROOT + "oauth..", ROOT + "sync..")
            .because("what is kept does not depend on how it was fetched");

    @ArchTest
    static final ArchRule SQL_STAYS_IN_THE_STORE = noClasses().that().resideOutsideOfPackage(ROOT + "store..").should()
            .dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..", "org.h2..")
            .because("every statement must be seen to carry its tenant");

    @ArchTest
    static final ArchRule ONLY_THE_JOURNAL_LETS_A_WRITE_LEAVE = classes().that().implement(JournalledWrite.class)
            .should().resideInAPackage(ROOT + "store..").andShould().haveOnlyPrivateConstructors()
            .because("whoever could make one could send a write that was never recorded");

    @ArchTest
    static final ArchRule WRITES_GO_ONE_WAY = noClasses().that()
            .doNotHaveFullyQualifiedName("com.bizosaas.adsdesk.service.OwnWrites").should()
            .callMethod(AdsApi.class, "send", JournalledWrite.class).orShould()
            .callMethod(AdsApi.class, "sendAll", List.class)
            .because("guardrails, roles, journal and audit stand in one place");

    /// The switch is immediate, journalled and undoable; everything else that a pane wants to write is a draft first.
    private static final Set<String> SWITCH = Set.of("setStatus");

    private static final DescribedPredicate<JavaMethodCall> WRITES_AT_ONCE = DescribedPredicate.describe(
            "write at once", call -> {
                Class<?> asked = Stream.of(CampaignService.class, AdObjectService.class, AudienceService.class,
                        CreativeService.class).filter(one -> call.getTargetOwner().isAssignableTo(one)).findFirst()
                        .orElse(null);
                return asked != null && Stream.of(asked.getMethods())
                        .filter(method -> method.getName().equals(call.getTarget().getName())).anyMatch(method -> {
                            Needs own = method.getAnnotation(Needs.class);
                            Needs needs = own == null ? asked.getAnnotation(Needs.class) : own;
                            return needs != null && needs.value() == Role.PUBLISHER;
                        });
            });

    @ArchTest
    static final ArchRule PANES_DRAFT = noClasses().that().resideInAPackage(ROOT + "ui..").should()
            .callMethodWhere(WRITES_AT_ONCE.and(DescribedPredicate.describe("other than the switch",
                    call -> !SWITCH.contains(call.getTarget().getName()))))
            .because("what a pane writes is reviewed before it leaves");

    @ArchTest
    static final ArchRule ONLY_THE_SWITCH_SWITCHES = noClasses().that().resideInAPackage(ROOT + "ui..").and()
            .haveNameNotMatching(".*\\.StatusSwitch(\\$.*)?").should().callMethodWhere(WRITES_AT_ONCE)
            .because("the pause/resume switch is the one exception");

    @ArchTest
    static final ArchRule ONLY_THE_REVIEW_PUBLISHES = noClasses().that().resideInAPackage(ROOT + "ui..").and()
            .haveNameNotMatching(".*\\.ReviewPane(\\$.*)?").should()
            .callMethodWhere(DescribedPredicate.describe("publish",
                    call -> call.getTargetOwner().isAssignableTo(PublishService.class)
                            && call.getTarget().getName().equals("publish")))
            .because("nothing is published that was not shown before");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("com.bizosaas.adsdesk.(*)..").should().beFreeOfCycles()
            .because("a cycle makes two packages one that nobody can read alone");
}
