namespace Ceptoar.Anonymisation.Attachments.Mail;

/// <summary>A mail as it was read: headers in their order, decoded; its texts, HTML made plain; what it carries.</summary>
sealed record MailMessage
{
    public required IReadOnlyList<(string Name, string Value)> Headers { get; init; }
    public List<string> Texts { get; } = [];

    /// <summary>Where its HTML leads to.</summary>
    public List<string> Links { get; } = [];
    public List<MailFile> Files { get; } = [];

    /// <summary>Mails that it carries whole.</summary>
    public List<MailMessage> Carried { get; } = [];

    public IEnumerable<string> All(string name) => Headers.Where(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value);
}

/// <summary>A file in a mail. Sha256: lower-case hex, of its decoded bytes.</summary>
sealed record MailFile(string? Name, string MediaType, int Size, string Sha256);
