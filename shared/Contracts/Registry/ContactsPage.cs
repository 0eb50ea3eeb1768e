namespace Ceptoar.Contracts.Registry;

/// <summary>The contacts of many organisations, when a service holds others than Registry. Hearing it twice changes nothing.</summary>
public record ContactsPage
{
    public required ContactsChanged[] Organisations { get; init; }
}
