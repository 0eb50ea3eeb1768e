using Ceptoar.Anonymisation.Recognisers;
using Ceptoar.Anonymisation.Teaching;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Registry;
using Ceptoar.Directory;
using Ceptoar.Hosting.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Anonymisation.Members;

/// <summary>The compiled identifying strings of all members, with what reviewers taught; compiled anew when either has changed.</summary>
public sealed class MemberDirectory(AnonymisationDb db, IdentifyingSealer sealer, MemberCache cache)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>The directory, or null where strings of an active organisation are still missing: what is not known cannot be removed.</summary>
    public async Task<IdentifyingDirectory?> Complete(Guid reporter, CancellationToken ct)
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += Pause)
        {
            if (await Now(ct) is { } directory && directory.Find(reporter) is not null) return directory;

            await Task.Delay(Pause, ct); // the organisation's strings travel behind its name
        }

        return null;
    }

    /// <summary>Compiles what is there, if it is complete and has come to rest: changed no more since it was <paramref name="seen"/>.</summary>
    /// <returns>The change up to which it was seen now.</returns>
    internal async Task<long> Prepare(long? seen, CancellationToken ct)
    {
        var change = await db.DirectoryChange(ct);
        if (change == seen) await Of(change, ct);
        return change;
    }

    async Task<IdentifyingDirectory?> Now(CancellationToken ct) => await Of(await db.DirectoryChange(ct), ct);

    async Task<IdentifyingDirectory?> Of(long change, CancellationToken ct)
    {
        if (cache.Held is { } held && held.Change >= change) return held.Directory;
        if (!await IsComplete(ct)) return null;

        // compiling takes seconds of a core: whoever comes meanwhile waits for the one who does it
        await cache.Compiling.WaitAsync(ct);
        try
        {
            if (cache.Held is { } made && made.Change >= change) return made.Directory;

            var directory = await Compile(ct);
            cache.Held = new(change, directory);
            return directory;
        }
        finally
        {
            cache.Compiling.Release();
        }
    }

    /// <summary>Whether the strings of each active organisation are there.</summary>
    Task<bool> IsComplete(CancellationToken ct) =>
        db.Database.SqlQuery<bool>(
            $"""
            select exists (select from directory_organisation) and not exists (
              select from directory_organisation o where o.active and not exists (select from kept_identifying_strings s where s.organisation_id = o.id)) as "Value"
            """).SingleAsync(ct);

    async Task<IdentifyingDirectory> Compile(CancellationToken ct)
    {
        var organisations = await db.Set<DirectoryOrganisation>().AsNoTracking().ToListAsync(ct);
        var strings = await db.IdentifyingStrings.AsNoTracking().ToDictionaryAsync(k => k.OrganisationId, k => k.Sealed, ct);
        var accepted = await db.Terms.AsNoTracking().Where(t => t.AcceptedAt != null).Select(t => t.Sealed).ToListAsync(ct);
        var taught = new TaughtWords([.. accepted.Select(t => sealer.Open<TaughtWord>(new() { Sealed = t }))]);
        return IdentifyingDirectory.Compile(
            organisations.Select(o => new DirectoryMember(
                AsSaid(o), strings.TryGetValue(o.Id, out var text) ? taught.Beside(o.Id, sealer.Open<IdentifyingStrings>(new SealedText { Sealed = text })) : null)),
            taught.Kept);
    }

    static OrganisationChanged AsSaid(DirectoryOrganisation o) => new()
    {
        OrganisationId = o.Id,
        Version = o.Version,
        Name = o.Name,
        Kind = o.Kind,
        Sectors = o.Sectors,
        Ceptoars = o.Ceptoars,
        Region = o.Region,
        Size = o.Size,
        Active = o.Active,
    };
}

/// <summary>The directory a process compiled last.</summary>
public sealed class MemberCache
{
    internal HeldDirectory? Held { get; set; }
    internal SemaphoreSlim Compiling { get; } = new(1);

    internal sealed record HeldDirectory(long Change, IdentifyingDirectory Directory);
}
