namespace Ceptoar.Distribution.Contacts;

/// <summary>By whom and how an organisation is reached, as Registry last said it; sealed as it came.</summary>
public class KeptContacts
{
    public required Guid OrganisationId { get; init; }
    public long Version { get; private set; }

    /// <summary>A <see cref="Ceptoar.Contracts.Registry.ContactSheet"/>, sealed.</summary>
    public string Sealed { get; private set; } = "";

    /// <summary>Takes over what Registry says, unless it is not newer than what is held.</summary>
    public void Hear(Ceptoar.Contracts.Registry.ContactsChanged heard)
    {
        if (heard.Version > Version) (Version, Sealed) = (heard.Version, heard.Contacts.Sealed);
    }
}
