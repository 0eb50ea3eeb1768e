using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Deliveries;
using Ceptoar.Hosting.Mail;

namespace Ceptoar.Distribution.Channels;

/// <summary>Why something is sent (<see cref="Dispatch.Purpose"/>).</summary>
public static class DispatchPurpose
{
    public const string Escalation = "escalation";
    public const string Executive = "executive";
    public const string Subscription = "subscription";
    public const string Digest = "digest";
}

/// <summary>When a dispatch is sent after all, when it is tried again, and when it is given up.</summary>
public static class DispatchRules
{
    // why one was dropped or refused (Dispatch.Status)
    public const string Superseded = "superseded";
    public const string ExpiredMeanwhile = "expired";
    public const string NotReceived = "notReceived";
    public const string Confirmed = "confirmed";
    public const string NotAllowed = "audience";
    public const string Label = "label";
    public const string ContactGone = "contact";
    public const string SwitchedOff = "switchedOff";
    public const string DrillEnded = "drillEnded";
    public const string BadAddress = "address";
    public const string PrivateAddress = "privateAddress";

    static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);

    /// <summary>How long before it is tried again: 30 seconds, twice as long each time, half an hour at most.</summary>
    public static TimeSpan Pause(int attempts) => Backoff.After(attempts, FirstPause);

    /// <summary>After this it is too late: a day; six hours for what is urgent.</summary>
    public static TimeSpan GivenUpAfter(bool urgent) => urgent ? TimeSpan.FromHours(6) : TimeSpan.FromHours(24);

    /// <summary>Why it is not sent any more, as the advisory and the mailbox now stand; null where it is. A recall is sent, too: what stands is its newest version.</summary>
    /// <param name="version">Of the advisory, for which it was posted.</param>
    /// <param name="purpose">One of <see cref="DispatchPurpose"/>.</param>
    /// <param name="advisory">As it now stands.</param>
    /// <param name="row">That version in the mailbox; null where it is not there.</param>
    /// <param name="maySee">Whether the audience lets the mailbox see it at this moment.</param>
    /// <param name="now">This moment.</param>
    /// <param name="drillEnded">Whether it is of a drill that has ended; what was recalled with it is still told.</param>
    public static string? DropReason(int version, string purpose, Advisory advisory, InboxRow? row, bool maySee, DateTimeOffset now, bool drillEnded = false) =>
        version != advisory.Version ? Superseded
        : drillEnded && advisory.State == Advisory.Released ? DrillEnded
        : advisory.StateAt(now) == Advisory.Expired ? ExpiredMeanwhile
        : row is null ? NotReceived
        : !maySee ? NotAllowed
        : purpose == DispatchPurpose.Escalation && row.Receipt.State == "confirmed" ? Confirmed
        : null;
}
