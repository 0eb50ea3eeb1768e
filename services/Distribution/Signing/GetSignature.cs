using System.Text;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Signing;

/// <summary>An advisory as it was signed. Saved as a file, the page <c>/verify</c> and <c>make verify-advisory</c> check it without the hub's help.</summary>
public static class GetSignature
{
    public record Query(Guid AdvisoryId) : IRequest<View?>;

    /// <summary>Document: JSON text whose UTF-8 bytes are signed. Signature: 64 bytes (IEEE P1363) in base64. KeyId: one of <c>/.well-known/advisory-keys.json</c>.</summary>
    public record View(int Version, string Document, string Signature, string Algorithm, string KeyId);

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapGet("/{id:guid}/signature", async Task<Results<Ok<View>, NotFound>> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(DistributionDb db, Reading reading, Caller caller) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            await reading.RefuseWithoutHandlingRules(caller.OrganisationId, cancellationToken);
            if (await reading.Shown(request.AdvisoryId, caller, cancellationToken) is not { } advisory) return null;

            // between the two looks a newer version may have come: who may see the one may not see the other for certain
            var signed = await db.Signatures.AsNoTracking().SingleOrDefaultAsync(s => s.AdvisoryId == advisory.Id && s.Version == advisory.Version, cancellationToken);
            return signed is null ? null : new(signed.Version, Encoding.UTF8.GetString(signed.Document), Convert.ToBase64String(signed.Signature), AdvisorySigner.Algorithm, signed.KeyId);
        }
    }
}
