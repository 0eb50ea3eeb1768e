using Ceptoar.Directory;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;

namespace Ceptoar.Distribution.Advisories;

/// <summary>Takes an advisory back from exactly those who got it; from then on it shows its reason and no content.</summary>
public static class RecallAdvisory
{
    public record Command(string? Reason) : IRequest<Receipt?>
    {
        internal Guid AdvisoryId { get; init; }
    }

    public record Receipt(Guid Id, string Number, int Version, string State);

    public class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(2_000).Must(c => c?.Contains('\0') != true)
            .WithMessage(_ => Problems.Say("撤回の理由を 2000 字以内で記入してください。", "Give the reason in at most 2000 characters."));
    }

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapPost("/{id:guid}/recall", async Task<IResult> (Guid id, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { AdvisoryId = id }, ct) is { } receipt ? TypedResults.Ok(receipt) : TypedResults.NotFound());

    public class Handler(Reading reading, Issuing issuing, DirectoryReader directory, Caller caller) : IRequestHandler<Command, Receipt?>
    {
        public async Task<Receipt?> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await reading.Find(request.AdvisoryId, caller.OrganisationId, cancellationToken) is not { } found) return null;

            if (caller.Is(Role.Secretariat) && !await IsOwn(found.Advisory, cancellationToken))
            {
                throw new RuleViolation("宛先が自らのCEPTOARに限られていない情報提供は、センターが撤回します。", "Its audience is more than your CEPTOAR; the centre recalls it.");
            }

            var advisory = await issuing.Locked(found.Advisory.Id, cancellationToken);
            await issuing.Recall(advisory, request.Reason!, cancellationToken);
            return new(advisory.Id, advisory.Number, advisory.Version, advisory.State);
        }

        async Task<bool> IsOwn(Advisory advisory, CancellationToken ct)
        {
            var groups = (await directory.Now(ct)).Groups;
            return advisory.Audience.All(id => groups.TryGetValue(id, out var group) && group.Kind == "ceptoar" && group.Secretariat == caller.OrganisationId);
        }
    }
}
