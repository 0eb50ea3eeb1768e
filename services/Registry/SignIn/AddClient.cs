using System.Text.Json.Serialization;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Organisations;
using Ceptoar.Registry.People;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.SignIn;

/// <summary>Lets a system sign in for an organisation. The answer is the only place where its secret is ever shown.</summary>
public static class AddClient
{
    public record Command : IRequest<Credentials?>
    {
        [JsonIgnore]
        public Guid OrganisationId { get; init; }
        public string? Role { get; init; }
        public string? Name { get; init; }
    }

    public record Credentials(string ClientId, string ClientSecret, string Role);

    public class Validator : AbstractValidator<Command>
    {
        public Validator(RegistryDb db, Caller caller)
        {
            RuleFor(c => c.Role).NotEmpty();
            RuleFor(c => c.Name).MaximumLength(Client.MaxName).Plain();
            RuleFor(c => c).CustomAsync(async (command, context, ct) =>
            {
                if (string.IsNullOrEmpty(command.Role) || !await db.ManagedBy(caller).AnyAsync(o => o.Id == command.OrganisationId, ct)) return;

                var fitting = await db.RolesFitting(command.OrganisationId, RoleRules.For, ct);
                if (fitting.Contains(command.Role)) return;

                context.AddFailure("role", Problems.Say("この組織に付与できる役割は次のとおりです: ", "Must be a role of this organisation: ") + string.Join(", ", fitting));
            });
        }
    }

    public static void Map(IEndpointRouteBuilder organisations) => organisations
        .MapPost("/{id:guid}/clients", async Task<Results<Created<Credentials>, NotFound>> (Guid id, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { OrganisationId = id }, ct) is { } credentials
                ? TypedResults.Created($"/api/organisations/{id}/clients/{credentials.ClientId}", credentials)
                : TypedResults.NotFound())
        .WithMetadata(new WithoutTransaction()); // an answer kept for its Idempotency-Key would keep the secret

    public class Handler(RegistryDb db, Caller caller, TimeProvider clock) : IRequestHandler<Command, Credentials?>
    {
        public async Task<Credentials?> Handle(Command request, CancellationToken cancellationToken)
        {
            var organisation = await db.ManagedBy(caller).AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.OrganisationId, cancellationToken);
            if (organisation is null) return null;
            if (!organisation.Active) throw new RuleViolation("組織は無効です。", "The organisation is not active.");

            var credentials = new Credentials(Client.NewId(), Client.NewSecret(), request.Role!);
            db.Add(new Client
            {
                Id = credentials.ClientId,
                OrganisationId = organisation.Id,
                Role = credentials.Role,
                Name = string.IsNullOrWhiteSpace(request.Name) ? null : request.Name.Trim(),
                SecretHash = Client.Hash(credentials.ClientSecret),
                CreatedAt = clock.GetUtcNow(),
            });
            db.Audit(AuditActions.ClientAdded, $"client/{credentials.ClientId}", $"organisation={organisation.Id} role={credentials.Role}");
            await db.SaveChangesAsync(cancellationToken);
            return credentials;
        }
    }
}
