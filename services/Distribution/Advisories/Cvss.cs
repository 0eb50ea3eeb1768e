using System.Globalization;
using System.Text.RegularExpressions;

namespace Ceptoar.Distribution.Advisories;

/// <summary>
/// Reads vectors of the Common Vulnerability Scoring System. Of versions 3.0 and 3.1 it computes the base score (FIRST, CVSS v3.1
/// specification, section 7.1); of 4.0, whose scores come from a table of expert judgements, it reads the metrics alone.
/// </summary>
public static partial class Cvss
{
    static readonly Dictionary<string, string> Version3 = Metrics("AV:NALP AC:LH PR:NLH UI:NR S:UC C:HLN I:HLN A:HLN");
    static readonly Dictionary<string, string> Version4 = Metrics("AV:NALP AC:LH AT:NP PR:NLH UI:NPA VC:HLN VI:HLN VA:HLN SC:HLN SI:HLN SA:HLN");

    /// <summary>Whether it is a vector of base metrics, each once.</summary>
    public static bool IsVector(string vector) => MetricsOf(vector) is not null;

    /// <summary>Whether a score between 0 and 10 is the vector's; of a vector that is not computed here any is.</summary>
    public static bool Fits(string vector, decimal score) => score is >= 0 and <= 10 && decimal.Round(score, 1) == score && (BaseScore(vector) is not { } computed || computed == score);

    /// <summary>A vulnerability with what is known of its severity, in one line.</summary>
    public static string Say(string cve, string vector, decimal? score) => score is { } known ? string.Create(CultureInfo.InvariantCulture, $"{cve} {known:0.0} ({vector})") : $"{cve} ({vector})";

    /// <summary>The base score of a vector of version 3; null of any other.</summary>
    public static decimal? BaseScore(string vector)
    {
        if (MetricsOf(vector) is not { Version: not "4.0" } read) return null;

        var (m, version) = (read.Values, read.Version);
        var changed = m["S"] == 'C';
        var missed = (1 - Impact(m["C"])) * (1 - Impact(m["I"])) * (1 - Impact(m["A"]));
        var reach = 1 - missed;
        var impact = changed ? (7.52 * (reach - 0.029)) - (3.25 * Math.Pow(reach - 0.02, 15)) : 6.42 * reach;
        if (impact <= 0) return 0;

        var exploitability = 8.22 * Vector(m["AV"]) * (m["AC"] == 'L' ? 0.77 : 0.44) * Privileges(m["PR"], changed) * (m["UI"] == 'N' ? 0.85 : 0.62);
        return RoundUp(Math.Min((changed ? 1.08 : 1) * (impact + exploitability), 10), version);
    }

    /// <summary>The values of each metric, by its name.</summary>
    static Dictionary<string, string> Metrics(string table) => table.Split(' ').Select(m => m.Split(':')).ToDictionary(m => m[0], m => m[1]);

    static double Impact(char metric) => metric switch { 'H' => 0.56, 'L' => 0.22, _ => 0 };

    static double Vector(char metric) => metric switch { 'N' => 0.85, 'A' => 0.62, 'L' => 0.55, _ => 0.2 };

    static double Privileges(char metric, bool changed) => metric switch { 'N' => 0.85, 'L' => changed ? 0.68 : 0.62, _ => changed ? 0.5 : 0.27 };

    // version 3.1 defines it over whole numbers, so that no machine's fractions show (appendix A)
    static decimal RoundUp(double score, string version)
    {
        if (version == "3.0") return (decimal)Math.Ceiling(score * 10) / 10;

        var whole = (int)Math.Round(score * 100_000);
        return whole % 10_000 == 0 ? whole / 100_000m : ((whole / 10_000) + 1) / 10m;
    }

    static Measured? MetricsOf(string vector)
    {
        if (Form().Match(vector) is not { Success: true } match) return null;

        var version = match.Groups["version"].Value;
        var known = version == "4.0" ? Version4 : Version3;
        var metrics = new Dictionary<string, char>();
        foreach (var metric in match.Groups["metric"].Captures.Select(c => c.Value.Split(':')))
        {
            if (!known.TryGetValue(metric[0], out var values) || !values.Contains(metric[1][0], StringComparison.Ordinal) || !metrics.TryAdd(metric[0], metric[1][0])) return null;
        }

        return metrics.Count == known.Count ? new(metrics, version) : null;
    }

    sealed record Measured(IReadOnlyDictionary<string, char> Values, string Version);

    [GeneratedRegex(@"\ACVSS:(?<version>3\.0|3\.1|4\.0)(/(?<metric>[A-Z]{1,2}:[A-Z]))+\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Form();
}
