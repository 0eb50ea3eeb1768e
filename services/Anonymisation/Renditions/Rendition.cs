using System.Globalization;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;

namespace Ceptoar.Anonymisation.Renditions;

/// <summary>What may leave of a report: the flash without text, and the narrative that a person must approve.</summary>
public sealed record Rendition
{
    public required Flash Flash { get; init; }
    public required string Title { get; init; }
    public required string Body { get; init; }
    public string? PlainSummary { get; init; }

    /// <summary>What was taken out, in the order title, body, plain summary.</summary>
    public required Removal[] Removed { get; init; }

    /// <summary>Indicators that were left in.</summary>
    public required Kept[] Kept { get; init; }
    public required Risk Risk { get; init; }

    /// <summary>How finely the reporter is described, and how many share the description; null where nothing was rendered.</summary>
    public AnonymityClass? Anonymity { get; init; }

    /// <summary>The same in words.</summary>
    public Notice? AnonymityNotice => Anonymity is { } found ? KAnonymity.OneOf(found) : null;

    /// <summary>
    /// Reason codes, free of text; empty when releasable. <c>narrative.…</c> concerns the text alone, <c>flash.…</c> the flash
    /// alone, any other both.
    /// </summary>
    public required string[] Blocked { get; init; }

    public bool NarrativeReleasable => Blocked.All(code => code.StartsWith("flash.", StringComparison.Ordinal));
    public bool FlashReleasable => Blocked.All(code => code.StartsWith("narrative.", StringComparison.Ordinal));
}

/// <summary>A stretch that was replaced, in UTF-16 units of the original text of its field: title, body or plainSummary.</summary>
public sealed record Removal
{
    public required int Id { get; init; }
    public required string Field { get; init; }
    public required int Start { get; init; }
    public required int Length { get; init; }
    public required string Type { get; init; }

    /// <summary>The rules that found it, joined by <c>+</c>.</summary>
    public required string Rule { get; init; }
    public required string Replacement { get; init; }
}

/// <summary>An indicator that stays in the text, in UTF-16 units of the original; the role is the reporter's or what the text shows.</summary>
public sealed record Kept
{
    public required int Id { get; init; }
    public required string Field { get; init; }
    public required int Start { get; init; }
    public required int Length { get; init; }
    public required string Type { get; init; }
    public required string Value { get; init; }
    public required string Role { get; init; }
}

/// <summary>How far the rendition may still point to its source. Level: low, medium or high.</summary>
public sealed record Risk
{
    public required string Level { get; init; }
    public required Notice[] Reasons { get; init; }

    /// <summary>How many operators could have sent such a report, as the readers of the flash can tell.</summary>
    public required int K { get; init; }
}

/// <summary>The figures a rendition is made by; the version is part of what an approval is bound to.</summary>
public sealed record RenditionPolicy
{
    public string Version => string.Create(CultureInfo.InvariantCulture, $"1.k{KThreshold}");

    /// <summary>Fewer operators than this and the source can be guessed (ANON.md section 5.5).</summary>
    public required int KThreshold { get; init; }
    public int MostIndicators { get; init; } = 500;

    /// <summary>How fine a time the flash may tell.</summary>
    public TimeGrain Time { get; init; }

    /// <summary>
    /// Whether each word goes that is neither common, nor of the trade, nor an indicator, and with it places, figures and words
    /// that single out: where readers do not know each other.
    /// </summary>
    public bool DefaultDeny { get; init; }

    /// <summary>The policy of the ring that a label lets in; of RED, which nothing leaves under, the narrowest there is.</summary>
    public static RenditionPolicy Of(Tlp tlp, AnonymitySettings settings) => Of(tlp.Label(), settings) ?? new() { KThreshold = settings.Amber };

    /// <summary>The policy of a ring, by its TLP name without "TLP:", in any case; null where there is none such.</summary>
    public static RenditionPolicy? Of(string ring, AnonymitySettings settings) => ring.ToUpperInvariant() switch
    {
        "AMBER" or "AMBER+STRICT" => new() { KThreshold = settings.Amber },
        "GREEN" => new() { KThreshold = settings.Green, DefaultDeny = true, Time = TimeGrain.Day },
        "CLEAR" => new() { KThreshold = settings.Clear, DefaultDeny = true, Time = TimeGrain.Month },
        _ => null,
    };
}

/// <summary>The settings of section <c>Anonymity</c>: how many operators must fit what readers are told, by how far it goes.</summary>
public sealed record AnonymitySettings
{
    /// <summary>In the own CEPTOAR.</summary>
    public int Amber { get; init; } = 5;
    public int Green { get; init; } = 10;
    public int Clear { get; init; } = 20;

    /// <summary>Whether somebody can hide at all, and nobody less in a wider circle.</summary>
    public bool Protects => Amber >= 2 && Green >= Amber && Clear >= Green;
}

/// <summary>
/// A reviewer's word on a stretch of the original (UTF-16 units). Remove: also take this out, everywhere. Keep: this guess was
/// wrong; it holds against guesses alone, never against the directory, a victim's address, a mail address or a secret.
/// </summary>
public sealed record Mark(string Field, int Start, int Length, bool Remove);
