using System.Text.RegularExpressions;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>Companies that no directory knows, by their Japanese legal form.</summary>
static partial class OrganisationRecogniser
{
    public static IEnumerable<Finding> Find(FieldViews field, RecogniserFacts facts)
    {
        var view = field.Plain;
        foreach (Match match in Company().Matches(view.Text))
        {
            var name = match.Groups["name"].Value;
            yield return view.Finding(match.Index, match.Length, FindingTypes.Organisation, "organisation.legalForm", Verdict.RemoveLikely) with
            {
                Identity = "company:" + SearchTerm.Key(name),
                Also = [name],
            };
        }
    }

    [GeneratedRegex(
        @"(?<![一-龯々ァ-ヺーa-z0-9・&])(?<name>[一-龯々ァ-ヺーa-z0-9・&]{2,20}?)(?:株式会社|有限会社|合同会社|\(株\)|\(有\)|\(同\))|(?:株式会社|有限会社|合同会社|\(株\)|\(有\)|\(同\)) ?(?<name>[一-龯々ァ-ヺーa-z0-9・&]{2,20})",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Company();
}
