namespace Ceptoar.Contracts.Registry;

/// <summary>By whom and how an organisation is reached, as it now stands; sealed with the ring of the contacts, which Distribution alone opens. A hearer ignores a version not newer than the one it holds.</summary>
public record ContactsChanged
{
    public required Guid OrganisationId { get; init; }
    public required long Version { get; init; }

    /// <summary>A <see cref="ContactSheet"/>, sealed.</summary>
    public required SealedText Contacts { get; init; }
}

/// <summary>Everyone and everything by which an organisation is reached. It never travels unsealed.</summary>
public record ContactSheet
{
    public ContactDesk? Desk { get; init; }
    public ContactExecutive? Executive { get; init; }

    /// <summary>Turns that are not over yet, absences taken out; in the order of their beginnings.</summary>
    public ContactTurn[] Turns { get; init; } = [];

    /// <summary>Its people who may sign in.</summary>
    public ContactPerson[] People { get; init; } = [];

    /// <summary>Its channel plan in its order, the hub first; that of its CEPTOAR, without addresses, where it has none of its own.</summary>
    public ContactChannel[] Channels { get; init; } = [];
    public ContactWebhook? Webhook { get; init; }
}

/// <summary>A desk that answers at any hour.</summary>
public record ContactDesk(string? Name, string? Telephone, string? Email);

/// <param name="Name">Who it is.</param>
/// <param name="Email">Where the copy goes.</param>
/// <param name="Telephone">For the call list.</param>
/// <param name="NotifyFrom">low, medium, high or critical: from which severity on a copy goes out; null: of none.</param>
public record ContactExecutive(string? Name, string? Email, string? Telephone, string? NotifyFrom);

/// <param name="Kind">duty or deputy.</param>
/// <param name="From">When the turn begins.</param>
/// <param name="Until">When it is over.</param>
/// <param name="PersonId">One of <see cref="ContactSheet.People"/>.</param>
public record ContactTurn(string Kind, DateTimeOffset From, DateTimeOffset Until, Guid PersonId);

public record ContactPerson(Guid Id, string Name, string? Email);

/// <param name="Position">Its place in the plan, from 1.</param>
/// <param name="Channel">hub, mail, sms, telephone, mobile, fax, satellite, web or conference.</param>
/// <param name="Address">A mail address, a number or a URL; null where the plan tells only the means.</param>
/// <param name="Holder">Who answers there.</param>
/// <param name="Bouncing">Whether what was sent there last came back.</param>
public record ContactChannel(int Position, string Channel, string? Address, string? Holder, bool Bouncing);

/// <summary>Where an organisation's own systems take hints: an https address, and the secret that signs what is sent there.</summary>
public record ContactWebhook(string Url, string Secret);
