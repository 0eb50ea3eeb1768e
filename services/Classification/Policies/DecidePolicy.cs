using Ceptoar.Directory;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Classification.Policies;

/// <summary>A second person of the owner approves or rejects a draft; an approver of the centre decides about one that relaxes the national default.</summary>
public static class DecidePolicy
{
    static readonly string[] Decisions = ["approve", "reject"];

    public record Command(string? Decision) : IRequest<PolicyView?>
    {
        internal string Scope { get; init; } = "";
        internal int Number { get; init; }
    }

    public class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Decision).NotNull().OneOf(Decisions);
    }

    public static void Map(IEndpointRouteBuilder policies) => policies
        .MapPost("/{scope}/versions/{number:int}/decision", async Task<Results<Ok<PolicyView>, NotFound>> (string scope, int number, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { Scope = scope, Number = number }, ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(ClassificationDb db, PolicyReader reader, DirectoryReader directory, Caller caller, TimeProvider clock) : IRequestHandler<Command, PolicyView?>
    {
        public async Task<PolicyView?> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.LockPolicies(cancellationToken);
            var version = await db.Policies.SingleOrDefaultAsync(p => p.Scope == request.Scope && p.Number == request.Number, cancellationToken);
            var asCentre = version is { State: PolicyVersion.AwaitingCentre } && caller.Is(Role.Approver);
            if (version is null || (!asCentre && !PolicyScope.Keeps(caller, request.Scope, await directory.Now(cancellationToken)))) return null;

            if (request.Decision == "approve" && version.Scope == PolicyScope.National && !caller.Is(Role.Approver)) throw new RuleViolation("全国の既定はセンターの承認者が承認します。", "The national default is approved by an approver of the centre.");

            if (request.Decision == "reject") version.Reject();
            else if (asCentre) version.SignOff(caller.Subject, clock.GetUtcNow());
            else version.Approve(caller.Subject, clock.GetUtcNow());

            version.Revision = await db.NextRevision(cancellationToken);
            db.Audit(request.Decision == "reject" ? AuditActions.PolicyRejected : AuditActions.PolicyApproved, $"policy/{version.Scope}/{version.Number}", $"state={version.State}");
            await db.SaveChangesAsync(cancellationToken);
            return PolicyView.Of(version, await reader.Now(cancellationToken));
        }
    }
}
