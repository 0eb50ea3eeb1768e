namespace Ceptoar.Contracts.Distribution;

/// <summary>Someone had the hint of an advisory sent again: each instance of Distribution sends it to those of its clients who are meant. A hint only.</summary>
[Hint]
public record RecipientsReminded
{
    public required Guid Press { get; init; }
}
