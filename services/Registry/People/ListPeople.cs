using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.People;

/// <summary>
/// The people whom the caller may see: those of the own organisation; its members', for a secretariat; all, for an administrator. Who was removed is not listed.
/// With <c>named</c> the answer is that of <see cref="FindPeople"/>.
/// </summary>
public static class ListPeople
{
    public record Query(Guid? OrganisationId, string? After, int? Limit) : IRequest<Page<GetPerson.View>>;

    public class Validator : AbstractValidator<Query>
    {
        public Validator() => this.Cursor(q => q.After, q => q.Limit);
    }

    public static void Map(IEndpointRouteBuilder people) => people
        .MapGet("/", (Guid? organisationId, string? named, string? after, int? limit, IMediator mediator, CancellationToken ct) =>
            named is null ? mediator.Send(new Query(organisationId, after, limit), ct) : mediator.Send(new FindPeople.Query(named, organisationId), ct));

    public class Handler(RegistryDb db, Caller caller, PeopleSealer sealer) : IRequestHandler<Query, Page<GetPerson.View>>
    {
        public async Task<Page<GetPerson.View>> Handle(Query request, CancellationToken cancellationToken)
        {
            var visible = db.PeopleVisibleTo(caller).AsNoTracking().Where(p => p.RemovedAt == null && (request.OrganisationId == null || p.OrganisationId == request.OrganisationId));
            var page = Paging.Position(request.After) is { } after
                ? visible.Where(p => p.Number > after).OrderBy(p => p.Number)
                : visible.OrderByDescending(p => p.Number);
            var found = await page.Take(request.Limit ?? Paging.DefaultLimit).ToListAsync(cancellationToken);

            var next = found.Count == 0 ? request.After : Paging.Cursor(found.Max(p => p.Number));
            return new([.. found.Select(p => GetPerson.View.Of(p, sealer))], next);
        }
    }
}
