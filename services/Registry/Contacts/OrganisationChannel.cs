using Ceptoar.Contracts;
using Ceptoar.Hosting.Sealing;

namespace Ceptoar.Registry.Contacts;

/// <summary>A channel in the plan of an organisation. Who and what is at its other end is sealed at rest.</summary>
public class OrganisationChannel
{
    public const string Reached = "reached";
    public const string NotReached = "notReached";
    public const string Bounced = "bounced";
    public static readonly string[] TestResults = [Reached, NotReached, Bounced];

    public required Guid OrganisationId { get; init; }

    /// <summary>Its place in the plan, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>One of <see cref="Channel"/>.</summary>
    public required string Channel { get; init; }

    /// <summary>Sealed <see cref="Contacts.Contact"/>; null of the hub.</summary>
    public string? Contact { get; init; }
    public DateTimeOffset? TestedAt { get; private set; }

    /// <summary>One of <see cref="TestResults"/>; null where it was never tested.</summary>
    public string? TestResult { get; private set; }
    public bool Bouncing { get; private set; }

    public static OrganisationChannel Of(Guid organisationId, int position, string channel, Contact? contact, IdentifyingSealer sealer) =>
        new() { OrganisationId = organisationId, Position = position, Channel = channel, Contact = contact is null ? null : sealer.Seal(contact).Sealed };

    public Contact? Opened(IdentifyingSealer sealer) => Contact is null ? null : sealer.Open<Contact>(new SealedText { Sealed = Contact });

    public void Tested(string result, DateTimeOffset at) => (TestedAt, TestResult, Bouncing) = (at, result, result == Bounced);

    /// <summary>Takes over what was found out of the same contact in the plan before.</summary>
    public void TestedAs(OrganisationChannel before) => (TestedAt, TestResult, Bouncing) = (before.TestedAt, before.TestResult, before.Bouncing);
}

/// <summary>What is at the other end of a channel.</summary>
/// <param name="Address">An address or a number.</param>
/// <param name="Holder">The person or desk that answers there; null where it is not told.</param>
public record Contact(string Address, string? Holder);
