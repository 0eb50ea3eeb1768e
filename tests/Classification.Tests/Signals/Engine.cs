using System.Text;
using Ceptoar.Classification.Labelling;
using Ceptoar.Classification.Policies;
using Ceptoar.Classification.Signals;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Intake;
using Ceptoar.Testing;

namespace Ceptoar.Classification.Tests.Signals;

/// <summary>The engine on a fixed day with the national policy; a test names only the text it is about.</summary>
static class Engine
{
    public static readonly DateOnly Today = new(2026, 11, 21);
    public static readonly AppliedPolicy National = new("national/1", NationalPolicy.Rules);

    /// <summary>Ways to write the same, as a reader sees it.</summary>
    public static readonly (string Name, Func<string, string> Write)[] Spellings =
    [
        ("as it is", s => s),
        ("NFC", s => s.Normalize(NormalizationForm.FormC)),
        ("NFD", s => s.Normalize(NormalizationForm.FormD)),
        ("full-width", s => string.Concat(s.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c == ' ' ? '\u3000' : c))),
        ("zero-width", s => string.Concat(s.Select(c => char.IsSurrogate(c) ? c.ToString() : c + "\u200B"))),
        ("soft hyphens", s => string.Concat(s.Select(c => char.IsSurrogate(c) ? c.ToString() : "\u00AD" + c))),
    ];

    public static CaseFile Report(string body, string title = "件名") => Fake.CaseFile() with { Title = title, Body = body };

    public static IReadOnlyList<Signal> Find(CaseFile report) => SignalFinder.Find(report, MemberNames.None, Today);

    public static IReadOnlyList<Signal> Find(string body) => Find(Report(body));

    public static string[] Codes(string body) => [.. Find(body).Select(s => s.Code).Distinct()];

    public static Labels Decide(Tlp wish, CaseFile report) => LabelRules.Decide(wish, report, Find(report), National);

    public static Labels Decide(Tlp wish, string body) => Decide(wish, Report(body));

    /// <summary>A signal is found in the text and in every other spelling of it.</summary>
    public static void Finds(Code code, string text)
    {
        foreach (var (name, write) in Spellings) Assert.True(Codes(write(text)).Contains(code.Value), $"{code.Value} is not found ({name}): {text}; found: {string.Join(' ', Codes(write(text)))}");
    }

    public static void FindsNot(Code code, string text)
    {
        foreach (var (name, write) in Spellings) Assert.True(!Codes(write(text)).Contains(code.Value), $"{code.Value} is found ({name}): {text}");
    }
}
