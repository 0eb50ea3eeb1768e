using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Registry.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.People;

/// <summary>Tells who holds the link of an invitation whom it invites, and where. The token stands in the body, where no log sees it.</summary>
public static class LookAtInvitation
{
    public record Command(string? Token) : IRequest<View>;

    public record View(string Name, string? NameEn, string Email, string Organisation, DateTimeOffset ExpiresAt);

    public class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Token).NotEmpty().MaximumLength(200);
    }

    public static void Map(IEndpointRouteBuilder invitations) => invitations
        .MapPost("/look", (Command command, IMediator mediator, CancellationToken ct) => mediator.Send(command, ct))
        .WithMetadata(new WithoutTransaction());

    public class Handler(RegistryDb db, MailedLinks links, PeopleSealer sealer) : IRequestHandler<Command, View>
    {
        public Task<View> Handle(Command request, CancellationToken cancellationToken) => db.InOneTransaction(async () =>
        {
            var (link, person) = await links.Open(request.Token!, MailedLink.Invitation, cancellationToken);
            var organisation = await db.Organisations.Where(o => o.Id == person.OrganisationId).Select(o => o.Name).SingleAsync(cancellationToken);
            var details = person.DetailsOf(sealer);
            return new View(details.Name, details.NameEn, person.Email!, organisation, link.ExpiresAt);
        }, cancellationToken);
    }
}
