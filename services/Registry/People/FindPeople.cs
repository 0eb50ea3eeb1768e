using System.Text;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.People;

/// <summary>
/// Finds people by a part of their name or their organisation's, such as those whom an item of TLP:RED names: all for analysts and approvers of the centre,
/// else those whom the caller may see. It tells ids and names alone.
/// </summary>
public static class FindPeople
{
    const int MinText = 2;
    const int Most = 20;

    public record Query(string Named, Guid? OrganisationId) : IRequest<Page<GetPerson.View>>;

    public class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Named).MaximumLength(Person.MaxName).Must(n => Fold(n).Length >= MinText)
            .WithMessage(_ => Problems.Say($"{MinText} 文字以上 {Person.MaxName} 文字以内で指定してください。", $"Must be {MinText} to {Person.MaxName} characters."));
    }

    public class Handler(RegistryDb db, Caller caller, PeopleSealer sealer) : IRequestHandler<Query, Page<GetPerson.View>>
    {
        public async Task<Page<GetPerson.View>> Handle(Query request, CancellationToken cancellationToken)
        {
            // names are sealed at rest: they are opened here and compared in memory, some microseconds each
            var seen = caller.Is(Role.Analyst) || caller.Is(Role.Approver) ? db.People : db.PeopleVisibleTo(caller);
            var people = await seen.AsNoTracking().Where(p => p.Active && p.RemovedAt == null && (request.OrganisationId == null || p.OrganisationId == request.OrganisationId))
                .Join(db.Organisations.Where(o => o.Active), p => p.OrganisationId, o => o.Id, (p, o) => new { Person = p, o.Name, o.NameEn }).ToListAsync(cancellationToken);

            var named = Fold(request.Named);
            var found =
                from one in people
                let details = one.Person.DetailsOf(sealer)
                where Says(details.Name, named) || Says(details.NameEn, named) || Says(one.Name, named) || Says(one.NameEn, named)
                orderby one.Name, details.Name, one.Person.Number
                select new GetPerson.View(one.Person.Id, one.Person.OrganisationId, details.Name, details.NameEn, null, null, null, [], one.Person.State, one.Person.CreatedAt, null) { OrganisationName = one.Name };
            return Paging.Whole(found.Take(Most));
        }
    }

    static bool Says(string? text, string named) => text is not null && Fold(text).Contains(named, StringComparison.Ordinal);

    /// <summary>Without regard to width, case and spaces.</summary>
    static string Fold(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
}
