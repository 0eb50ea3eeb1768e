using Ceptoar.Contracts;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ceptoar.Distribution.Advisories;

/// <summary>
/// A new version of an advisory that is out, for exactly those who got it and still may see it. It goes out at once, or when a second
/// person lets it out (<c>…/release</c>); until then the earlier version stands.
/// </summary>
public static class CorrectAdvisory
{
    public record Command : ContentInput, IRequest<ReleaseAdvisory.Receipt?>
    {
        /// <summary>The revision of the draft that was read.</summary>
        public int? Revision { get; init; }

        /// <summary>A stricter label; the one it has where it is not given.</summary>
        public Tlp? Tlp { get; init; }

        internal Guid AdvisoryId { get; init; }
    }

    public class Validator : AbstractValidator<Command>
    {
        public Validator(TimeProvider clock)
        {
            Include(new ContentInputValidator(clock));
            RuleFor(c => c.Revision).NotNull();
            // it goes out at once
            RuleFor(c => c).Custom((command, context) =>
            {
                if (Template.Find(command.Template) is null) return;
                foreach (var field in MissingFields.Of(command.ToContent())) context.AddFailure(field, MissingFields.Message(field));
            });
        }
    }

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapPost("/{id:guid}/versions", async Task<Results<Ok<ReleaseAdvisory.Receipt>, NotFound>> (Guid id, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { AdvisoryId = id }, ct) is { } receipt ? TypedResults.Ok(receipt) : TypedResults.NotFound());

    public class Handler(Authoring authoring, Reading reading, Caller caller, TimeProvider clock) : IRequestHandler<Command, ReleaseAdvisory.Receipt?>
    {
        public async Task<ReleaseAdvisory.Receipt?> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await authoring.Own(request.AdvisoryId, cancellationToken) is not { } draft) return null;
            if (await reading.Written(draft.Id, draft.Author, cancellationToken) is not { } advisory)
            {
                throw new RuleViolation("まだ提供されていません。案を変更してください。", "It is not out yet; change the draft.");
            }

            draft.RefuseUnless(request.Revision!.Value);
            if (advisory.State == Advisory.Recalled) throw new RuleViolation("撤回された情報提供は訂正できません。", "A recalled advisory cannot be corrected.");

            Refuse(request, advisory);
            draft.Correct(request, request.Tlp ?? advisory.Tlp, caller.Subject, clock.GetUtcNow());
            await authoring.Release(draft, cancellationToken);
            return await ReleaseAdvisory.ReceiptOf(draft, reading, cancellationToken);
        }

        static void Refuse(Command request, Advisory advisory)
        {
            if (request.Template != advisory.Content.Kind) throw Invalid("template", "種別は変えられません。", "The template stays as it is.");
            if (request.Tlp < advisory.Tlp) throw Invalid("tlp", "ラベルを緩めることはできません。", "The label cannot be less strict than it is.");
            if (request.Tlp == Tlp.Red && advisory.Tlp != Tlp.Red) throw Invalid("tlp", "TLP:RED とする場合は撤回してください。", "To make it TLP:RED, recall it.");
        }

        static ValidationException Invalid(string field, string ja, string en) => new([new(field, Problems.Say(ja, en))]);
    }
}
