using Ceptoar.Contracts.Registry;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Anonymisation.Members;

/// <summary>Keeps what identifies an organisation, sealed as it came. Hearing it twice, or an older one late, changes nothing.</summary>
public class KeepIdentifyingStringsConsumer(AnonymisationDb db) : IConsumer<IdentifyingStringsChanged>
{
    public Task Consume(ConsumeContext<IdentifyingStringsChanged> context)
    {
        var heard = context.Message;
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into kept_identifying_strings (organisation_id, version, sealed) values ({heard.OrganisationId}, {heard.Version}, {heard.Strings.Sealed})
            on conflict (organisation_id) do update set version = excluded.version, sealed = excluded.sealed
            where kept_identifying_strings.version < excluded.version
            """, context.CancellationToken);
    }
}
