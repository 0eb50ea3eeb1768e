using Ceptoar.Directory;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ceptoar.Distribution.Advisories;

/// <summary>Takes an advisory back from exactly those who got it; from then on it shows its reason and no content. What a person wrote, its author's organisation takes back, or the centre where it got it.</summary>
public static class RecallAdvisory
{
    public record Command(string? Reason) : IRequest<Receipt?>
    {
        internal Guid AdvisoryId { get; init; }
    }

    public record Receipt(Guid Id, string Number, int Version, string State);

    public class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(2_000).Readable();
    }

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapPost("/{id:guid}/recall", async Task<Results<Ok<Receipt>, NotFound>> (Guid id, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { AdvisoryId = id }, ct) is { } receipt ? TypedResults.Ok(receipt) : TypedResults.NotFound());

    public class Handler(Reading reading, Issuing issuing, DirectoryReader directory, Caller caller) : IRequestHandler<Command, Receipt?>
    {
        public async Task<Receipt?> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await reading.Written(request.AdvisoryId, caller.OrganisationId, cancellationToken) is null && !await IsTheirs(request.AdvisoryId, cancellationToken)) return null;

            var advisory = await issuing.Locked(request.AdvisoryId, cancellationToken);
            await issuing.Recall(advisory, request.Reason!, cancellationToken);
            return new(advisory.Id, advisory.Number, advisory.Version, advisory.State);
        }

        /// <summary>Whether the caller, who did not write it, takes it back all the same: the centre what it got, a secretariat what was made from reports for its own CEPTOAR.</summary>
        /// <exception cref="RuleViolation">It sees the advisory, but others take it back.</exception>
        async Task<bool> IsTheirs(Guid advisoryId, CancellationToken ct)
        {
            var ofTheCentre = caller.Is(Role.Analyst) || caller.Is(Role.Approver);
            if (!ofTheCentre && !caller.Is(Role.Secretariat)) return false;
            if (await reading.Find(advisoryId, caller.OrganisationId, ct) is not { } found) return false;
            if (ofTheCentre) return true;
            if (found.Advisory.Author is not null) throw new RuleViolation("発信元の組織またはセンターが撤回します。", "The organisation that wrote it or the centre recalls it.");

            var groups = (await directory.Now(ct)).Groups;
            return found.Advisory.Audience.All(id => groups.TryGetValue(id, out var group) && group.Kind == "ceptoar" && group.Secretariat == caller.OrganisationId)
                ? true
                : throw new RuleViolation("宛先が自らのCEPTOARに限られていない情報提供は、センターが撤回します。", "Its audience is more than your CEPTOAR; the centre recalls it.");
        }
    }
}
