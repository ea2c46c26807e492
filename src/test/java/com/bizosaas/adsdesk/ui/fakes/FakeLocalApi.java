package com.bizosaas.adsdesk.ui.fakes;

import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.ApiKey;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.service.LocalApiService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

public final class FakeLocalApi implements LocalApiService {

    public Wanted wanted = new Wanted(false, 0);
    public final List<ApiKey> list = new ArrayList<>(
            List.of(new ApiKey(ApiKey.OWN, "Key file", Role.PUBLISHER, Set.of(), Samples.NOW)));
    public Status status = Status.OFF;
    public final List<String> calls = new ArrayList<>();

    @Override
    public Status status() {
        return status;
    }

    @Override
    public void report(Status told) {
        status = told;
    }

    @Override
    public void whenEnding(Runnable stop) {
        calls.add("whenEnding");
    }

    @Override
    public Wanted wanted() {
        return wanted;
    }

    @Override
    public void save(Wanted changed) {
        wanted = changed;
    }

    @Override
    public Path keyFile() {
        return Path.of("/data/ads-desk/api-key");
    }

    @Override
    public void ownKey() {
        calls.add("own");
    }

    @Override
    public List<ApiKey> keys() {
        return List.copyOf(list);
    }

    @Override
    public Issued issue(String name, Role role, Collection<TenantId> tenants) {
        ApiKey made = new ApiKey("k" + list.size(), name, role, Set.copyOf(tenants), Samples.NOW);
        list.add(made);
        return new Issued(made, "secret of " + name);
    }

    @Override
    public Issued rotate(String id) {
        calls.add("rotate " + id);
        return new Issued(list.stream().filter(key -> key.id().equals(id)).findFirst().orElseThrow(), "fresh");
    }

    @Override
    public void revoke(String id) {
        list.removeIf(key -> key.id().equals(id));
    }

    @Override
    public Optional<ApiKey> recognise(String secret) {
        return Optional.empty();
    }
}
