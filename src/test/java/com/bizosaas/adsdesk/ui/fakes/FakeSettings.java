package com.bizosaas.adsdesk.ui.fakes;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import com.bizosaas.adsdesk.service.SavedView;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.DeskException;
import com.bizosaas.adsdesk.service.DeskSettings;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.SettingsService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

public final class FakeSettings implements SettingsService {

    public DeskSettings current = Samples.settings();
    public final List<DeskSettings> saved = new ArrayList<>();
    public Set<String> fixed = Set.of();
    public boolean secret = true;
    public String lastSecret = "";
    public String passphrase = "correct horse battery staple";
    public @Nullable Problem refusal;

    @Override
    public DeskSettings settings() {
        return current;
    }

    @Override
    public void save(DeskSettings changed) {
        if (refusal != null) {
            throw new DeskException(refusal);
        }
        current = changed;
        saved.add(changed);
    }

    @Override
    public Set<String> fixedFromOutside() {
        return fixed;
    }

    @Override
    public boolean hasAppSecret() {
        return secret;
    }

    @Override
    public void setAppSecret(char[] fresh) {
        if (refusal != null) {
            throw new DeskException(refusal);
        }
        lastSecret = new String(fresh);
        secret = true;
        Arrays.fill(fresh, '\0');
    }

    @Override
    public String graphUrl() {
        return "https://graph.facebook.com";
    }

    @Override
    public String dialogUrl() {
        return "https://www.facebook.com";
    }

    @Override
    public String dataFolder() {
        return "/home/ines/.local/share/ads-desk";
    }

    @Override
    public void changePassphrase(char[] old, char[] fresh) {
        if (!passphrase.equals(new String(old))) {
            throw new DeskException(Problem.invalid("old", "That is not the present passphrase", "Type it again."));
        }
        passphrase = new String(fresh);
        Arrays.fill(old, '\0');
        Arrays.fill(fresh, '\0');
    }

    public final Map<String, List<SavedView>> views = new HashMap<>();
    public final Map<Path, List<SavedView>> files = new HashMap<>();

    @Override
    public void writeViews(List<SavedView> written, Path file) {
        files.put(file, List.copyOf(written));
    }

    @Override
    public List<SavedView> readViews(Path file) {
        return files.getOrDefault(file, List.of());
    }

    @Override
    public List<SavedView> views(@Nullable TenantId tenant) {
        return views.getOrDefault(tenant == null ? "" : tenant.value(), List.of());
    }

    @Override
    public void saveViews(@Nullable TenantId tenant, List<SavedView> changed) {
        views.put(tenant == null ? "" : tenant.value(), changed);
    }
}
