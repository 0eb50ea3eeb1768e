using Ceptoar.Hosting.Text;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>What a recogniser says of a stretch of the original text (UTF-16 units).</summary>
public sealed record Finding
{
    public required int Start { get; init; }
    public required int Length { get; init; }

    /// <summary>One of <see cref="FindingTypes"/> for what is removed; a type of indicator for what is kept.</summary>
    public required string Type { get; init; }

    /// <summary>Which rule found it, such as <c>directory.name</c>; never text.</summary>
    public required string Rule { get; init; }
    public required Verdict Verdict { get; init; }

    /// <summary>What it stands for: findings of one identity get one placeholder. Its compared form where null.</summary>
    public string? Identity { get; init; }

    /// <summary>Further surfaces to remove everywhere, such as the family name of a person.</summary>
    public string[] Also { get; init; } = [];

    /// <summary>Of an indicator: its normal form.</summary>
    public string? Value { get; init; }

    /// <summary>Of an indicator: attacker, victim or unknown.</summary>
    public string Role { get; init; } = "unknown";

    /// <summary>What is put in its place where a coarser value tells enough, such as 数千; a placeholder where null.</summary>
    public string? Coarser { get; init; }

    /// <summary>Of a URL: where its host ends in the original.</summary>
    public int HostEnd { get; init; }

    public int End => Start + Length;

    public bool Overlaps(Finding other) => Start < other.End && other.Start < End;

    public bool Covers(Finding other) => Start <= other.Start && other.End <= End;
}

/// <summary>
/// What is to become of a finding, weakest first: a word that nobody knows gives way to one that is known to stay, a guess to an
/// indicator, an indicator to what is certain.
/// </summary>
public enum Verdict
{
    /// <summary>Neither common nor of the trade: goes where the policy denies by default.</summary>
    Unknown,

    /// <summary>A name that stays, such as a product: holds against guesses that do not reach beyond it.</summary>
    Known,
    RemoveLikely,
    Keep,
    Remove,
}

/// <summary>Types of what is removed.</summary>
public static class FindingTypes
{
    public const string Organisation = "organisation";
    public const string Person = "person";
    public const string System = "system";
    public const string Vendor = "vendor";
    public const string Place = "place";
    public const string Address = "address";
    public const string Email = "email";
    public const string Phone = "phone";
    public const string Domain = "domain";
    public const string Host = "host";
    public const string Url = "url";
    public const string Number = "number";
    public const string Secret = "secret";
    public const string Other = "other";
}

/// <summary>One field of a report in all the views that recognisers look at.</summary>
public sealed class FieldViews
{
    readonly Lazy<List<Dictionary.Morpheme>> morphemes;

    public FieldViews(string original)
    {
        Original = original;
        Plain = TextView.Of(original);
        Refanged = Plain.Refanged();
        Squeezed = TextView.Squeezed(original);
        SqueezedRefanged = Squeezed.Refanged();
        Bare = Squeezed.Bare();
        morphemes = new(() => Dictionary.Morphology.Split(Plain.Text));
    }

    public string Original { get; }
    public TextView Plain { get; }
    public TextView Refanged { get; }
    public TextView Squeezed { get; }
    public TextView SqueezedRefanged { get; }

    /// <summary>Letters and digits alone.</summary>
    public TextView Bare { get; }

    /// <summary>The words of <see cref="Plain"/>.</summary>
    internal List<Dictionary.Morpheme> Morphemes => morphemes.Value;

    /// <summary>The squeezed views that differ: one, or two where something was defanged.</summary>
    public IEnumerable<TextView> SqueezedViews => ReferenceEquals(Squeezed, SqueezedRefanged) ? [Squeezed] : [Squeezed, SqueezedRefanged];
}

/// <summary>What the recognisers know besides the text.</summary>
public sealed record RecogniserFacts(IdentifyingDirectory Directory, ReportedRoles Reported, bool DefaultDeny = false)
{
    /// <summary>Another model than the one of this build, for training and tests.</summary>
    internal Learned.TokenModel? Learned { get; init; }
}

static class ViewFindings
{
    /// <summary>A finding at a stretch of a view.</summary>
    public static Finding Finding(this TextView view, int start, int length, string type, string rule, Verdict verdict)
    {
        var span = view.ToOriginal(start, length);
        return new() { Start = span.Start, Length = span.Length, Type = type, Rule = rule, Verdict = verdict };
    }
}
