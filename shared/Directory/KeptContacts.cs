using Ceptoar.Contracts.Registry;

namespace Ceptoar.Directory;

/// <summary>By whom and how an organisation is reached, as Registry last said it; sealed as it came, in a service that may open it (table <c>contacts</c>).</summary>
public class KeptContacts
{
    public required Guid OrganisationId { get; init; }
    public long Version { get; private set; }

    /// <summary>A <see cref="ContactSheet"/>, sealed.</summary>
    public string Sealed { get; private set; } = "";

    /// <summary>Takes over what Registry says, unless it is not newer than what is held.</summary>
    public void Hear(ContactsChanged heard)
    {
        if (heard.Version > Version) (Version, Sealed) = (heard.Version, heard.Contacts.Sealed);
    }
}
