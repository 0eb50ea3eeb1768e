namespace Ceptoar.Contracts.Distribution;

/// <summary>New rows stand in inboxes: each instance of Distribution looks at those of the clients connected to it. A hint only; losing it costs two seconds.</summary>
[Hint]
public record InboxesFilled
{
    public required Guid AdvisoryId { get; init; }
}
