using System.Globalization;
using System.Text.Json.Serialization;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Handling;

/// <summary>
/// An organisation accepts the handling rules, by its manager; where it has none that can sign in, by anyone who is signed in for it.
/// An administrator enters what was accepted on paper. Said again, it changes nothing.
/// </summary>
public static class AcceptHandlingRules
{
    public record Command : IRequest<bool>
    {
        [JsonIgnore]
        public Guid OrganisationId { get; init; }
        public int? Version { get; init; }
    }

    public class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Version).NotNull().Must(v => v is null || v == HandlingRulesTable.Current.Version)
            .WithMessage(_ => Problems.Say("承諾できるのは現行の版です: ", "Must be the version in force: ") + HandlingRulesTable.Current.Version);
    }

    public static void Map(IEndpointRouteBuilder organisations) => organisations
        .MapPost("/{id:guid}/handling-rules", async Task<Results<NoContent, NotFound>> (Guid id, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { OrganisationId = id }, ct) ? TypedResults.NoContent() : TypedResults.NotFound());

    public class Handler(RegistryDb db, Caller caller, TimeProvider clock) : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command request, CancellationToken cancellationToken)
        {
            var (own, all) = (caller.OrganisationId, caller.Is(Role.Administrator));
            await db.OneWriterAtATime(cancellationToken);
            var organisation = await db.Organisations.SingleOrDefaultAsync(o => o.Id == request.OrganisationId && (all || o.Id == own), cancellationToken);
            if (organisation is null) return false;

            if (!all && !caller.Is(Role.Manager) && await HasManager(organisation.Id, cancellationToken))
            {
                throw new RuleViolation("取扱いルールは組織の管理担当者が承諾します。", "The organisation's manager accepts the handling rules.");
            }

            var version = request.Version!.Value;
            if (organisation.HandlingRulesVersion == version) return true;

            organisation.AcceptHandlingRules(version);
            db.Add(new HandlingRulesAcceptance { OrganisationId = organisation.Id, Version = version, AcceptedBy = caller.Subject, AcceptedAt = clock.GetUtcNow() });
            db.Publish(organisation.Changed());
            db.Audit(AuditActions.HandlingRulesAccepted, $"organisation/{organisation.Id}", string.Create(CultureInfo.InvariantCulture, $"version={version}"));
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }

        Task<bool> HasManager(Guid organisation, CancellationToken ct) =>
            db.People.AnyAsync(p => p.OrganisationId == organisation && p.Active && p.TwoFactorEnabled && p.Roles.Contains(Role.Manager), ct);
    }
}
