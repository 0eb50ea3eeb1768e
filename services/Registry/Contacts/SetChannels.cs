using System.Text.Json.Serialization;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Organisations;
using Ceptoar.Registry.People;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Contacts;

/// <summary>Who keeps an organisation's contacts says anew by which channels it is reached. What was tested of a contact that stays is kept.</summary>
public static class SetChannels
{
    const int MaxChannels = 20;
    const int MaxText = 200;

    public record Command : IRequest<GetChannels.Plan?>
    {
        [JsonIgnore]
        public Guid OrganisationId { get; init; }

        /// <summary>In the order in which they are tried; the hub is the first.</summary>
        public Entry[]? Channels { get; init; }
    }

    /// <summary>A channel: <c>Contact</c> is an address or number, needed of all but the hub; <c>Holder</c> a person or desk.</summary>
    public record Entry
    {
        public string? Channel { get; init; }
        public string? Contact { get; init; }
        public string? Holder { get; init; }
    }

    public class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Channels).NotEmpty().Must(c => c is null || c.Length <= MaxChannels).WithMessage(_ => Problems.Say($"1 件以上 {MaxChannels} 件までです。", $"At least one, at most {MaxChannels}."));
            RuleFor(c => c.Channels).Must(c => c is null or [] || c[0]?.Channel == Channel.Hub).WithMessage(_ => Problems.Say("最初の連絡手段は hub としてください。", "The first channel is the hub."));
            RuleForEach(c => c.Channels).NotNull().SetValidator(new EntryValidator());
            RuleForEach(c => c.Channels).Must((command, entry) => entry?.Channel != Channel.Hub || ReferenceEquals(entry, command.Channels![0]))
                .WithMessage(_ => Problems.Say("hub は最初に一度だけ指定します。", "The hub stands once, at the beginning."));
        }
    }

    public class EntryValidator : AbstractValidator<Entry>
    {
        public EntryValidator()
        {
            RuleFor(e => e.Channel).NotNull().OneOf(Channel.All);
            RuleFor(e => e.Holder).MaximumLength(MaxText).Plain();
            RuleFor(e => e.Contact).MaximumLength(MaxText).Plain();
            RuleFor(e => e.Contact).Null().When(e => e.Channel == Channel.Hub).WithMessage(_ => Problems.Say("hub に宛先はありません。", "The hub has no contact."));
            RuleFor(e => e.Contact).NotEmpty().When(e => e.Channel != Channel.Hub);
            RuleFor(e => e.Contact).MailAddress().When(e => e.Channel == Channel.Mail);
            RuleFor(e => e.Contact).Telephone().When(e => e.Channel is not null && Channel.TakesNumber(e.Channel));
            RuleFor(e => e.Contact).Must(c => Uri.TryCreate(c, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http").When(e => e is { Channel: Channel.Web, Contact.Length: > 0 })
                .WithMessage(_ => Problems.Say("URL(https://…)を指定してください。", "Must be a URL, such as https://…"));
        }
    }

    public static void Map(IEndpointRouteBuilder organisations) => organisations
        .MapPut("/{id:guid}/channels", async Task<Results<Ok<GetChannels.Plan>, NotFound>> (Guid id, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { OrganisationId = id }, ct) is { } plan ? TypedResults.Ok(plan) : TypedResults.NotFound());

    public class Handler(RegistryDb db, Caller caller, IdentifyingSealer sealer, TimeProvider clock) : IRequestHandler<Command, GetChannels.Plan?>
    {
        public async Task<GetChannels.Plan?> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.OneWriterAtATime(cancellationToken);
            if (await db.KeptBy(caller).SingleOrDefaultAsync(o => o.Id == request.OrganisationId, cancellationToken) is not { } organisation) return null;

            var before = await db.Channels.AsNoTracking().Where(c => c.OrganisationId == organisation.Id).OrderBy(c => c.Position).ToListAsync(cancellationToken);
            var known = before.Select(c => (c.Channel, Contact: c.Opened(sealer), Row: c)).ToArray();
            var after = new List<OrganisationChannel>();
            foreach (var entry in request.Channels!)
            {
                var contact = string.IsNullOrWhiteSpace(entry.Contact) ? null : new Contact(entry.Contact.Trim(), string.IsNullOrWhiteSpace(entry.Holder) ? null : entry.Holder.Trim());
                var channel = OrganisationChannel.Of(organisation.Id, after.Count + 1, entry.Channel!, contact, sealer);
                if (Array.Find(known, k => k.Channel == channel.Channel && k.Contact?.Address == contact?.Address).Row is { } same) channel.TestedAs(same);
                after.Add(channel);
            }

            if (known.Select(k => (k.Channel, k.Contact)).SequenceEqual(after.Select(c => (c.Channel, c.Opened(sealer))))) return GetChannels.Of(before, sealer);

            await db.Channels.Where(c => c.OrganisationId == organisation.Id).ExecuteDeleteAsync(cancellationToken);
            db.AddRange(after);
            organisation.ChannelsVersion++;
            db.Remember(organisation.Id, caller.Subject, clock.GetUtcNow(), "channels", Kinds(before), Kinds(after));
            db.Audit(AuditActions.ContactsChanged, $"organisation/{organisation.Id}", "channels");
            await db.SaveChangesAsync(cancellationToken);
            return GetChannels.Of(after, sealer);
        }

        static string? Kinds(List<OrganisationChannel> channels) => channels.Count == 0 ? null : string.Join(';', channels.Select(c => c.Channel));
    }
}
