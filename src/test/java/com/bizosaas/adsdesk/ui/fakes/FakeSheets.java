package com.bizosaas.adsdesk.ui.fakes;

import com.bizosaas.adsdesk.draft.Proposal;
import com.bizosaas.adsdesk.draft.SheetImport;
import com.bizosaas.adsdesk.service.SheetService;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sheets that are never written; a file holds the proposals that were put here.
public final class FakeSheets {

    public final List<String> calls = new ArrayList<>();
    public List<Proposal> proposals = List.of();
    /// What reading is answered with, null for the proposals.
    public @Nullable RuntimeException refusal;
    public List<String> notes = List.of();
    public final List<Proposal> accepted = new ArrayList<>();

    @SuppressWarnings("unchecked")
    public SheetService service() {
        return (SheetService) Proxy.newProxyInstance(SheetService.class.getClassLoader(), new Class<?>[]{
                SheetService.class}, (proxy, method, arguments) -> {
                    calls.add(method.getName());
                    if (method.getName().equals("accept")) {
                        accepted.addAll((Collection<Proposal>) arguments[1]);
                    }
                    RuntimeException refused = refusal;
                    if (refused != null && method.getName().startsWith("read")) {
                        throw refused;
                    }
                    return switch (method.getName()) {
                        case "read", "readCells" -> new SheetImport.Sheet(proposals, notes);
                        case "hashCode" -> System.identityHashCode(proxy);
                        case "equals" -> proxy == arguments[0];
                        case "toString" -> "FakeSheets";
                        default -> null;
                    };
                });
    }
}
