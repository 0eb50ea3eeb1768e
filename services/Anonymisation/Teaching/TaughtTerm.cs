using Ceptoar.Contracts;
using Ceptoar.Contracts.Registry;

namespace Ceptoar.Anonymisation.Teaching;

/// <summary>
/// A word that an approver marked and that is to hold for every report: <c>remove</c> makes it one of the organisation's identifying
/// strings once its manager agrees, <c>keep</c> a name that stays once the centre agrees (table <c>taught_term</c>).
/// </summary>
public class TaughtTerm
{
    public const string Remove = "remove";
    public const string Keep = "keep";

    public required Guid Id { get; init; }
    public required string Action { get; init; }

    /// <summary>Stands for the organisation whose word it is; of a name that stays nobody's.</summary>
    public required byte[] OwnerKey { get; init; }

    /// <summary>The case it comes from while it waits: it goes with it.</summary>
    public Guid? ReportId { get; private set; }

    /// <summary>Stands for the word, so that it is proposed once.</summary>
    public required string WordKey { get; init; }

    /// <summary>A <see cref="TaughtWord"/>, sealed with the ring of the directory.</summary>
    public required string Sealed { get; init; }
    public required DateTimeOffset ProposedAt { get; init; }
    public DateTimeOffset? AcceptedAt { get; private set; }

    public void Accept(DateTimeOffset now) => (AcceptedAt, ReportId) = (AcceptedAt ?? now, null);

    internal static TaughtTerm Proposed(string action, byte[] ownerKey, Guid reportId, string wordKey, SealedText word, DateTimeOffset now) => new()
    {
        Id = Guid.NewGuid(),
        Action = action,
        OwnerKey = ownerKey,
        ReportId = reportId,
        WordKey = wordKey,
        Sealed = word.Sealed,
        ProposedAt = now,
    };
}

/// <param name="OrganisationId">Whose word it is; null of a name that stays.</param>
/// <param name="Text">As it stands in the report.</param>
public record TaughtWord(Guid? OrganisationId, string Text);

/// <summary>The words that were accepted: those of an organisation beside what the directory holds of it, and the names that stay.</summary>
public sealed class TaughtWords(IReadOnlyCollection<TaughtWord> words)
{
    readonly ILookup<Guid, string> removed = words.Where(w => w.OrganisationId is not null).ToLookup(w => w.OrganisationId!.Value, w => w.Text);

    public IEnumerable<string> Kept => words.Where(w => w.OrganisationId is null).Select(w => w.Text);

    public IdentifyingStrings Beside(Guid organisationId, IdentifyingStrings strings) =>
        removed.Contains(organisationId) ? strings with { Aliases = [.. strings.Aliases, .. removed[organisationId]] } : strings;
}
