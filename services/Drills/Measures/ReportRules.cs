using Ceptoar.Directory;

namespace Ceptoar.Drills.Measures;

/// <summary>What somebody sees of how a drill goes.</summary>
public enum Sight
{
    Nothing,

    /// <summary>Counts and times, without who it was.</summary>
    Figures,

    /// <summary>Also who.</summary>
    Names,
}

/// <summary>Who sees board and report of a drill: the centre and the secretariat of its CEPTOAR with names (I6), the liaison of its ministry without. Participants do not.</summary>
public static class ReportRules
{
    /// <param name="ceptoar">Code of the CEPTOAR whose drill it is.</param>
    /// <param name="reader">The organisation that asks.</param>
    /// <param name="directory">As it is now.</param>
    public static Sight Of(string ceptoar, Guid reader, DirectorySnapshot directory)
    {
        if (directory.IsTheCentre(reader)) return Sight.Names;
        if (directory.Active(reader) is null || directory.CeptoarOf(ceptoar) is not { } group) return Sight.Nothing;

        // a ministry that is the secretariat itself is both
        return group.Secretariat == reader ? Sight.Names : group.Ministry == reader ? Sight.Figures : Sight.Nothing;
    }
}
