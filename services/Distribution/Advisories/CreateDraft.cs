using Ceptoar.Directory;
using Ceptoar.Distribution.Audiences;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;

namespace Ceptoar.Distribution.Advisories;

/// <summary>The centre, a liaison or a secretariat begins to write an advisory; its own organisation alone sees it until it is released.</summary>
public static class CreateDraft
{
    public record Command : DraftInput, IRequest<GetDraft.View>;

    public class Validator : AbstractValidator<Command>
    {
        public Validator(DirectoryReader directory, Caller caller, TimeProvider clock) => Include(new DraftInputValidator(directory, caller, clock));
    }

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapPost("/", async (Command command, IMediator mediator, CancellationToken ct) =>
        {
            var draft = await mediator.Send(command, ct);
            return TypedResults.Created($"/api/advisories/{draft.Id}", draft);
        });

    public class Handler(DistributionDb db, DefaultAudience usual, Caller caller, TimeProvider clock) : IRequestHandler<Command, GetDraft.View>
    {
        public async Task<GetDraft.View> Handle(Command request, CancellationToken cancellationToken)
        {
            var draft = new Draft { Id = Guid.NewGuid(), Author = caller.OrganisationId };
            draft.Write(request, request.Audience ?? await usual.Of(request.Sector, cancellationToken), caller.Subject, clock.GetUtcNow());
            db.Drafts.Add(draft);
            db.Audit(AuditActions.AdvisoryDrafted, $"advisory/{draft.Id}", $"template={draft.Content.Kind} tlp={Contracts.TlpLabels.Label(draft.Tlp)}");
            await db.SaveChangesAsync(cancellationToken);
            return GetDraft.View.Of(draft);
        }
    }
}
