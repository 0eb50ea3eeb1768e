using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Ceptoar.Hosting.Text;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>A member's number in a view.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct NumberHit(int Start, int Length, string Type, string Rule, string Identity);

/// <summary>Members' AS numbers and telephone numbers, met however they are written. Immutable.</summary>
public sealed partial class MemberNumbers
{
    /// <summary>Fewer digits, the leading 0 among them, begin the numbers of whole towns.</summary>
    const int ShortestTelephone = 6;
    const int LongestTelephone = 18;
    const int LongestGap = 3;

    readonly FrozenSet<long> systems;
    readonly StringTrie<Telephone> telephones;

    public MemberNumbers(IEnumerable<long> systems, IEnumerable<string> telephones)
    {
        this.systems = systems.ToFrozenSet();
        this.telephones = new(telephones.SelectMany(Telephone.Spellings).Select(t => KeyValuePair.Create(t.Digits, t)));
    }

    /// <summary>AS64500, 64500 or, as RFC 5396 has it, 1.10; null where it is none.</summary>
    public static long? System(string text)
    {
        var key = SearchTerm.Key(text);
        var number = key.StartsWith("asn", StringComparison.Ordinal) ? key[3..] : key.StartsWith("as", StringComparison.Ordinal) ? key[2..] : key;
        var parts = number.Split('.');
        if (parts.Length > 2 || !Array.TrueForAll(parts, p => uint.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out _))) return null;

        var values = Array.ConvertAll(parts, p => uint.Parse(p, CultureInfo.InvariantCulture));
        return values is [var plain] ? plain : values[0] <= ushort.MaxValue && values[1] <= ushort.MaxValue ? ((long)values[0] << 16) + values[1] : null;
    }

    /// <summary>The digits of a number, or of the beginning of numbers, with the 0 or the country's code; null where it is too short to tell anyone.</summary>
    public static string? TelephoneDigits(string text)
    {
        var key = SearchTerm.Key(text).Replace("(0)", "", StringComparison.Ordinal);
        var digits = string.Concat(key.Where(char.IsAsciiDigit));
        if (key.StartsWith("+81", StringComparison.Ordinal)) digits = "0" + digits[2..];
        return digits.Length is >= ShortestTelephone and <= LongestTelephone ? digits : null;
    }

    internal IEnumerable<NumberHit> Find(TextView view) => [.. Systems(view.Text), .. Telephones(view.Text)];

    internal bool Stands(string folded) => Systems(folded).Any() || Telephones(folded).Any();

    IEnumerable<NumberHit> Systems(string text)
    {
        if (systems.Count == 0) yield break;

        foreach (Match match in AutonomousSystem().Matches(text))
        {
            var number = match.Groups["number"].Value;
            foreach (var reading in new[] { number, number.Split('.')[0] }.Distinct())
            {
                if (System(reading) is not { } value || !systems.Contains(value)) continue;

                var length = match.Groups["number"].Index - match.Index + reading.Length;
                yield return new(match.Index, length, FindingTypes.Address, "directory.asn", string.Create(CultureInfo.InvariantCulture, $"asn:{value}"));
                break;
            }
        }
    }

    IEnumerable<NumberHit> Telephones(string text)
    {
        var at = new int[LongestTelephone];
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]) || (i > 0 && char.IsAsciiDigit(text[i - 1]))) continue;

            var count = DigitsFrom(text, i, at);
            if (Match(text, at.AsSpan(0, count)) is not { } telephone) continue;

            var digits = Math.Min(telephone.WholeLength, count);
            var end = at[digits - 1] + 1;
            if (end < text.Length && char.IsAsciiDigit(text[end])) continue; // a longer number that only begins alike

            var start = i;
            if (start > 0 && text[start - 1] == '+') start--;
            if (start > 0 && text[start - 1] == '(' && text.AsSpan(start, end - start).Contains(')')) start--;
            yield return new(start, end - start, FindingTypes.Phone, "directory.telephone", "phone:" + string.Concat(at.Take(digits).Select(p => text[p])));
            i = end - 1;
        }
    }

    /// <summary>Where the digits of a number stand that begins here; blanks, dashes, dots and brackets may lie between them.</summary>
    static int DigitsFrom(string text, int start, int[] at)
    {
        var (count, gap) = (0, 0);
        for (var i = start; i < text.Length && count < at.Length && gap <= LongestGap; i++)
        {
            if (char.IsAsciiDigit(text[i])) (at[count++], gap) = (i, 0);
            else if (text[i] is '-' or '.' or '(' or ')' or '/' || char.IsWhiteSpace(text[i])) gap++;
            else break;
        }

        return count;
    }

    Telephone? Match(string text, ReadOnlySpan<int> at)
    {
        var node = 0;
        foreach (var place in at)
        {
            if (!telephones.Step(ref node, text[place])) return null;
            if (telephones.ValueAt(node) is { } found) return found;
        }

        return null;
    }

    [GeneratedRegex(
        @"(?<![a-z0-9])(?:asn|as番号|as ?number|as|自律システム番号|自律システム|autonomous ?system ?number|autonomous ?system)[\s:#=は(-]{0,4}(?<number>[0-9]{1,10}(?:\.[0-9]{1,5})?)(?![0-9])",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex AutonomousSystem();

    /// <summary>The digits that a number begins with in one spelling, and how many a whole number has in it.</summary>
    sealed record Telephone(string Digits, int WholeLength)
    {
        /// <summary>At home with the 0; abroad with 81, and 0 or none.</summary>
        public static IEnumerable<Telephone> Spellings(string digits)
        {
            yield return new(digits, Math.Max(digits.Length, National(digits)));
            if (digits[0] != '0') yield break;

            var rest = Math.Max(digits.Length, National(digits)) - 1;
            yield return new("81" + digits[1..], rest + 2);
            yield return new("810" + digits[1..], rest + 3);
        }

        static int National(string digits) => digits switch
        {
            ['0', '2' or '5' or '7' or '8' or '9', '0', ..] => 11,
            ['0', ..] => 10,
            _ => digits.Length,
        };
    }
}
