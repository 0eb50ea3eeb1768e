using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ceptoar.Registry.Audit;

/// <summary>An entry of the trail as Registry keeps it, numbered in the order in which it is sealed.</summary>
public record AuditEntry
{
    public long Number { get; init; }
    public required Guid EntryId { get; init; }
    public required string Service { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Actor { get; init; }
    public Guid? Organisation { get; init; }
    public required string Action { get; init; }
    public string? Item { get; init; }
    public string? Detail { get; init; }
}

/// <summary>Seals <see cref="Count"/> entries, whose numbers lie between the first and the last, behind the block before it.</summary>
public record AuditBlock
{
    public required long Number { get; init; }
    public required long FirstEntry { get; init; }
    public required long LastEntry { get; init; }
    public required int Count { get; init; }
    public required DateTimeOffset SealedAt { get; init; }
    public required byte[] ContentHash { get; init; }
    public required byte[] PreviousHash { get; init; }
    public required byte[] Hash { get; init; }
}

/// <summary>What is wrong with a chain, and where it was found first.</summary>
/// <param name="Block">Number of the block.</param>
/// <param name="Entry">Number of the entry; null where no single one can be named.</param>
/// <param name="What">One of the codes of <see cref="AuditChain"/>.</param>
public sealed record ChainFault(long Block, long? Entry, string What);

/// <summary>
/// How entries become blocks and blocks a chain (SHA-256). <c>docs/adr/0007-audit.md</c> gives the bytes, so that whoever has the
/// entries and the blocks can do the sum too.
/// </summary>
public static class AuditChain
{
    public const string BlockMissing = "blockMissing";
    public const string LinkBroken = "linkBroken";
    public const string BlockChanged = "blockChanged";
    public const string EntryUnsealed = "entryUnsealed";
    public const string EntriesMissing = "entriesMissing";
    public const string EntriesAdded = "entriesAdded";
    public const string EntriesChanged = "entriesChanged";

    static readonly byte[] Beginning = new byte[SHA256.HashSizeInBytes];

    /// <param name="previous">The newest block; null where this is the first.</param>
    /// <param name="entries">At least one, in the order of their numbers, all above those of <paramref name="previous"/>.</param>
    /// <param name="now">When it is sealed; kept to the microsecond.</param>
    public static AuditBlock Seal(AuditBlock? previous, IReadOnlyList<AuditEntry> entries, DateTimeOffset now)
    {
        if (now < previous?.SealedAt) now = previous.SealedAt; // retention goes by blocks in their order, whatever a clock does
        var block = new AuditBlock
        {
            Number = (previous?.Number ?? 0) + 1,
            FirstEntry = entries[0].Number,
            LastEntry = entries[^1].Number,
            Count = entries.Count,
            SealedAt = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond)),
            ContentHash = ContentHash(entries),
            PreviousHash = previous?.Hash ?? Beginning,
            Hash = [],
        };
        return block with { Hash = HashOf(block) };
    }

    /// <summary>Looks for the first fault of a block behind the one before it.</summary>
    /// <param name="previous">The block before it; null where it is to be the first.</param>
    /// <param name="block">The block.</param>
    /// <param name="entries">The entries above the last of <paramref name="previous"/> up to the last of the block, in the order of their numbers.</param>
    /// <param name="retainedSince">A block that was sealed earlier may have lost its entries, all of them.</param>
    /// <returns>Null where there is none.</returns>
    public static ChainFault? Check(AuditBlock? previous, AuditBlock block, IReadOnlyList<AuditEntry> entries, DateTimeOffset retainedSince)
    {
        if (block.Number != (previous?.Number ?? 0) + 1) return Fault(BlockMissing);
        if (!block.PreviousHash.AsSpan().SequenceEqual(previous?.Hash ?? Beginning)) return Fault(LinkBroken);
        if (!block.Hash.AsSpan().SequenceEqual(HashOf(block))) return Fault(BlockChanged);
        if (entries.FirstOrDefault(e => e.Number < block.FirstEntry) is { } outside) return Fault(EntryUnsealed, outside.Number);
        if (entries.Count == 0 && block.SealedAt < retainedSince) return null;
        if (entries.Count != block.Count) return Fault(entries.Count < block.Count ? EntriesMissing : EntriesAdded);
        return block.ContentHash.AsSpan().SequenceEqual(ContentHash(entries)) ? null : Fault(EntriesChanged);

        ChainFault Fault(string what, long? entry = null) => new(block.Number, entry, what);
    }

    static byte[] ContentHash(IEnumerable<AuditEntry> entries)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var e in entries)
        {
            hash.AppendData(Canonical(
                Number(e.Number), e.EntryId.ToString("D"), e.Service, Time(e.At), e.Actor, e.Organisation?.ToString("D"), e.Action, e.Item, e.Detail));
        }

        return hash.GetHashAndReset();
    }

    static byte[] HashOf(AuditBlock block) => SHA256.HashData(
    [
        .. block.PreviousHash,
        .. Canonical(Number(block.Number), Number(block.FirstEntry), Number(block.LastEntry), Number(block.Count), Time(block.SealedAt)),
        .. block.ContentHash,
    ]);

    /// <summary>Each field as its length in bytes, a colon, its UTF-8 and a comma; <c>~,</c> where there is none.</summary>
    static byte[] Canonical(params ReadOnlySpan<string?> fields)
    {
        var text = new StringBuilder();
        foreach (var field in fields)
        {
            if (field is null) text.Append('~');
            else text.Append(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(field)}:{field}");
            text.Append(',');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
