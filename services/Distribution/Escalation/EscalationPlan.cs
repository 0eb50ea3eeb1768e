using Ceptoar.Contracts;
using Ceptoar.Contracts.Registry;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Channels;

namespace Ceptoar.Distribution.Escalation;

public static class StepKind
{
    /// <summary>The hint is sent again.</summary>
    public const string Reminder = "reminder";
    public const string Webhook = "webhook";
    public const string OnDuty = "onDuty";
    public const string Deputy = "deputy";

    /// <summary>An entry of the channel plan.</summary>
    public const string Channel = "channel";

    /// <summary>A person calls.</summary>
    public const string CallList = "callList";
}

/// <summary>Why a step is passed over at once.</summary>
public static class PassedOver
{
    public const string NoContact = "noContact";

    /// <summary>What was sent there last came back.</summary>
    public const string Bouncing = "bouncing";

    /// <summary>An earlier step goes to the same address.</summary>
    public const string SameAddress = "sameAddress";
    public const string ChannelOff = "channelOff";

    /// <summary>The hub has nothing that sends by it.</summary>
    public const string NoSender = "noSender";

    /// <summary>A means that people use, from the call list.</summary>
    public const string ByHand = "byHand";
}

/// <summary>What of an advisory decides how its silent recipients are reached.</summary>
/// <param name="Kind">incident, sign or the code of a <see cref="Template"/>.</param>
/// <param name="IsUrgent">Whether the shorter waits hold: it is marked so, or was recalled.</param>
public sealed record EscalatedItem(Tlp Tlp, string Kind, bool IsUrgent)
{
    public static EscalatedItem Of(Advisory advisory) => new(advisory.Tlp, advisory.Content.Kind, advisory.IsUrgent);

    /// <summary>Whether anything about it may leave the hub; RED, and what is not known, may not.</summary>
    public bool MayLeave => Tlp is Tlp.Clear or Tlp.Green or Tlp.Amber or Tlp.AmberStrict;

    /// <summary>Whether it asks nothing of its readers.</summary>
    public bool Informs => Template.Find(Kind) is { Informs: true };
}

/// <param name="Kind">One of <see cref="StepKind"/>.</param>
/// <param name="Channel">By which channel it leaves the hub; null where it does not, or where there is no contact.</param>
/// <param name="Contact">As it is shown: duty, deputy, desk, webhook or channel:position.</param>
/// <param name="Target">As the dispatch names it: desk, webhook, person:id or channel:position.</param>
/// <param name="PassedOver">Why it is passed over; null where it is done.</param>
public sealed record PlannedStep(string Kind, string? Channel = null, string? Contact = null, string? Target = null, string? PassedOver = null)
{
    /// <summary>Tells one step of a plan from the others, also in a plan of another moment.</summary>
    public string Key => KeyOf(Kind, Contact);

    /// <summary>Whether it goes with the step before it: a machine needs no time to answer.</summary>
    public bool IsAtOnce => Kind == StepKind.Webhook;

    public bool LeavesTheHub => PassedOver is null && Target is not null;

    public static string KeyOf(string kind, string? contact) => kind == StepKind.Channel ? contact ?? "" : kind;
}

/// <summary>
/// How a silent recipient is reached, step by step: the hint again and the webhook, who is on duty, the deputy, each entry of the channel plan,
/// at last the call list. Made anew at each step, so that a turn that changed or a channel that was switched off counts at once.
/// </summary>
public static class EscalationPlan
{
    /// <summary>What is left to be done, in order.</summary>
    /// <param name="sheet">How the organisation is reached.</param>
    /// <param name="item">About what.</param>
    /// <param name="channels">Which channels may be used.</param>
    /// <param name="progress">What was done: no step comes twice, and none goes where an earlier one went.</param>
    /// <param name="now">Who is on duty changes with the time.</param>
    public static IReadOnlyList<PlannedStep> Of(ContactSheet sheet, EscalatedItem item, UsableChannels channels, Progress progress, DateTimeOffset now)
    {
        var taken = progress.Posted.Select(p => AddressOf(sheet, p)).OfType<Address>().ToHashSet();
        return [.. Whole().Where(s => !progress.Done.Contains(s.Key))];

        IEnumerable<PlannedStep> Whole()
        {
            yield return new(StepKind.Reminder, PassedOver: channels.Off.Contains(ChannelSwitch.Hub) ? PassedOver.ChannelOff : null);
            if (item.Informs) yield break;

            if (item.MayLeave)
            {
                if (sheet.Webhook is { } webhook) yield return Checked(new(StepKind.Webhook, "webhook", "webhook", "webhook"), webhook.Url);
                yield return Turn(StepKind.OnDuty, "duty");
                yield return Turn(StepKind.Deputy, "deputy");
                foreach (var entry in sheet.Channels.Where(c => c.Channel != "hub")) yield return Entry(entry);
            }

            yield return new(StepKind.CallList);
        }

        PlannedStep Turn(string kind, string contact)
        {
            var people = sheet.Turns.Where(t => t.Kind == contact && t.From <= now && now < t.Until)
                .Select(t => sheet.People.FirstOrDefault(p => p.Id == t.PersonId)).OfType<ContactPerson>().Where(p => Is(p.Email)).ToArray();
            if ((people.FirstOrDefault(p => !taken.Contains(new("mail", p.Email!))) ?? people.FirstOrDefault()) is { } person) return Checked(new(kind, "mail", contact, "person:" + person.Id), person.Email!);
            if (kind != StepKind.OnDuty || sheet.Desk is not { } desk) return new(kind, null, contact, null, PassedOver.NoContact);
            if (Is(desk.Email)) return Checked(new(kind, "mail", "desk", "desk"), desk.Email!);
            return Is(desk.Telephone) ? Checked(new(kind, "telephone", "desk", "desk"), desk.Telephone!) : new(kind, null, contact, null, PassedOver.NoContact);
        }

        PlannedStep Entry(ContactChannel entry)
        {
            var step = new PlannedStep(StepKind.Channel, entry.Channel, $"channel:{entry.Position}");
            if (!ChannelTable.Sent.Contains(entry.Channel)) return step with { PassedOver = PassedOver.ByHand };
            if (!Is(entry.Address)) return step with { PassedOver = PassedOver.NoContact };
            if (entry.Bouncing) return step with { PassedOver = PassedOver.Bouncing };

            return Checked(step with { Target = step.Contact }, entry.Address!);
        }

        PlannedStep Checked(PlannedStep step, string address)
        {
            var why = taken.Contains(new(step.Channel!, address)) ? PassedOver.SameAddress
                : channels.Off.Contains(step.Channel!) ? PassedOver.ChannelOff
                : !channels.HasSender(step.Channel!) ? PassedOver.NoSender
                : null;
            if (why is null && !progress.Done.Contains(step.Key)) taken.Add(new(step.Channel!, address));
            return step with { PassedOver = why, Target = why is null ? step.Target : null };
        }
    }

    static Address? AddressOf(ContactSheet sheet, string target) => target switch
    {
        "desk" when sheet.Desk is { } desk => Is(desk.Email) ? new("mail", desk.Email!) : Is(desk.Telephone) ? new("telephone", desk.Telephone!) : null,
        "webhook" when sheet.Webhook is { } webhook => new("webhook", webhook.Url),
        _ when sheet.People.FirstOrDefault(p => target == "person:" + p.Id) is { } person && Is(person.Email) => new("mail", person.Email!),
        _ when sheet.Channels.FirstOrDefault(c => target == $"channel:{c.Position}") is { } channel && Is(channel.Address) => new(channel.Channel, channel.Address!),
        _ => null,
    };

    static bool Is(string? text) => !string.IsNullOrWhiteSpace(text);

    /// <summary>The same place however it is written: a mail address in any case, a number with or without its marks.</summary>
    sealed record Address
    {
        readonly string place;
        readonly string channel;

        public Address(string channel, string text) =>
            (this.channel, place) = (channel, channel is "mail" or "webhook" ? text.Trim().ToUpperInvariant() : string.Concat(text.Where(char.IsAsciiDigit)) is { Length: > 0 } digits ? digits : text.Trim());

        public bool Equals(Address? other) => other is not null && channel == other.channel && place == other.place;

        public override int GetHashCode() => HashCode.Combine(channel, place);
    }
}

/// <summary>What was done with a recipient.</summary>
/// <param name="Done">Keys of the steps that were done or passed over.</param>
/// <param name="Posted">Whom the dispatches among them were for.</param>
public sealed record Progress(IReadOnlySet<string> Done, IReadOnlyCollection<string> Posted)
{
    public static readonly Progress None = new(new HashSet<string>(), []);

    public static Progress Of(IEnumerable<EscalationStep> steps, IEnumerable<string> posted) => new(steps.Select(s => PlannedStep.KeyOf(s.Kind, s.Contact)).ToHashSet(), [.. posted]);
}

/// <summary>Which channels may be used.</summary>
/// <param name="Off">Those switched off.</param>
/// <param name="HasSender">Whether the hub has something that sends by one.</param>
public sealed record UsableChannels(IReadOnlySet<string> Off, Func<string, bool> HasSender)
{
    /// <summary>Those of an advisory: a drill may do without some.</summary>
    public UsableChannels For(Advisory advisory) => advisory.DrillTerms is { ChannelsOff.Length: > 0 } terms ? this with { Off = Off.Union(terms.ChannelsOff).ToHashSet() } : this;
}

/// <summary>Of which severity an organisation's executive is sent a copy.</summary>
public static class ExecutiveRules
{
    /// <summary>1 low to 4 critical. What is not known counts as grave.</summary>
    public static int Rank(string? severity) => severity switch { "low" => 1, "medium" => 2, "high" => 3, _ => 4 };

    /// <param name="notifyFrom">From which severity on; null: none.</param>
    /// <param name="item">About what.</param>
    /// <param name="severity">Its severity.</param>
    public static bool Tells(string? notifyFrom, EscalatedItem item, string? severity) =>
        notifyFrom is not null && item.MayLeave && !item.Informs && Rank(severity) >= Rank(notifyFrom);
}
