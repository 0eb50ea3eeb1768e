using System.Globalization;
using Ceptoar.Hosting.Audit;
using MediatR;

namespace Ceptoar.Registry.Audit;

/// <summary>The auditor, or the command <c>verify</c>, has the chain of the trail checked; that it was is recorded.</summary>
public static class VerifyAudit
{
    public record Query : IRequest<AuditVerification.Result>;

    public static void Map(IEndpointRouteBuilder audit) => audit
        .MapGet("/verification", (IMediator mediator, CancellationToken ct) => mediator.Send(new Query(), ct));

    public class Handler(RegistryDb db, AuditVerification verification) : IRequestHandler<Query, AuditVerification.Result>
    {
        public async Task<AuditVerification.Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var result = await verification.Run(cancellationToken);
            await db.AuditNow(AuditActions.AuditVerified, detail: result.FirstFault is { } fault ? $"block={fault.Block} fault={fault.What}" : $"blocks={result.Blocks}");
            return result;
        }
    }

    /// <returns>Whether the chain is intact.</returns>
    public static async Task<bool> Print(IServiceProvider services, TextWriter output)
    {
        await using var scope = services.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new Query());
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"audit trail: {result.Blocks} blocks, {result.Entries} entries, {result.PastRetention} blocks past retention, {result.Waiting} entries not yet sealed"));
        await output.WriteLineAsync(result.FirstFault is { } fault
            ? string.Create(CultureInfo.InvariantCulture, $"FAULT: block {fault.Block}{(fault.Entry is { } entry ? $", entry {entry}" : "")}: {fault.What}")
            : $"intact, head {result.Head ?? "none"}");
        return result.Intact;
    }
}
