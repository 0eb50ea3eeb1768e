namespace Ceptoar.Distribution.Escalation;

/// <summary>A recipient that has not confirmed the newest version of an advisory, and when what is done next with it is due (table <c>escalation</c>).</summary>
public class Silence
{
    public required Guid AdvisoryId { get; init; }
    public required int Version { get; init; }
    public required Guid MailboxId { get; init; }

    /// <summary>Whether it comes after everything live.</summary>
    public bool Drill { get; init; }

    /// <summary>How many steps are done.</summary>
    public int Step { get; set; }

    /// <summary>How many people have to confirm.</summary>
    public int Responses { get; set; } = 1;

    /// <summary>Null when all of the plan is done.</summary>
    public DateTimeOffset? DueAt { get; set; }
}

/// <summary>Something that was done to reach a silent recipient, or passed over (table <c>escalation_step</c>).</summary>
public class EscalationStep
{
    /// <summary>The hint was sent again.</summary>
    public const string Reminded = "reminded";

    /// <summary>It left the hub; how it went on is the state of its dispatch.</summary>
    public const string Posted = "posted";

    public required Guid AdvisoryId { get; init; }
    public required int Version { get; init; }
    public required Guid MailboxId { get; init; }

    /// <summary>From 1.</summary>
    public required int Step { get; init; }

    /// <summary>One of <see cref="StepKind"/>.</summary>
    public required string Kind { get; init; }
    public string? Channel { get; init; }

    /// <summary>duty, deputy, desk, webhook or channel:position; never an address.</summary>
    public string? Contact { get; init; }

    /// <summary><see cref="Reminded"/>, <see cref="Posted"/>, callList or why it was passed over: one of <see cref="PassedOver"/>.</summary>
    public required string Outcome { get; init; }
    public required DateTimeOffset At { get; init; }
}
