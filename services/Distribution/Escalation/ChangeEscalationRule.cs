using Ceptoar.Directory;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Escalation;

/// <summary>A secretariat says how fast its CEPTOAR's silent members are reached, and how many of an organisation have to confirm; the centre of any. It holds from the next step on.</summary>
public static class ChangeEscalationRule
{
    /// <param name="UrgentMinutes">How long a step waits for an answer where it is urgent: 1 to 1440, at most <c>NormalMinutes</c>.</param>
    /// <param name="NormalMinutes">How long otherwise: 1 to 1440.</param>
    /// <param name="Responses">1 to 3.</param>
    public record Command(int? UrgentMinutes, int? NormalMinutes, int? Responses) : IRequest<ListEscalationRules.View?>
    {
        internal string Ceptoar { get; init; } = "";
    }

    public class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.UrgentMinutes).NotNull().InclusiveBetween(1, EscalationRule.MostMinutes).WithMessage(_ => Between(EscalationRule.MostMinutes));
            RuleFor(c => c.NormalMinutes).NotNull().InclusiveBetween(1, EscalationRule.MostMinutes).WithMessage(_ => Between(EscalationRule.MostMinutes));
            RuleFor(c => c.UrgentMinutes).LessThanOrEqualTo(c => c.NormalMinutes).When(c => c.UrgentMinutes is not null && c.NormalMinutes is not null)
                .WithMessage(_ => Problems.Say("通常の待ち時間以下としてください。", "Must not be longer than the normal wait."));
            RuleFor(c => c.Responses).NotNull().InclusiveBetween(1, EscalationRule.MostResponses).WithMessage(_ => Between(EscalationRule.MostResponses));
        }

        static string Between(int most) => Problems.Say($"1 から {most} の間としてください。", $"Must be between 1 and {most}.");
    }

    public static void Map(IEndpointRouteBuilder rules) => rules
        .MapPut("/{ceptoar}", async Task<Results<Ok<ListEscalationRules.View>, NotFound>> (string ceptoar, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { Ceptoar = ceptoar }, ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(DistributionDb db, DirectoryReader directory, Caller caller, TimeProvider clock) : IRequestHandler<Command, ListEscalationRules.View?>
    {
        public async Task<ListEscalationRules.View?> Handle(Command request, CancellationToken cancellationToken)
        {
            var group = (await directory.Now(cancellationToken)).Groups.Values.FirstOrDefault(g => g.Kind == "ceptoar" && g.Members.Ceptoars.Contains(request.Ceptoar));
            if (group is null || !(caller.Is(Role.Analyst) || group.Secretariat == caller.OrganisationId)) return null;

            await db.Database.ExecuteSqlAsync($"insert into escalation_rule (ceptoar, urgent_minutes, normal_minutes, responses) values ({request.Ceptoar}, 0, 0, 0) on conflict do nothing", cancellationToken);
            var rule = await db.EscalationRules.SingleAsync(r => r.Ceptoar == request.Ceptoar, cancellationToken);
            (rule.UrgentMinutes, rule.NormalMinutes, rule.Responses, rule.ChangedAt) = (request.UrgentMinutes!.Value, request.NormalMinutes!.Value, request.Responses!.Value, clock.GetUtcNow());
            db.Audit(AuditActions.EscalationRuleChanged, $"escalationRule/{rule.Ceptoar}", $"urgent={rule.UrgentMinutes} normal={rule.NormalMinutes} responses={rule.Responses}");
            await db.SaveChangesAsync(cancellationToken);
            return ListEscalationRules.View.Of(rule);
        }
    }
}
