using System.Text.Json.Serialization;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Organisations;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Contacts;

/// <summary>Tells how a trial of a channel went: reached, notReached, or bounced where mail came back.</summary>
public static class TestChannel
{
    public record Command : IRequest<GetChannels.Plan?>
    {
        [JsonIgnore]
        public Guid OrganisationId { get; init; }
        [JsonIgnore]
        public int Position { get; init; }
        public string? Result { get; init; }
    }

    public class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Result).NotNull().OneOf(OrganisationChannel.TestResults);
    }

    public static void Map(IEndpointRouteBuilder organisations) => organisations
        .MapPost("/{id:guid}/channels/{n:int}/test", async Task<Results<Ok<GetChannels.Plan>, NotFound>> (Guid id, int n, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { OrganisationId = id, Position = n }, ct) is { } plan ? TypedResults.Ok(plan) : TypedResults.NotFound());

    public class Handler(RegistryDb db, Caller caller, IdentifyingSealer sealer, TimeProvider clock) : IRequestHandler<Command, GetChannels.Plan?>
    {
        public async Task<GetChannels.Plan?> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.OneWriterAtATime(cancellationToken);
            if (!await db.KeptBy(caller).AnyAsync(o => o.Id == request.OrganisationId, cancellationToken)) return null;

            var plan = await db.Channels.Where(c => c.OrganisationId == request.OrganisationId).OrderBy(c => c.Position).ToListAsync(cancellationToken);
            if (plan.Find(c => c.Position == request.Position) is not { } channel) return null;

            channel.Tested(request.Result!, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return GetChannels.Of(plan, sealer);
        }
    }
}
