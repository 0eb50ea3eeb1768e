using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Relays;

/// <summary>A switching of the mode for a large-scale failure (大規模IT障害); the newest counts (table <c>large_scale_switch</c>).</summary>
public class LargeScaleSwitch
{
    public long Id { get; private set; }
    public required bool IsOn { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>Tells whether large-scale mode is on, and since when.</summary>
public static class GetLargeScaleMode
{
    public record Query : IRequest<View>;

    /// <summary><c>Since</c> and <c>Reason</c> are those of the newest switching; null where it never was on. The reason is for those who hand advisories down or out: it may tell more than the others should know.</summary>
    public record View(bool On, DateTimeOffset? Since, string? Reason);

    public static void Map(IEndpointRouteBuilder mode) => mode.MapGet("/", (IMediator mediator, CancellationToken ct) => mediator.Send(new Query(), ct));

    public class Handler(DistributionDb db, Caller caller) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken) =>
            await db.LargeScaleNow(cancellationToken) is { } now ? new(now.IsOn, now.At, MayKnowWhy() ? now.Reason : null) : new(On: false, Since: null, Reason: null);

        bool MayKnowWhy() => caller.Is(Role.Secretariat) || caller.Is(Role.Liaison) || caller.Is(Role.Analyst) || caller.Is(Role.Approver);
    }

    internal static Task<LargeScaleSwitch?> LargeScaleNow(this DistributionDb db, CancellationToken ct) =>
        db.LargeScale.AsNoTracking().OrderByDescending(s => s.Id).FirstOrDefaultAsync(ct);
}

/// <summary>The centre switches large-scale mode on or off, with a reason. It holds at once for everything that waits to be relayed; off, the CEPTOARs' rules hold again.</summary>
public static class SwitchLargeScaleMode
{
    public record Command(bool? On, string? Reason) : IRequest<GetLargeScaleMode.View>;

    public class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.On).NotNull();
            RuleFor(c => c.Reason).NotEmpty().MaximumLength(2_000).Readable();
        }
    }

    public static void Map(IEndpointRouteBuilder mode) => mode.MapPut("/", (Command command, IMediator mediator, CancellationToken ct) => mediator.Send(command, ct));

    public class Handler(DistributionDb db, TimeProvider clock) : IRequestHandler<Command, GetLargeScaleMode.View>
    {
        public async Task<GetLargeScaleMode.View> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('large-scale mode', 0))", cancellationToken);
            var now = await db.LargeScaleNow(cancellationToken);
            if ((now?.IsOn ?? false) != request.On)
            {
                now = new() { IsOn = request.On!.Value, Reason = request.Reason!, At = clock.GetUtcNow() };
                db.LargeScale.Add(now);
                db.Audit(AuditActions.LargeScaleSwitched, "largeScaleMode", $"on={(now.IsOn ? "true" : "false")}");
                await db.SaveChangesAsync(cancellationToken);
            }

            return new(request.On!.Value, now?.At, now?.Reason);
        }
    }
}
