using Ceptoar.Contracts;
using Ceptoar.Contracts.Distribution;
using Ceptoar.Distribution.Contacts;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Ceptoar.Distribution.Channels;

/// <summary>
/// Takes a mail that came back, as the mail server pipes it in (<c>infra/bounce.sh</c>). Of a report of delivery the outcome is kept, of the mail
/// itself nothing. What is no report, or of none of the hub's mails, is not found. Taking one twice changes nothing.
/// </summary>
public static class TakeBounce
{
    const int MaxBytes = 1024 * 1024;
    const string MediaType = "message/rfc822";

    public record Command(byte[] Mail) : IRequest<bool>;

    public static void Map(IEndpointRouteBuilder channels) => channels
        .MapPost("/bounces", async Task<Results<NoContent, NotFound>> (HttpRequest request, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Command(await Read(request, ct)), ct) ? TypedResults.NoContent() : TypedResults.NotFound())
        .WithMetadata(new RequestSizeLimitAttribute(MaxBytes));

    public class Handler(DistributionDb db, BounceAddress addresses, ContactBook contacts, ContactsSealer sealer, TimeProvider clock) : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command request, CancellationToken cancellationToken)
        {
            if (DeliveryReport.Read(request.Mail) is not { } report || (addresses.ByAddress(report.To) ?? addresses.ByMessageId(report.MessageIds)) is not { } id) return false;
            if (await db.Dispatches.FromSql($"select * from dispatch where id = {id} and channel = {ChannelTable.Mail} for update").SingleOrDefaultAsync(cancellationToken) is not { } dispatch) return false;

            if (dispatch.State == Dispatch.Bounced) return true;

            dispatch.Status = report.Status.Length > 0 ? report.Status : dispatch.Status;
            if (report.Failed)
            {
                (dispatch.State, dispatch.EndedAt) = (Dispatch.Bounced, clock.GetUtcNow());
                if (report.IsPermanent) await Tell(dispatch, report, cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
            return true;
        }

        /// <summary>Registry marks the contact, unless it has another address by now.</summary>
        async Task Tell(Dispatch dispatch, DeliveryReport report, CancellationToken ct)
        {
            var sheet = await contacts.Of(dispatch.MailboxId, ct);
            if (Addressee.Find(sheet, dispatch.Contact, dispatch.Channel) is not { } to || (dispatch.SentTo is { } mark && mark != addresses.MarkOf(to.Address))) return;

            db.Publish(new ContactBounced { OrganisationId = dispatch.MailboxId, Channel = dispatch.Channel, Address = sealer.Seal(to.Address), Status = report.Status, At = clock.GetUtcNow() });
        }
    }

    static async Task<byte[]> Read(HttpRequest request, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase))
        {
            throw new ValidationException([new("Content-Type", Problems.Say($"{MediaType} としてください。", $"Must be {MediaType}."))]);
        }

        using var mail = new MemoryStream();
        var part = new byte[81_920];
        for (var read = await request.Body.ReadAsync(part, ct); read > 0; read = await request.Body.ReadAsync(part, ct))
        {
            if (mail.Length + read > MaxBytes) throw new BadHttpRequestException("The mail is too large.", StatusCodes.Status413PayloadTooLarge);

            mail.Write(part, 0, read);
        }

        return mail.ToArray();
    }
}
