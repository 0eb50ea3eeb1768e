using System.Text.Json.Serialization;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Organisations;
using Ceptoar.Registry.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ceptoar.Registry.Contacts;

/// <summary>Who keeps an organisation's contacts says where its own systems take hints. Each time there is a new secret, shown here alone.</summary>
public static class SetWebhook
{
    public record Command : IRequest<View?>
    {
        [JsonIgnore]
        public Guid OrganisationId { get; init; }
        public string? Url { get; init; }
    }

    /// <summary><c>Secret</c> signs what is sent there, in the form of Standard Webhooks.</summary>
    public record View(string Url, string Secret, DateTimeOffset SetAt);

    public class Validator : AbstractValidator<Command>
    {
        public Validator(IOptions<RegistrySettings> settings)
        {
            RuleFor(c => c.Url).NotEmpty().MaximumLength(WebhookRules.MaxUrl);
            RuleFor(c => c.Url).Custom((url, context) =>
            {
                if (!string.IsNullOrEmpty(url) && WebhookRules.Fault(url, settings.Value.WebhooksInside) is { } fault) context.AddFailure(fault);
            });
        }
    }

    public static void Map(IEndpointRouteBuilder organisations) => organisations
        .MapPut("/{id:guid}/webhook", async Task<Results<Ok<View>, NotFound>> (Guid id, Command command, HttpContext http, IMediator mediator, CancellationToken ct) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return await mediator.Send(command with { OrganisationId = id }, ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound();
        })
        .WithMetadata(new WithoutTransaction()); // an answer kept for its Idempotency-Key would keep the secret

    public class Handler(RegistryDb db, Caller caller, PeopleSealer sealer, TimeProvider clock) : IRequestHandler<Command, View?>
    {
        public Task<View?> Handle(Command request, CancellationToken cancellationToken) => db.InOneTransaction<View?>(async () =>
        {
            await db.OneWriterAtATime(cancellationToken);
            var id = request.OrganisationId;
            if (!await db.KeptBy(caller).AnyAsync(o => o.Id == id, cancellationToken)) return null;

            var (secret, now) = (OrganisationWebhook.NewSecret(), clock.GetUtcNow());
            var before = await db.Webhooks.FindAsync([id], cancellationToken);
            var webhook = before ?? db.Webhooks.Add(new() { OrganisationId = id }).Entity;
            webhook.Set(new(request.Url!, secret), sealer, now);
            db.Remember(id, caller.Subject, now, "webhook", before is null ? null : "webhook", "webhook");
            db.Audit(AuditActions.ContactsChanged, $"organisation/{id}", "webhook");
            return new View(request.Url!, secret, now);
        }, cancellationToken);
    }
}
