package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Proposal;
import com.bizosaas.adsdesk.draft.SheetImport.Sheet;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Drafts, and what a table shows, as files for a spreadsheet: CSV, or XLSX where the name ends so. Each begins with the
/// account, its zone and currency, the attribution and the time of the figures. Nothing in a file is run as a formula.
@Needs(Role.EDITOR)
public interface SheetService {

    /// Writes an account's drafts to a new file.
    ///
    /// @param selected null for all
    /// @throws DeskException if nothing is drafted, or the file is there already or cannot be written
    @Needs(Role.VIEWER)
    void exportDrafts(TenantId tenant, AdAccountId account, @Nullable Set<DraftKey> selected, Path file);

    /// An account of which rows are in a table, with its tenant.
    record Source(Tenant tenant, AdAccount account) {
    }

    /// What a table shows: its rows in its order, its columns and no others.
    ///
    /// @param sources whose rows these are; of several, each row has to name its own
    /// @param days as the table names them
    /// @param attribution as the table names it
    /// @param rows cells are texts or numbers
    record Shown(List<Source> sources, String title, String days, String attribution, List<String> columns,
            List<? extends List<?>> rows) {

        public Shown {
            sources = List.copyOf(sources);
        }
    }

    /// Writes what a table shows to a new file.
    ///
    /// @throws DeskException if the file is there already or cannot be written
    @Needs(Role.VIEWER)
    void exportTable(Shown shown, Path file);

    /// Writes an empty sheet with the columns for new objects to a new file.
    ///
    /// @throws DeskException if the file is there already or cannot be written
    @Needs(Role.VIEWER)
    void exportEmpty(TenantId tenant, AdAccountId account, Path file);

    /// Reads proposals from a file; nothing is drafted yet. Each tells what it is beside what is there.
    ///
    /// @throws DeskException if the file cannot be read, lacks a column, or is of another account or client
    @Needs(Role.VIEWER)
    Sheet read(TenantId tenant, AdAccountId account, Path file);

    /// The same of cells that were copied in a spreadsheet, the line of heads included.
    @Needs(Role.VIEWER)
    Sheet readCells(TenantId tenant, AdAccountId account, String cells);

    /// Drafts the accepted ones, one step each for what is new, changed and deleted; those not given are left out. New
    /// objects are drafted as far as they are new still: what was drafted since the sheet was read is not made twice.
    ///
    /// @throws DeskException naming the first that cannot be drafted
    void accept(TenantId tenant, Collection<Proposal> proposals);
}
