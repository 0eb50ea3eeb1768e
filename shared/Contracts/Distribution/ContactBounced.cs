namespace Ceptoar.Contracts.Distribution;

/// <summary>What was sent to an organisation came back, or its address was refused for good: Registry marks the contact. Hearing it twice changes nothing.</summary>
public record ContactBounced
{
    public required Guid OrganisationId { get; init; }

    /// <summary>A channel of its plan: mail, sms and so on.</summary>
    public required string Channel { get; init; }

    /// <summary>The address, sealed with the ring of the contacts.</summary>
    public required SealedText Address { get; init; }

    /// <summary>Enhanced status of RFC 3463, such as 5.1.1; null where none was told.</summary>
    public string? Status { get; init; }
    public required DateTimeOffset At { get; init; }
}
