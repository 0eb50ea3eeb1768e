using Ceptoar.Directory;
using Ceptoar.Drills.Runs;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using FluentValidation.Results;
using MediatR;

namespace Ceptoar.Drills.Consents;

/// <summary>A secretariat records what its members and those of its second hop told it, and how.</summary>
public static class RecordConsents
{
    const int Most = 2_000;

    public record Command(ConsentInput[]? Consents) : IRequest<View>;

    /// <param name="How">By telephone, by letter: up to 200 characters.</param>
    public record ConsentInput(Guid? OrganisationId, bool? Agreed, string? How);

    public record View(int Recorded);

    public class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Consents).NotEmpty().Must(c => c is null || c.Length <= Most).WithMessage(_ => Problems.Say($"1 件から {Most} 件までとしてください。", $"1 to {Most} of them."));
            RuleForEach(c => c.Consents).NotNull().ChildRules(consent =>
            {
                consent.RuleFor(c => c.OrganisationId).NotNull();
                consent.RuleFor(c => c.Agreed).NotNull();
                consent.RuleFor(c => c.How).NotEmpty().MaximumLength(200).Plain();
            });
        }
    }

    public static void Map(IEndpointRouteBuilder consents) => consents
        .MapPut("/", (Command command, IMediator mediator, CancellationToken ct) => mediator.Send(command, ct));

    public class Handler(ConsentBook book, DirectoryReader directory, Caller caller) : IRequestHandler<Command, View>
    {
        public async Task<View> Handle(Command request, CancellationToken cancellationToken)
        {
            var said = request.Consents!.Select(c => new Said(c.OrganisationId!.Value, c.Agreed!.Value, c.How!)).ToArray();
            var held = await book.Held(said.Select(s => s.OrganisationId), cancellationToken);
            var wrong = Refused(said, held, Own(await directory.Now(cancellationToken))).ToArray();
            if (wrong.Length > 0) throw new ValidationException(wrong);

            await book.Record(said, held, cancellationToken);
            return new(said.Length);
        }

        HashSet<Guid> Own(DirectorySnapshot now) =>
        [
            .. DrillRules.OwnCeptoars(caller, now).Select(code => DrillRules.GroupOf(code, now)).OfType<DirectoryGroup>()
                .SelectMany(group => ParticipantRules.Candidates(group, now)).Select(c => c.Organisation.Id),
        ];

        static IEnumerable<ValidationFailure> Refused(Said[] said, Dictionary<Guid, Consent> held, HashSet<Guid> own)
        {
            var seen = new HashSet<Guid>();
            foreach (var (one, n) in said.Select((s, n) => (s, n)))
            {
                if (!own.Contains(one.OrganisationId))
                {
                    yield return new($"consents[{n}].organisationId", Problems.Say("このセプターの構成員でも二次展開先でもありません。", "It is neither a member of your CEPTOAR nor of its second hop."));
                }
                else if (!seen.Add(one.OrganisationId))
                {
                    yield return new($"consents[{n}].organisationId", Problems.Say("二度挙げられています。", "It is named twice."));
                }
                else if (!ConsentRules.MaySecretariatRecord(held.GetValueOrDefault(one.OrganisationId), one.Agreed))
                {
                    yield return new($"consents[{n}].agreed", Problems.Say("この組織は自ら不参加としています。参加とできるのはその組織のみです。", "The organisation itself said that it takes no part; it alone can change that."));
                }
            }
        }
    }
}
