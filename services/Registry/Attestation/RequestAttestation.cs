using System.Text.Json.Serialization;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Organisations;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Attestation;

/// <summary>A secretariat asks one of its members, or an administrator anyone, to confirm its entries within 30 days.</summary>
public static class RequestAttestation
{
    const int MaxReason = 500;

    public record Command : IRequest<View?>
    {
        [JsonIgnore]
        public Guid OrganisationId { get; init; }

        /// <summary>Such as what a drill found.</summary>
        public string? Reason { get; init; }
    }

    public record View(string Reason, string Note, DateTimeOffset OpenedAt, DateTimeOffset Due);

    public class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(MaxReason).Plain();
    }

    public static void Map(IEndpointRouteBuilder organisations) => organisations
        .MapPost("/{id:guid}/attestation/request", async Task<Results<Ok<View>, NotFound>> (Guid id, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { OrganisationId = id }, ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(RegistryDb db, AttestationAsking asking, Caller caller) : IRequestHandler<Command, View?>
    {
        public async Task<View?> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.OneWriterAtATime(cancellationToken);
            if (await db.ManagedBy(caller).AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.OrganisationId, cancellationToken) is not { } organisation) return null;
            if (!organisation.Active) throw new RuleViolation("組織は無効です。", "The organisation is not active.");
            if (await asking.Ask([organisation.Id], request.Reason!.Trim(), caller.Subject, cancellationToken) is not [var task])
            {
                throw new RuleViolation("登録内容の確認は既に依頼されています。", "It has been asked already to confirm its entries.");
            }

            return new(task.Reason, task.Note!, task.OpenedAt, task.Due);
        }
    }
}
