using System.Globalization;
using Ceptoar.Hosting.Http;
using Ceptoar.Registry.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using QRCoder;

namespace Ceptoar.Registry.People;

/// <summary>Gives who is invited the key for an authenticator app. While the invitation stands it is the same one, so that a page may be loaded again.</summary>
public static class EnrolAuthenticator
{
    public const string Issuer = "CeptoarHub";

    public record Command(string? Token) : IRequest<View>;

    /// <summary><c>Secret</c> in Base32; <c>QrCode</c> an SVG document that shows <c>OtpauthUri</c>.</summary>
    public record View(string Secret, string OtpauthUri, string QrCode);

    public class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Token).NotEmpty().MaximumLength(200);
    }

    public static void Map(IEndpointRouteBuilder invitations) => invitations
        .MapPost("/authenticator", (Command command, IMediator mediator, CancellationToken ct) => mediator.Send(command, ct))
        .WithMetadata(new WithoutTransaction());

    public class Handler(RegistryDb db, UserManager<Person> people, MailedLinks links) : IRequestHandler<Command, View>
    {
        public Task<View> Handle(Command request, CancellationToken cancellationToken) => db.InOneTransaction(async () =>
        {
            var (_, person) = await links.Open(request.Token!, MailedLink.Invitation, cancellationToken);
            if (person.Authenticator is null) await people.ResetAuthenticatorKeyAsync(person).Done();
            var secret = (await people.GetAuthenticatorKeyAsync(person))!;
            var uri = string.Create(CultureInfo.InvariantCulture, $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(person.Email!)}?secret={secret}&issuer={Issuer}&algorithm=SHA1&digits={Totp.Digits}&period={Totp.StepSeconds}");
            return new View(secret, uri, Draw(uri));
        }, cancellationToken);

        static string Draw(string uri)
        {
            using var generator = new QRCodeGenerator();
            using var data = generator.CreateQrCode(uri, QRCodeGenerator.ECCLevel.M);
            using var svg = new SvgQRCode(data);
            return svg.GetGraphic(pixelsPerModule: 4);
        }
    }
}
