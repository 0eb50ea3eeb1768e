using System.Buffers.Binary;
using System.Security.Cryptography;
using Bogus;
using Bogus.Distributions.Gaussian;

namespace Ceptoar.Drills.Rehearsals;

/// <summary>
/// How an invented participant behaves in a drill: drawn from a seed and its id alone, so that it does the same whoever asks, and however many others there are. The
/// delays are those of the field: most have it within two hours (drill of 2013), some in minutes, some the next day, a few never.
/// </summary>
/// <param name="Connected">Whether a client of it listens to the hub when the drill begins.</param>
/// <param name="CannotAct">Whether it says that it cannot act, in place of confirming.</param>
/// <param name="Opens">By channel (hub and those of Distribution), how long after it is reached by it somebody opens the advisory; a channel that nobody looks at is not there.</param>
/// <param name="Confirms">How long after that it answers.</param>
/// <param name="Failing">Channels on which nothing reaches it.</param>
/// <param name="Relays">Where it is a body, how long after opening it hands on; null: never, and the timed rule has to.</param>
/// <param name="Answers">How long after confirming its answering report comes, where the drill is two-way; null: never.</param>
public sealed record SimulatedParticipant(
    bool Connected, bool CannotAct, IReadOnlyDictionary<string, TimeSpan> Opens, TimeSpan Confirms, IReadOnlySet<string> Failing, TimeSpan? Relays, TimeSpan? Answers)
{
    /// <summary>Of each channel: how often somebody looks at it, how often it fails, and the median minutes until it is opened.</summary>
    static readonly (string Channel, float Noticed, float Fails, double Minutes)[] Channels =
    [
        ("hub", 0.9f, 0f, 9), ("mail", 0.85f, 0.03f, 25), ("webhook", 0.5f, 0.05f, 15), ("sms", 0.9f, 0.04f, 8), ("telephone", 0.8f, 0.1f, 4), ("mobile", 0.9f, 0.05f, 8),
    ];

    /// <summary>The behaviour of an organisation.</summary>
    /// <param name="seed">The same seed draws the same.</param>
    /// <param name="organisationId">Whose.</param>
    public static SimulatedParticipant Draw(int seed, Guid organisationId)
    {
        var random = new Randomizer(Mixed(seed, organisationId));
        var connected = random.Bool(0.85f);
        var cannotAct = random.Bool(0.02f);
        var away = random.Bool(0.02f);
        var opens = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);
        var failing = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (channel, noticed, fails, minutes) in Channels)
        {
            // each is drawn whatever the others were, so that a table that changes changes no more than it must
            var (looks, broken, opened) = (random.Bool(noticed), random.Bool(fails), Delay(random, minutes, 1.1));
            if (looks && !away) opens[channel] = opened;
            if (broken) failing.Add(channel);
        }

        var confirms = Delay(random, 2, 0.9);
        var (hands, relays) = (random.Bool(0.9f), Delay(random, 12, 0.9));
        var (answers, takes) = (random.Bool(0.9f), Delay(random, 30, 0.8));
        return new(connected, cannotAct, opens, confirms, failing, hands && !away ? relays : null, answers ? takes : null);
    }

    /// <summary>Log-normal, as times of reaction are: most are short, a few very long.</summary>
    static TimeSpan Delay(Randomizer random, double medianMinutes, double spread) => TimeSpan.FromMinutes(medianMinutes * Math.Exp(random.GaussianDouble(0, spread)));

    static int Mixed(int seed, Guid organisationId)
    {
        Span<byte> mixed = stackalloc byte[20];
        organisationId.TryWriteBytes(mixed);
        BinaryPrimitives.WriteInt32LittleEndian(mixed[16..], seed);
        return BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(mixed));
    }
}
