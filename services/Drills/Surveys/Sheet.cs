namespace Ceptoar.Drills.Surveys;

/// <summary>A sheet that participants fill in.</summary>
public class Sheet
{
    /// <summary>Before and during the drill, for oneself (自己点検).</summary>
    public const string SelfCheck = "selfCheck";

    /// <summary>After it (調査票).</summary>
    public const string Survey = "survey";

    public static IReadOnlyList<string> Kinds { get; } = [SelfCheck, Survey];

    public required Guid CampaignId { get; init; }
    public required string Kind { get; init; }
    public required Question[] Questions { get; set; }
}

/// <summary>A question of a sheet.</summary>
/// <param name="Id">Stands for it in answers; letters, digits and hyphens.</param>
/// <param name="Kind">yesNo, choice, choices, number or text.</param>
/// <param name="Options">Of choice and choices; else empty.</param>
public record Question(string Id, string Kind, string TextJa, string TextEn, bool Required, Option[] Options)
{
    public const string YesNo = "yesNo";
    public const string Choice = "choice";
    public const string Choices = "choices";
    public const string Number = "number";
    public const string OfText = "text";

    public static IReadOnlyList<string> Kinds { get; } = [YesNo, Choice, Choices, Number, OfText];
}

/// <summary>One of several answers.</summary>
public record Option(string Id, string TextJa, string TextEn);

/// <summary>What a participant filled in.</summary>
public class SheetAnswer
{
    public required Guid DrillId { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string Kind { get; init; }

    /// <summary>By the question's id: yes or no, the id of an option, ids of options, a number, or a text.</summary>
    public required Dictionary<string, string[]> Answers { get; set; }
    public required DateTimeOffset At { get; set; }
}
