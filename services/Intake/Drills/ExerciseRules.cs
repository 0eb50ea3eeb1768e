using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Contracts.Intake;
using Ceptoar.Directory;
using Ceptoar.Hosting.Http;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Intake.Drills;

/// <summary>Which report may answer which drill: one of a participant, while the drill runs and asks for answers. The mark comes with the first version and stays (I7).</summary>
public static class ExerciseRules
{
    const string Ministry = "ministry";

    static readonly string[] Marks = ["【訓練】", "[DRILL]"];

    /// <summary>Told with everything about a report that answers a drill.</summary>
    public static Notice ParticipantsOnly { get; } = new()
    {
        Code = "drill.participantsOnly",
        Ja = "訓練の情報連絡です。訓練に参加する所管省庁とセンターは、提出元と原文を確認できます。訓練の参加組織の外へは提供されず、外部への提供の同意(onwardConsent)は用いません。",
        En = "This report is part of a drill: the ministry and the centre that take part can read it and see whose it is; nothing of it leaves the drill's participants, and no consent to pass it on (onwardConsent) is used.",
    };

    public static Task<Drill?> DrillOf(this IntakeDb db, Guid? id, CancellationToken ct) => db.Drills.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct);

    /// <summary>An answer goes up the way a report goes in life, through the ministry: it lets ministry and centre read it at least.</summary>
    /// <param name="asked">Code of <see cref="Contracts.Taxonomy.SourceVisibilities"/>, as the reporter says it.</param>
    /// <param name="drill">Whether it answers a drill.</param>
    public static string VisibilityOf(string asked, bool drill) => drill && asked is ("hidden" or "centre") ? Ministry : asked;

    /// <summary>Who besides the reporter reads the original: whom it named, and of a drill ministry and centre; those alone that take part.</summary>
    public static IEnumerable<Guid> ReadersOf(CaseFile file, Drill? drill, DirectorySnapshot directory)
    {
        var named = SourceVisibilityRules.ReadersOf(file.SourceVisibility, file.OrganisationId, directory);
        return drill is null ? named : named.Union(SourceVisibilityRules.ReadersOf(Ministry, file.OrganisationId, directory)).TakingPartIn(drill);
    }

    /// <summary>Those of the organisations whom something of a drill reaches: the participants alone, whomever the reporter lets read its original.</summary>
    static IEnumerable<Guid> TakingPartIn(this IEnumerable<Guid> organisations, Drill drill) => organisations.Where(drill.Participants.Contains);

    /// <summary>An organisation learns nothing of a drill that it takes no part in, not even that there is one.</summary>
    /// <returns>Why a report of the organisation may not answer the drill; null where it may.</returns>
    public static (string Ja, string En)? Fault(Drill? drill, Guid reporter) => drill switch
    {
        null => NotThere,
        _ when !drill.Participants.Contains(reporter) => NotThere,
        { State: not Drill.Running } => ("この訓練は終了しています。", "This drill has ended."),
        { TwoWay: false } => ("この訓練では情報連絡による回答を求めていません。", "This drill asks for no answering report."),
        _ => null,
    };

    /// <param name="exercise">What the follow-up says; null where it says nothing, which takes nothing off.</param>
    /// <param name="named">The same as an id; null where it is none.</param>
    /// <param name="marked">The drill that the report answers; null in life.</param>
    /// <returns>Why a follow-up may not say so; null where it may.</returns>
    public static (string Ja, string En)? FaultOfVersion(string? exercise, Guid? named, Guid? marked)
    {
        if (exercise is null || (marked is not null && named == marked)) return null;

        return marked is null
            ? ("訓練の印を後から付けることはできません。新しい情報連絡として提出してください。", "The mark of a drill cannot be put on later; hand in a new report.")
            : ("訓練の印は変えることも外すこともできません。", "The mark of a drill can be neither changed nor taken off.");
    }

    /// <summary>A title as it stands beside those of life.</summary>
    public static string Marked(string title, Guid? drill) =>
        drill is null || Marks.Any(m => title.StartsWith(m, StringComparison.Ordinal)) ? title : Problems.Say("【訓練】", "[DRILL] ") + title;

    static (string, string) NotThere => ("回答できる訓練ではありません。", "There is no such drill that this organisation could answer.");
}
