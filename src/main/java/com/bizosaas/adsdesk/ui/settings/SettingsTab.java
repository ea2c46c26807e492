package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.service.DeskEvent;
import com.bizosaas.adsdesk.service.DeskEvents;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.Subscription;
import com.bizosaas.adsdesk.ui.common.DeskAction;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.DeskTab;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Permits;
import com.bizosaas.adsdesk.ui.common.Scope;
import com.bizosaas.adsdesk.ui.common.ScopeModel;
import com.bizosaas.adsdesk.ui.common.TabId;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;

/// Wires the Settings tab: one view per section, three models, and the news that makes them read again.
public final class SettingsTab implements DeskTab {

    private final DeskEvents events;
    private final TaskRunner tasks;
    private final ScopeModel scope;
    private final SettingsViewModel settings;
    private final LimitsViewModel limits;
    private final AuditViewModel audit;
    private final PersonsCard persons;
    private final KeyringRow keyring;
    private final BackupsCard backups;
    private final ApiView api;
    private final LostWrites lost;
    private final AuditView auditView;
    private final ProfileView profile;
    private final SettingsPane pane;
    private final Consumer<TabId> openTab;
    private final ChangeListener<@Nullable Scope> scopeListener;
    private @Nullable Subscription subscription;

    /// @param lockVault locks the desk at once, as Ctrl+L does
    public SettingsTab(DeskContext context, Runnable lockVault) {
        DeskServices services = context.services();
        events = services.events();
        tasks = context.tasks();
        openTab = context.openTab();
        scope = context.scope();
        Locale locale = Locale.getDefault(Locale.Category.FORMAT);
        Times times = new Times(new Formats(locale), Locale.getDefault(), context.clock(), ZoneId.systemDefault());
        settings = new SettingsViewModel(services.settings(), tasks, context.notifier());
        limits = new LimitsViewModel(services, tasks, scope);
        audit = new AuditViewModel(services.audit(), services.tenants(), tasks, context.clock());
        profile = new ProfileView(context, locale);
        scopeListener = (_, _, _) -> {
            limits.reload();
            profile.reload();
        };
        Consumer<String> copy = SettingsTab::copy;
        Permits permits = context.permits();
        SettingRows rows = new SettingRows(settings, permits);
        PassphraseChange passphrase = new PassphraseChange(services.settings(), tasks);
        lost = new LostWrites(services.journal(), services.tenants(), tasks, context.notifier(), context.dialogs(),
                times, permits);
        auditView = new AuditView(audit, new AuditDetail(times, locale, copy, context.notifier()), times, lost,
                context.notifier());
        persons = new PersonsCard(services.persons(), tasks, context.notifier(), context.dialogs());
        keyring = new KeyringRow(services.persons(), tasks, context.notifier(), context.dialogs());
        backups = new BackupsCard(services.backups(), tasks, context.notifier(), context.dialogs(), times, lockVault,
                permits);
        api = new ApiView(services.localApi(), services.tenants(), tasks, context.notifier(), context.dialogs(), copy,
                permits);
        Map<Section, Node> views = new EnumMap<>(Section.class);
        views.put(Section.GENERAL, new GeneralView(rows).view());
        views.put(Section.APP, new AppView(settings, rows, permits).view());
        views.put(Section.SECURITY, new SecurityView(rows, permits,
                () -> new PassphraseDialog(passphrase, context.notifier()).open(context.dialogs()),
                () -> RecoveryDialog.open(services.persons(), tasks, context.dialogs(), context.notifier()), lockVault,
                copy, context.notifier(), keyring.view(), persons.view(), backups.view()).view());
        views.put(Section.SYNC, new SyncView(limits, rows, times, new Formats(locale)).view());
        views.put(Section.API, api.view());
        views.put(Section.PROFILE, profile.view());
        views.put(Section.AUDIT, auditView.view());
        pane = new SettingsPane(settings, views);
    }

    @Override
    public TabId id() {
        return TabId.SETTINGS;
    }

    @Override
    public Node view() {
        return pane;
    }

    @Override
    public List<DeskAction> places() {
        return Arrays.stream(Section.values()).map(section -> DeskAction.of(section.title(), "Settings", section.icon(),
                "", () -> {
                    openTab.accept(TabId.SETTINGS);
                    pane.show(section);
                })).toList();
    }

    @Override
    public void activate() {
        if (subscription == null) {
            subscription = events.subscribe(event -> tasks.onFxThread(() -> heard(event)));
            scope.scopeProperty().addListener(scopeListener);
            refresh();
        }
    }

    @Override
    public void deactivate() {
        if (subscription != null) {
            subscription.end();
            subscription = null;
            scope.scopeProperty().removeListener(scopeListener);
        }
    }

    @Override
    public void refresh() {
        settings.reload();
        limits.reload();
        audit.reload();
        lost.reload();
        profile.reload();
        persons.reload();
        keyring.reload();
        backups.reload();
        api.reload();
    }

    @Override
    public void focusSearch() {
        if (pane.chosen() == Section.AUDIT) {
            auditView.focusSearch();
        } else {
            pane.focusFind();
        }
    }

    private void heard(DeskEvent event) {
        if (subscription == null) {
            return;
        }
        switch (event) {
            case DeskEvent.SettingsChanged _ -> {
                settings.reload();
                limits.reload();
                api.reload();
            }
            case DeskEvent.AuditChanged _ -> audit.reload();
            case DeskEvent.TenantsChanged _ -> {
                audit.reload();
                profile.reload();
            }
            case DeskEvent.JournalChanged _ -> lost.reload();
            case DeskEvent.UsageChanged _,DeskEvent.SyncChanged _,DeskEvent.DataChanged _ -> limits.reload();
            case DeskEvent.PersonsChanged _ -> persons.reload();
            case DeskEvent.BackupsChanged _ -> backups.reload();
            case DeskEvent.ConnectionChanged _,DeskEvent.DraftsChanged _,DeskEvent.CommentsChanged _,DeskEvent.PublishChanged _,DeskEvent.DriftChanged _ -> {
                // others listen to these
            }
        }
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
