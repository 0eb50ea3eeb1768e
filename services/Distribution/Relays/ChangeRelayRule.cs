using Ceptoar.Directory;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Relays;

/// <summary>A secretariat says how its CEPTOAR's hops are relayed; a liaison, how that from its ministry to the secretariat is; the centre any. It holds at once, also for what waits.</summary>
public static class ChangeRelayRule
{
    /// <summary><c>AfterMinutes</c>: of a timed one, from 1 to 1440.</summary>
    public record Command(string? Mode, int? AfterMinutes) : IRequest<ListRelayRules.View?>
    {
        internal string Ceptoar { get; init; } = "";
        internal string Hop { get; init; } = "";
    }

    public class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Mode).NotEmpty().OneOf(RelayRule.Modes);
            RuleFor(c => c.AfterMinutes).NotNull().InclusiveBetween(1, 1440).When(c => c.Mode == RelayRule.Timed)
                .WithMessage(_ => Problems.Say("1 から 1440 の間としてください。", "Must be between 1 and 1440."));
            RuleFor(c => c.AfterMinutes).Null().When(c => c.Mode is RelayRule.Manual or RelayRule.Automatic)
                .WithMessage(_ => Problems.Say("timed の場合に限り指定できます。", "Goes with timed only."));
        }
    }

    public static void Map(IEndpointRouteBuilder rules) => rules
        .MapPut("/{ceptoar}/{hop}", async Task<Results<Ok<ListRelayRules.View>, NotFound>> (string ceptoar, string hop, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { Ceptoar = ceptoar, Hop = hop }, ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(DistributionDb db, DirectoryReader directory, Caller caller, TimeProvider clock) : IRequestHandler<Command, ListRelayRules.View?>
    {
        public async Task<ListRelayRules.View?> Handle(Command request, CancellationToken cancellationToken)
        {
            var group = (await directory.Now(cancellationToken)).Groups.Values.FirstOrDefault(g => g.Kind == "ceptoar" && g.Members.Ceptoars.Contains(request.Ceptoar));
            if (group is null || !HopName.Relayed.Contains(request.Hop) || !Keeps(group, request.Hop)) return null;

            await db.Database.ExecuteSqlAsync($"insert into relay_rule (ceptoar, hop, mode, after_minutes) values ({request.Ceptoar}, {request.Hop}, {request.Mode}, 0) on conflict do nothing", cancellationToken);
            var rule = await db.RelayRules.SingleAsync(r => r.Ceptoar == request.Ceptoar && r.Hop == request.Hop, cancellationToken);
            (rule.Mode, rule.AfterMinutes, rule.ChangedAt) = (request.Mode!, request.AfterMinutes ?? 0, clock.GetUtcNow());
            db.Audit(AuditActions.RelayRuleChanged, $"relayRule/{rule.Ceptoar}/{rule.Hop}", $"mode={rule.Mode} minutes={rule.AfterMinutes}");
            await db.SaveChangesAsync(cancellationToken);
            return ListRelayRules.View.Of(rule);
        }

        bool Keeps(DirectoryGroup ceptoar, string hop) =>
            caller.Is(Role.Analyst) || caller.OrganisationId == (hop == HopName.Secretariat ? ceptoar.Ministry : ceptoar.Secretariat);
    }
}
