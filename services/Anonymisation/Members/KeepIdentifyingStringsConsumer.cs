using Ceptoar.Contracts.Registry;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Anonymisation.Members;

/// <summary>Keeps what identifies an organisation, sealed as it came. Hearing it twice, or an older one late, changes nothing.</summary>
public class KeepIdentifyingStringsConsumer(AnonymisationDb db) : IConsumer<IdentifyingStringsChanged>
{
    public Task Consume(ConsumeContext<IdentifyingStringsChanged> context) => db.Keep([context.Message], context.CancellationToken);
}

/// <inheritdoc cref="KeepIdentifyingStringsConsumer"/>
public class KeepIdentifyingStringsPageConsumer(AnonymisationDb db) : IConsumer<IdentifyingStringsPage>
{
    public Task Consume(ConsumeContext<IdentifyingStringsPage> context) => db.Keep(context.Message.Strings, context.CancellationToken);
}

static class IdentifyingStringsKept
{
    public static Task Keep(this AnonymisationDb db, IdentifyingStringsChanged[] heard, CancellationToken ct)
    {
        // in one order everywhere, or two pages could wait for each other; of one organisation the newest, for a statement sets a row once
        var newest = heard.GroupBy(h => h.OrganisationId).Select(g => g.MaxBy(h => h.Version)!).OrderBy(h => h.OrganisationId).ToArray();
        var (ids, versions, texts) = (newest.Select(h => h.OrganisationId).ToArray(), newest.Select(h => h.Version).ToArray(), newest.Select(h => h.Strings.Sealed).ToArray());
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into kept_identifying_strings (organisation_id, version, sealed) select * from unnest({ids}, {versions}, {texts})
            on conflict (organisation_id) do update set version = excluded.version, sealed = excluded.sealed
            where kept_identifying_strings.version < excluded.version
            """, ct);
    }
}
