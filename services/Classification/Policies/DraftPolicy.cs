using Ceptoar.Directory;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Classification.Policies;

/// <summary>An owner writes the next version of its policy. It holds once a second person of the owner approved it, and the centre too where it relaxes the national default.</summary>
public static class DraftPolicy
{
    public record Command : PolicyDetails, IRequest<PolicyView?>;

    public class Validator : AbstractValidator<Command>
    {
        public Validator(PolicyReader policies, TimeProvider clock) => Include(new PolicyDetailsValidator(policies, clock));
    }

    public static void Map(IEndpointRouteBuilder policies) => policies
        .MapPost("/{scope}/versions", async Task<Results<Created<PolicyView>, NotFound>> (string scope, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { Scope = scope }, ct) is { } view ? TypedResults.Created($"/api/policies/{scope}", view) : TypedResults.NotFound());

    public class Handler(ClassificationDb db, PolicyReader reader, DirectoryReader directory, Caller caller, TimeProvider clock) : IRequestHandler<Command, PolicyView?>
    {
        public async Task<PolicyView?> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!PolicyScope.Keeps(caller, request.Scope, await directory.Now(cancellationToken))) return null;

            await db.LockPolicies(cancellationToken);
            var last = await db.Policies.Where(p => p.Scope == request.Scope).MaxAsync(p => (int?)p.Number, cancellationToken) ?? (request.Scope == PolicyScope.National ? 1 : 0);
            var version = request.ToVersion(last + 1, await db.NextRevision(cancellationToken), (await reader.Now(cancellationToken)).National.Rules, caller, clock.GetUtcNow());
            db.Policies.Add(version);
            db.Audit(AuditActions.PolicyDrafted, $"policy/{version.Scope}/{version.Number}");
            await db.SaveChangesAsync(cancellationToken);
            return PolicyView.Of(version, await reader.Now(cancellationToken));
        }
    }

    internal static PolicyVersion ToVersion(this PolicyDetails details, int number, long revision, IReadOnlyList<PolicyRule> national, Caller caller, DateTimeOffset now) => new()
    {
        Scope = details.Scope,
        Number = number,
        Format = PolicyVersion.CurrentFormat,
        Revision = revision,
        Owner = caller.OrganisationId,
        State = PolicyVersion.Draft,
        EffectiveFrom = details.EffectiveFrom?.ToUniversalTime(),
        Rules = [.. details.Rules!.Select(r => r.ToRule())],
        Relaxed = [.. (details.Relaxed ?? []).Select(r => new Relaxation { Rule = r.Rule!, From = national.Single(n => n.Id == r.Rule).Tlp, Tlp = r.Tlp!.Value })],
        Note = details.Note!,
        DraftedBy = caller.Subject,
        DraftedAt = now,
    };
}
