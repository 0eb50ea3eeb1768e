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

    /// <summary>Compiles what is there unless it is compiled already, or changed since it was <paramref name="seen"/>, or is not complete.</summary>
    /// <returns>What is there.</returns>
    internal async Task<MemberState> Prepare(MemberState? seen, CancellationToken ct)
    {
        var state = await State(ct);
        if (state == seen && state.Complete) await Of(state, ct);
        return state;
    }

    async Task<IdentifyingDirectory?> Now(CancellationToken ct)
    {
        var state = await State(ct);
        return state.Complete ? await Of(state, ct) : null;
    }

    Task<MemberState> State(CancellationToken ct) =>
        db.Database.SqlQuery<MemberState>(
            $"""
            select count(*)::int as "Organisations", coalesce(sum(o.version), 0)::bigint as "Versions", coalesce(sum(s.version), 0)::bigint as "StringVersions",
                   count(*) filter (where o.active and s.organisation_id is null)::int as "Missing",
                   (select count(*)::int from taught_term where accepted_at is not null) as "Taught", (select max(accepted_at) from taught_term) as "LastTaught"
            from directory_organisation o left join kept_identifying_strings s on s.organisation_id = o.id
            """).SingleAsync(ct);

    async Task<IdentifyingDirectory> Of(MemberState state, CancellationToken ct)
    {
        if (cache.Held is { } held && held.State == state) return held.Directory;

        // compiling takes seconds of a core: whoever comes meanwhile waits for the one who does it
        await cache.Compiling.WaitAsync(ct);
        try
        {
            if (cache.Held is { } made && made.State == state) return made.Directory;

            var directory = await Compile(ct);
            cache.Held = new(state, directory);
            return directory;
        }
        finally
        {
            cache.Compiling.Release();
        }
    }

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

    internal sealed record HeldDirectory(MemberState State, IdentifyingDirectory Directory);
}

/// <summary>Tells one state of the members from another.</summary>
public record MemberState(int Organisations, long Versions, long StringVersions, int Missing, int Taught, DateTimeOffset? LastTaught)
{
    /// <summary>Whether the strings of each active organisation are there.</summary>
    public bool Complete => Missing == 0 && Organisations > 0;
}
