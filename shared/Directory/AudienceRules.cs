using Ceptoar.Contracts;

namespace Ceptoar.Directory;

/// <summary>Who is meant: the organisations of groups; for RED people of them; where it is relayed, also the bodies that hand it down.</summary>
/// <param name="Groups">Ids of groups.</param>
public sealed record Audience(IReadOnlyCollection<Guid> Groups)
{
    /// <summary>The people named for a RED item.</summary>
    public IReadOnlyCollection<Guid> People { get; init; } = [];

    /// <summary>Whether it goes down by hops, as an advisory of the centre does.</summary>
    public bool IsRelayed { get; init; }

    /// <summary>Of a drill: the ids of those that take part. Nobody else is meant, whatever the groups say (I7). Null in life.</summary>
    public IReadOnlySet<Guid>? Participants { get; init; }

    /// <summary>Whether its way leaves out the ministry where the CEPTOAR has a secretariat of its own.</summary>
    public bool WithoutLiaison { get; init; }
}

/// <summary>Where items arrive: an organisation's mailbox has its id, a person's the person's.</summary>
public sealed record Mailbox(Guid Id, Guid OrganisationId)
{
    public static Mailbox Of(Guid organisationId) => new(organisationId, organisationId);

    public bool IsPerson => Id != OrganisationId;
}

/// <summary>
/// The one place that decides who may see an item (I2, I8). The label bounds, the audience decides: RED goes to named people of the
/// groups that were named, so to no organisation; every other label to the active organisations of these groups. What goes down by
/// hops is also seen by the bodies on its way, and, under a label for the whole community, by the utilities of a CEPTOAR that was
/// named. Of a drill all of them see it only where they take part. Asked when an item is issued, at each read, and again at the moment of sending.
/// </summary>
public static class AudienceRules
{
    /// <summary>The organisations an item goes to, in the order of their ids.</summary>
    public static IReadOnlyList<DirectoryOrganisation> Recipients(Tlp tlp, IReadOnlyCollection<Guid> audience, DirectorySnapshot directory) =>
        Permits(tlp) ? directory.MembersOf(audience) : [];

    /// <inheritdoc cref="Recipients(Tlp, IReadOnlyCollection{Guid}, DirectorySnapshot)"/>
    public static IReadOnlyList<DirectoryOrganisation> Recipients(Tlp tlp, Audience audience, DirectorySnapshot directory)
    {
        IReadOnlyList<DirectoryOrganisation> named = [.. Recipients(tlp, audience.Groups, directory).Where(o => TakesPart(audience, o.Id))];
        if (!audience.IsRelayed || !HasHops(tlp)) return named;

        var bodies = Ceptoars(directory).SelectMany(c => new[] { c.Secretariat, c.Ministry }).OfType<Guid>().Select(directory.Active).OfType<DirectoryOrganisation>();
        var utilities = directory.Organisations.Values.Where(o => o is { Active: true, SecondHop.Length: > 0 });
        return [.. named.Union(bodies.Concat(utilities).Where(o => IsOnTheWay(tlp, audience, o, directory))).OrderBy(o => o.Id)];
    }

    /// <summary>Whether an organisation that received an item may still see it.</summary>
    public static bool MaySee(Tlp tlp, IReadOnlyCollection<Guid> audience, Guid organisationId, DirectorySnapshot directory) =>
        Permits(tlp) && audience.Any(id => directory.Has(id, organisationId));

    /// <summary>Whether what arrived in a mailbox may still be seen there. RED is for people's mailboxes, everything else for organisations'.</summary>
    public static bool MaySee(Tlp tlp, Audience audience, Mailbox mailbox, DirectorySnapshot directory)
    {
        if (mailbox.IsPerson) return tlp == Tlp.Red && audience.People.Contains(mailbox.Id) && IsNamed(audience, mailbox.OrganisationId, directory);

        return (Permits(tlp) && IsNamed(audience, mailbox.Id, directory))
            || (audience.IsRelayed && HasHops(tlp) && directory.Active(mailbox.Id) is { } organisation && IsOnTheWay(tlp, audience, organisation, directory));
    }

    /// <summary>
    /// Whether the recall of an item is told in a mailbox that had it: also there where the item itself may not be seen any more, for whoever had it must stop using it. The recall has no content
    /// (docs/adr/0025-recalls-after-leaving.md).
    /// </summary>
    public static bool HearsOfRecall(Mailbox mailbox, DirectorySnapshot directory) => directory.Active(mailbox.OrganisationId) is not null;

    /// <summary>RED and AMBER+STRICT are handed down by nobody.</summary>
    public static bool HasHops(Tlp tlp) => tlp is Tlp.Clear or Tlp.Green or Tlp.Amber;

    /// <summary>Whether one of the groups has the organisation; of a drill, whether it takes part, too.</summary>
    public static bool IsNamed(Audience audience, Guid organisationId, DirectorySnapshot directory) =>
        TakesPart(audience, organisationId) && audience.Groups.Any(id => directory.Has(id, organisationId));

    /// <summary>Whether a CEPTOAR's ministry hands down to its secretariat.</summary>
    public static bool HasLiaison(Audience audience, DirectoryGroup ceptoar) => !audience.WithoutLiaison || ceptoar.Secretariat is null || ceptoar.Secretariat == ceptoar.Ministry;

    /// <summary>Whether ministries may stand on the way: not where a group is named, or made of one, that they do not learn of.</summary>
    public static bool LetsMinistriesIn(Audience audience, DirectorySnapshot directory)
    {
        var seen = new HashSet<Guid>();
        var waiting = new Stack<Guid>(audience.Groups);
        while (waiting.TryPop(out var id))
        {
            if (!seen.Add(id) || !directory.Groups.TryGetValue(id, out var group)) continue;
            if (group.WithoutMinistries) return false;

            foreach (var nested in group.Members.Groups) waiting.Push(nested);
        }

        return true;
    }

    /// <summary>Whether it is reached by the second hop of a CEPTOAR that the audience names as a whole. A narrower label than GREEN is for the named communities alone.</summary>
    public static bool IsUtility(Tlp tlp, Audience audience, DirectoryOrganisation organisation, DirectorySnapshot directory) =>
        tlp is Tlp.Clear or Tlp.Green && TakesPart(audience, organisation.Id) && audience.Groups.Any(id =>
            directory.Groups.TryGetValue(id, out var group) && !group.Closed && group.Except is null && group.Members.Ceptoars.Intersect(organisation.SecondHop).Any());

    static bool IsOnTheWay(Tlp tlp, Audience audience, DirectoryOrganisation organisation, DirectorySnapshot directory) =>
        IsUtility(tlp, audience, organisation, directory) || IsBody(audience, organisation, directory);

    /// <summary>Whether it hands down to one who is named: as the secretariat of a CEPTOAR, or as its ministry.</summary>
    static bool IsBody(Audience audience, DirectoryOrganisation organisation, DirectorySnapshot directory) =>
        TakesPart(audience, organisation.Id) && (organisation.Kind != "ministry" || LetsMinistriesIn(audience, directory))
        && Ceptoars(directory).Any(c => (c.Secretariat == organisation.Id || (c.Ministry == organisation.Id && organisation.Kind == "ministry" && HasLiaison(audience, c)))
            && directory.IdsOf(c.Id).Any(id => id != c.Secretariat && id != c.Ministry && IsNamed(audience, id, directory)));

    static bool TakesPart(Audience audience, Guid organisationId) => audience.Participants?.Contains(organisationId) != false;

    static IEnumerable<DirectoryGroup> Ceptoars(DirectorySnapshot directory) => directory.Groups.Values.Where(g => g.Kind == "ceptoar");

    static bool Permits(Tlp tlp) => tlp is Tlp.Clear or Tlp.Green or Tlp.Amber or Tlp.AmberStrict;
}
