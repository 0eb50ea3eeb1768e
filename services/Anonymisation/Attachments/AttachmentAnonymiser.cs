using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Ceptoar.Anonymisation.Attachments.Mail;
using Ceptoar.Anonymisation.Cases;
using Ceptoar.Anonymisation.Recognisers;
using Ceptoar.Anonymisation.Renditions;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Contracts.Intake;

namespace Ceptoar.Anonymisation.Attachments;

/// <summary>What was made of a file for the reporter to see, and what of it may join the flash.</summary>
/// <param name="State">releasable, held (it is not read) or blocked (it was read, and a check failed).</param>
/// <param name="Reasons">Why, in words; of a releasable one what risk is left.</param>
/// <param name="Name">The anonymised name; null unless releasable.</param>
/// <param name="Text">The anonymised text; null unless releasable. Its placeholders are counted anew every 100,000 characters.</param>
/// <param name="Indicators">Empty unless releasable.</param>
public sealed record AttachmentRendition(string State, Notice[] Reasons, string? Name, string? Text, FlashIndicator[] Indicators)
{
    public const string Releasable = "releasable";
    public const string HeldBack = "held";
    public const string Blocked = "blocked";

    /// <summary>What an approval of it is bound to; null unless releasable.</summary>
    [JsonIgnore]
    public string? Hash => Text is null ? null : RenditionHash.Of(Name!, Text);

    public static AttachmentRendition Held(Notice reason) => new(HeldBack, [reason], Name: null, Text: null, []);
}

/// <summary>Makes the rendition of a file. Pure; never throws on any bytes.</summary>
public static partial class AttachmentAnonymiser
{
    /// <summary>Bytes of a text file, UTF-16 units of a mail's text.</summary>
    public const int MaxText = 2 * 1024 * 1024;

    /// <summary>The anonymiser takes fields of <see cref="Limits.LongestText"/>.</summary>
    const int PieceLength = 100_000;

    public static AttachmentRendition Render(CaseFile report, string name, byte[] bytes, IdentifyingDirectory directory, RenditionPolicy policy, IReadOnlyCollection<CaseMark>? marks = null)
    {
        var made = (AttachmentRendition?)null;
        var failure = Recognition.Guarded(() => made = Made(new(report, directory, policy, marks ?? []), name, bytes));
        return failure is null ? made! : Stopped("attachment." + failure);
    }

    /// <summary>The case that a file belongs to, and what it is rendered by.</summary>
    sealed record Case(CaseFile Report, IdentifyingDirectory Directory, RenditionPolicy Policy, IReadOnlyCollection<CaseMark> Marks)
    {
        public IReadOnlyList<Mark> MarksIn(string title, string body, string summary) =>
            CaseMark.In([(Anonymiser.Title, title), (Anonymiser.Body, body), (Anonymiser.PlainSummary, summary)], Marks);
    }

    /// <summary>A rendition that says nothing but why.</summary>
    public static AttachmentRendition Stopped(params string[] codes) => new(AttachmentRendition.Blocked, [.. codes.Select(ReleaseRules.BlockedBy)], Name: null, Text: null, []);

    static AttachmentRendition Made(Case of, string name, byte[] bytes)
    {
        var kind = AttachmentKinds.Of(name);
        if (AttachmentKinds.NeverRead(kind) is { } never) return AttachmentRendition.Held(never);

        if (kind == AttachmentKind.Mail)
        {
            if (MailReader.Read(bytes) is not { } mail) return AttachmentRendition.Held(AttachmentKinds.NotMail);

            var (written, indicators) = MailText.Of(mail, host => Ours(host, of.Directory));
            return written.Length > MaxText ? AttachmentRendition.Held(AttachmentKinds.TooLong) : RenderAttachment(of, name, written, indicators);
        }

        if (bytes.Length > MaxText) return AttachmentRendition.Held(AttachmentKinds.TooLong);
        if (TextDecoding.Detect(bytes) is not { } text) return AttachmentRendition.Held(AttachmentKinds.Unreadable);

        var rendition = RenderAttachment(of, name, Unescaped(text), []);
        // in records src is as often the victim: whose an address is must be said by a person
        return kind == AttachmentKind.Records ? rendition with { Indicators = [.. rendition.Indicators.Where(i => i.Type is not ("ipv4" or "ipv6"))] } : rendition;
    }

    /// <summary>
    /// The file as if it were the report's text: name and text pass every stage, and what is taken out of the report is taken out of
    /// them. A long text goes in pieces, twice, so that what is taken out of one piece is taken out of all.
    /// </summary>
    static AttachmentRendition RenderAttachment(Case of, string name, string text, IReadOnlyList<ReportedIndicator> indicators)
    {
        var report = of.Report;
        var asReport = report with { Title = name, Indicators = [.. report.Indicators, .. indicators] };
        var around = string.Join('\n', report.Title, report.Body, report.PlainSummary);
        if (Pieces(text) is not { } pieces) return AttachmentRendition.Held(AttachmentKinds.TooLong);

        var renditions = Pass(around, []);
        if (pieces.Count > 1)
        {
            var surfaces = renditions.SelectMany((r, i) => r.Removed.Where(x => x.Field == "body").Select(x => pieces[i].Substring(x.Start, x.Length))).Distinct().ToList();
            var (whole, marks) = (new StringBuilder(around), new List<Mark>());
            foreach (var surface in surfaces)
            {
                whole.Append('\n');
                marks.Add(new("plainSummary", whole.Length, surface.Length, Remove: true));
                whole.Append(surface);
            }

            renditions = Pass(whole.ToString(), marks);
        }

        var blocked = renditions.SelectMany(r => r.Blocked).Distinct().ToArray();
        if (blocked.Length > 0) return Stopped(blocked);

        var inFile = renditions.SelectMany(r => r.Kept).Where(k => k.Field != "plainSummary").Select(k => (k.Type, k.Value)).Concat(indicators.Select(i => (i.Type, i.Value)))
            .Select(i => IndicatorValues.Normal(i.Type, i.Value)).ToHashSet();
        return new(
            AttachmentRendition.Releasable,
            [.. renditions.SelectMany(r => r.Risk.Reasons).DistinctBy(r => r.Code)],
            renditions[0].Title,
            string.Concat(renditions.Select(r => r.Body)),
            [.. renditions.SelectMany(r => r.Flash.Indicators).Where(i => inFile.Contains(i.Value)).Distinct()]);

        List<Rendition> Pass(string summary, List<Mark> marks) =>
            [.. pieces.Select(piece => Anonymiser.Render(asReport with { Body = piece, PlainSummary = summary }, of.Directory, of.Policy, [.. marks, .. of.MarksIn(name, piece, summary)]))];
    }

    static bool Ours(string host, IdentifyingDirectory directory) =>
        (IpNumber.ParseV4(host) ?? IpNumber.ParseV6(host)) is { } number ? directory.OwnsAddress(number) : directory.OwnsHost(host.ToLowerInvariant());

    /// <summary>The text cut at line ends; null where a line is too long to be cut anywhere safe.</summary>
    static List<string>? Pieces(string text)
    {
        var (pieces, start) = (new List<string>(), 0);
        while (text.Length - start > PieceLength)
        {
            var end = text.LastIndexOf('\n', start + PieceLength - 1, PieceLength);
            if (end < start) return null;

            pieces.Add(text[start..(end + 1)]);
            start = end + 1;
        }

        pieces.Add(text[start..]);
        return pieces;
    }

    /// <summary>JSON, and logs that hold some, write Japanese as <c>\u682a</c> and a slash as <c>\/</c>.</summary>
    static string Unescaped(string text) => EscapedCharacter().Replace(text, match => match.Groups["hex"] is { Success: true } hex ? ((char)Convert.ToInt32(hex.Value, 16)).ToString() : "/");

    [GeneratedRegex(@"\\(?:u(?<hex>[0-9A-Fa-f]{4})|/)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex EscapedCharacter();
}
