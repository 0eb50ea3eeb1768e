namespace Ceptoar.Contracts;

/// <summary>
/// Text that travels encrypted: base64url of an ASP.NET Core data-protection payload. Only services that hold the key ring it
/// was sealed with can open it; to all others, to the broker and to its error queues it is noise.
/// </summary>
public record SealedText
{
    public required string Sealed { get; init; }
}
