using Ceptoar.Distribution.Advisories;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Channels;

/// <summary>Switches a channel off, for an outage or an exercise, or on again. What is planned for one that is off goes over to the next at once; calling again changes nothing.</summary>
public static class SwitchChannel
{
    public record Command(bool? On, string? Reason) : IRequest<View?>
    {
        internal string Channel { get; init; } = "";
    }

    /// <summary><c>Since</c> and <c>Reason</c> are of the newest switching; null where it never was switched.</summary>
    public record View(string Channel, bool On, string? Reason, DateTimeOffset? Since);

    public class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.On).NotNull();
            RuleFor(c => c.Reason).NotEmpty().MaximumLength(2_000).Readable();
        }
    }

    public static void Map(IEndpointRouteBuilder channels) => channels
        .MapPut("/{channel}", async Task<Results<Ok<View>, NotFound>> (string channel, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { Channel = channel }, ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(DistributionDb db, ChannelSwitches switches, TimeProvider clock) : IRequestHandler<Command, View?>
    {
        public async Task<View?> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!ChannelSwitch.Channels.Contains(request.Channel)) return null;
            if (request is { Channel: ChannelSwitch.Hub, On: false }) throw new RuleViolation("ハブ自体は停止できません。", "The hub itself cannot be switched off.");

            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('channel ' || {request.Channel}, 0))", cancellationToken);
            var last = (await switches.Newest(cancellationToken)).GetValueOrDefault(request.Channel);
            if ((last?.IsOn ?? true) != request.On)
            {
                last = new() { Channel = request.Channel, IsOn = request.On!.Value, Reason = request.Reason!, At = clock.GetUtcNow() };
                db.ChannelSwitches.Add(last);
                db.Audit(AuditActions.ChannelSwitched, $"channel/{request.Channel}", $"on={(last.IsOn ? "true" : "false")}");
                await db.SaveChangesAsync(cancellationToken);
            }

            return new(request.Channel, request.On!.Value, last?.Reason, last?.At);
        }
    }
}
