using System.Security.Cryptography;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.Sealing;

namespace Ceptoar.Registry.Contacts;

/// <summary>Where an organisation's own systems take hints. Address and secret are sealed at rest.</summary>
public class OrganisationWebhook
{
    public required Guid OrganisationId { get; init; }

    /// <summary>Sealed <see cref="ContactWebhook"/>.</summary>
    public string Contact { get; private set; } = "";
    public DateTimeOffset SetAt { get; private set; }

    public ContactWebhook Opened(PeopleSealer sealer) => sealer.Open<ContactWebhook>(new SealedText { Sealed = Contact });

    public void Set(ContactWebhook webhook, PeopleSealer sealer, DateTimeOffset at) => (Contact, SetAt) = (sealer.Seal(webhook).Sealed, at);

    /// <summary>32 random bytes in the form of Standard Webhooks: <c>whsec_</c> and base64.</summary>
    public static string NewSecret() => "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}
