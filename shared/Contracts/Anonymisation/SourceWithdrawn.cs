namespace Ceptoar.Contracts.Anonymisation;

/// <summary>The report behind a source was withdrawn: what is out of it is to be recalled. Hearing it twice changes nothing.</summary>
public record SourceWithdrawn
{
    public required Guid SourceId { get; init; }
}
