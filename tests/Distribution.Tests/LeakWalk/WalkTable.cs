using Ceptoar.Contracts;
using Ceptoar.Contracts.Registry;
using Ceptoar.Testing;

namespace Ceptoar.Distribution.Tests.LeakWalk;

/// <summary>
/// Who sees what, written by hand: audiences × organisations. It is never made from the rules that it checks. Some organisations
/// change after the release: the mover goes from telecom to aviation, the leaver becomes inactive, the joiner is new in telecom. One group is closed then.
/// </summary>
sealed class WalkTable
{
    public const string Mover = "mover";
    public const string Joiner = "joiner";

    // x: received it and sees it; r: received it, and sees it no more; u, v: the same of GREEN and CLEAR alone, as the second hop has it;
    // w: wrote it, and its people who work on what it writes see it; .: never
    const string Cells =
        """
                            operator  mover  leaver  joiner  flyer  secretariat  ministry  flyersMinistry  centre  stranger  utility
        telecom             x         r      r       .       .      x            .         .               .       .         .
        aviation            .         .      .       .       x      .            .         x               .       .         .
        all                 x         x      r       .       x      x            .         x               .       .         .
        ministries          .         .      .       .       .      .            x         x               .       .         .
        centre              .         .      .       .       .      .            .         .               x       .         .
        telecom+centre      x         r      r       .       .      x            .         .               x       .         .
        named               x         .      r       .       x      .            .         .               .       .         .
        operators           x         x      r       .       x      .            .         .               .       .         x
        withoutMinistries   .         .      .       .       x      .            .         .               .       .         .
        allButAviation      x         r      r       .       .      x            .         .               .       .         .
        closed              .         .      .       .       .      .            .         .               .       .         .
        confidants          x         r      r       .       .      x            .         .               x       .         .
        closing             r         r      r       .       .      r            .         .               .       .         .
        unknown             .         .      .       .       .      .            .         .               .       .         .
        """;

    // what the centre writes: a hotline message goes straight, an alert by hops, and so to the bodies on the way of those it names
    const string WrittenCells =
        """
                                operator  mover  leaver  joiner  flyer  secretariat  ministry  flyersMinistry  centre  stranger  utility
        hotline:telecom         x         r      r       .       .      x            .         .               w       .         .
        hotline:aviation        .         .      .       .       x      .            .         x               w       .         .
        hotline:all             x         x      r       .       x      x            .         x               w       .         .
        hotline:ministries      .         .      .       .       .      .            x         x               w       .         .
        hotline:named           x         .      r       .       x      .            .         .               w       .         .
        hotline:operators       x         x      r       .       x      .            .         .               w       .         x
        hotline:allButAviation  x         r      r       .       .      x            .         .               w       .         .
        hotline:confidants      x         r      r       .       .      x            .         .               x       .         .
        hotline:closing         r         r      r       .       .      r            .         .               w       .         .
        alert:telecom           x         r      r       .       .      x            x         .               w       .         u
        alert:aviation          .         .      .       .       x      .            .         x               w       .         .
        alert:all               x         x      r       .       x      x            x         x               w       .         u
        alert:ministries        .         .      .       .       .      .            x         x               w       .         .
        alert:named             x         .      r       .       x      x            x         x               w       .         .
        alert:operators         x         x      r       .       x      x            x         x               w       .         x
        alert:allButAviation    x         r      r       .       .      x            x         .               w       .         .
        alert:confidants        x         r      r       .       .      x            .         .               x       .         u
        alert:closing           r         r      r       .       .      r            r         .               w       .         v
        """;

    // drills of the telecom or the aviation CEPTOAR, and answers to them: who takes part stands below
    const string DrillCells =
        """
                                operator  mover  leaver  joiner  flyer  secretariat  ministry  flyersMinistry  centre  stranger  utility
        drill:most              x         r      .       .       .      x            x         .               w       .         .
        drill:few               .         .      r       .       .      .            r         .               w       .         u
        drill:flyer             .         .      .       .       x      .            .         .               w       .         .
        drill:direct            x         r      .       .       .      x            .         .               w       .         .
        answer:most             x         r      .       .       .      x            .         .               .       .         .
        answer:few              .         .      r       .       .      .            .         .               .       .         .
        """;

    // who hands it down, once all has changed: the secretariat to the members, the ministry to the secretariat
    static readonly Dictionary<string, string[]> Handing = new()
    {
        ["alert:telecom"] = ["secretariat", "ministry"],
        ["alert:aviation"] = ["flyersMinistry"],
        ["alert:all"] = ["secretariat", "ministry", "flyersMinistry"],
        ["alert:named"] = ["secretariat", "ministry", "flyersMinistry"],
        ["alert:operators"] = ["secretariat", "ministry", "flyersMinistry"],
        ["alert:allButAviation"] = ["secretariat", "ministry"],
        ["alert:confidants"] = ["secretariat"],
        ["drill:most"] = ["secretariat", "ministry"],
        ["drill:direct"] = ["secretariat"],
    };

    // whose names a body is told as they are now: the centre of all, a secretariat of its CEPTOAR's; its own it knows
    static readonly Dictionary<string, string[]> Names = new()
    {
        ["centre"] = ["operator", Mover, "leaver", Joiner, "flyer", "secretariat", "ministry", "flyersMinistry", "utility"],
        ["secretariat"] = ["operator", Joiner],
        ["flyersMinistry"] = ["flyer", Mover],
    };

    // the boards that are looked at: one line looks at no more than twenty
    static readonly string[] Watched = ["telecom", "all", "named", "closing", "alert:telecom", "alert:all", "alert:closing", "alert:confidants", "hotline:named", "drill:most", "drill:few", "answer:most"];

    static readonly Dictionary<string, (string Ceptoar, string[] TakePart)> Taking = new()
    {
        ["most"] = ("telecom", ["operator", Mover, Joiner, "secretariat", "ministry", "centre", "flyer", "stranger"]),
        ["direct"] = ("telecom", ["operator", Mover, Joiner, "secretariat", "ministry", "centre", "flyer", "stranger"]),
        ["few"] = ("telecom", ["leaver", "ministry", "flyer", "flyersMinistry", "utility"]),
        ["flyer"] = ("aviation", ["flyer", "operator", "secretariat", "centre"]),
    };

    // organisations see what is AMBER+STRICT or less; RED is for named people
    static readonly Dictionary<Tlp, bool> Labels = new() { [Tlp.Clear] = true, [Tlp.Green] = true, [Tlp.Amber] = true, [Tlp.AmberStrict] = true, [Tlp.Red] = false };

    // a narrower label than GREEN is for the named communities alone
    static readonly Dictionary<Tlp, bool> SecondHop = new() { [Tlp.Clear] = true, [Tlp.Green] = true, [Tlp.Amber] = false, [Tlp.AmberStrict] = false, [Tlp.Red] = false };

    // by mail, webhook, short message and sheet: what is above GREEN as a pointer, RED not at all, for no organisation sees it
    static readonly Dictionary<Tlp, bool> Content = new() { [Tlp.Clear] = true, [Tlp.Green] = true, [Tlp.Amber] = false, [Tlp.AmberStrict] = false, [Tlp.Red] = false };

    readonly Dictionary<(string Audience, string Organisation), char> cells = [];

    public WalkTable(SmallDirectory small)
    {
        foreach (var table in new[] { Cells, WrittenCells, DrillCells })
        {
            var lines = table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
            foreach (var line in lines.Skip(1))
            {
                foreach (var (organisation, cell) in lines[0].Zip(line.Skip(1))) cells[(line[0], organisation)] = cell[0];
            }
        }

        Before = new()
        {
            ["operator"] = small.Telecom[0],
            [Mover] = small.Telecom[1],
            ["leaver"] = small.Telecom[2],
            ["flyer"] = small.Aviation[0],
            ["secretariat"] = small.TelecomSecretariat,
            ["ministry"] = small.TelecomMinistry,
            ["flyersMinistry"] = small.AviationMinistry,
            ["centre"] = small.Centre,
            ["utility"] = Fake.Organisation("water") with { Ceptoars = [], SecondHop = ["telecom"] },
        };
        After = new()
        {
            [Mover] = small.Telecom[1] with { Version = 2, Ceptoars = ["aviation"] },
            ["leaver"] = small.Telecom[2] with { Version = 2, Active = false },
            [Joiner] = Fake.Organisation("ict", "telecom"),
        };
        Ids = Before.Concat(After).GroupBy(o => o.Key).ToDictionary(g => g.Key, g => g.First().Value.OrganisationId);
        Ids["stranger"] = Guid.NewGuid();

        Added =
        [
            Fake.Group() with { Kind = "workingGroup", Ceptoars = [], Organisations = [Ids["operator"], Ids["leaver"], Ids["flyer"]] },
            Fake.Group() with { Kind = "named", Ceptoars = [], Kinds = ["operator"] },
            Fake.Group() with { Kind = "workingGroup", Ceptoars = ["aviation"], WithoutMinistries = true },
            Fake.Group() with { Kind = "workingGroup", Ceptoars = ["telecom", "aviation"], Except = new() { Ceptoars = ["aviation"] } },
            Fake.Group() with { Kind = "workingGroup", Ceptoars = ["telecom"], Closed = true },
            Fake.Group() with { Kind = "workingGroup", Ceptoars = ["telecom"], Organisations = [Ids["centre"]], WithoutMinistries = true },
            Fake.Group() with { Kind = "workingGroup", Ceptoars = ["telecom"] },
        ];
        Closing = Added[6] with { Version = 2, Closed = true };
        Audiences = new()
        {
            ["telecom"] = [small.TelecomGroup.GroupId],
            ["aviation"] = [small.AviationGroup.GroupId],
            ["all"] = [small.AllCeptoars.GroupId],
            ["ministries"] = [small.Ministries.GroupId],
            ["centre"] = [small.CentreGroup.GroupId],
            ["telecom+centre"] = [small.TelecomGroup.GroupId, small.CentreGroup.GroupId],
            ["named"] = [Added[0].GroupId],
            ["operators"] = [Added[1].GroupId],
            ["withoutMinistries"] = [Added[2].GroupId],
            ["allButAviation"] = [Added[3].GroupId],
            ["closed"] = [Added[4].GroupId],
            ["confidants"] = [Added[5].GroupId],
            ["closing"] = [Added[6].GroupId],
            ["unknown"] = [Guid.NewGuid()],
        };
    }

    /// <summary>The organisations that change or come after the release, as they are then.</summary>
    public Dictionary<string, OrganisationChanged> After { get; }

    public Dictionary<string, OrganisationChanged> Before { get; }

    public Dictionary<string, Guid> Ids { get; }

    /// <summary>The groups that the small directory has not, as they are at the release.</summary>
    public GroupChanged[] Added { get; }

    /// <summary>The one of them that is closed after the release, as it is then.</summary>
    public GroupChanged Closing { get; }

    public Dictionary<string, Guid[]> Audiences { get; }

    public static IEnumerable<Tlp> Tlps => Labels.Keys;

    /// <summary>What the centre writes: template and audience, with the groups.</summary>
    public IEnumerable<(string Name, string Template, Guid[] Groups)> Written =>
        cells.Keys.Select(c => c.Audience).Where(a => a.StartsWith("hotline:", StringComparison.Ordinal) || a.StartsWith("alert:", StringComparison.Ordinal)).Distinct().Select(name => (name, name.Split(':')[0], Audiences[name.Split(':')[1]]));

    /// <summary>Drills and answers: the name, the CEPTOAR, the ids of those who take part, and whether the ministry is left out.</summary>
    public IEnumerable<(string Name, bool IsAnswer, string Ceptoar, Guid[] TakePart, bool WithoutLiaison)> Drilled =>
        from name in cells.Keys.Select(c => c.Audience).Distinct()
        where IsDrill(name)
        let taking = Taking[name.Split(':')[1]]
        select (name, name.StartsWith("answer:", StringComparison.Ordinal), taking.Ceptoar, taking.TakePart.Select(o => Ids[o]).ToArray(), name == "drill:direct");

    public static bool IsDrill(string audience) => audience.StartsWith("drill:", StringComparison.Ordinal) || audience.StartsWith("answer:", StringComparison.Ordinal);

    /// <summary>A mock advisory goes out under no other label; an answer as its report is labelled.</summary>
    public static bool GoesOut(Tlp tlp, bool isAnswer) => isAnswer || tlp is Tlp.Clear or Tlp.Green or Tlp.Amber;

    public static bool LeavesWithContent(Tlp tlp) => Content[tlp];

    public bool Received(Tlp tlp, string audience, string organisation) => Labels[tlp] && Cell(tlp, audience, organisation) switch
    {
        'x' or 'r' => true,
        'u' or 'v' => SecondHop[tlp],
        _ => false,
    };

    public bool Sees(Tlp tlp, string audience, string organisation) => Received(tlp, audience, organisation) && Cell(tlp, audience, organisation) is ('x' or 'u');

    /// <summary>Whether an organisation has a draft of it: the centre of what is written, whether or not it comes to itself too.</summary>
    public static bool Drafted(string audience, string organisation) => organisation == "centre" && (audience.StartsWith("hotline:", StringComparison.Ordinal) || audience.StartsWith("alert:", StringComparison.Ordinal));

    public bool HandsDown(Tlp tlp, string audience, string organisation) => tlp is Tlp.Clear or Tlp.Green or Tlp.Amber && Handing.GetValueOrDefault(audience)?.Contains(organisation) == true;

    /// <summary>Whether a body is told that another organisation got an item: it may name it, or is the ministry that handed it to the secretariat.</summary>
    public bool MayName(Tlp tlp, string audience, string body, string organisation) =>
        Names.GetValueOrDefault(body)?.Contains(organisation) == true || (body == "ministry" && organisation == "secretariat" && HandsDown(tlp, audience, body));

    /// <summary>Whether everyone to whom it came is silent; of the others everyone has confirmed.</summary>
    public static bool IsSilent(Tlp tlp) => tlp == Tlp.Clear;

    public static bool IsWatched(Tlp tlp, string audience) => tlp == Tlp.Amber && Watched.Contains(audience);

    public bool Wrote(Tlp tlp, string audience, string organisation) => Cell(tlp, audience, organisation) is 'w';

    // what is for the named alone goes by no hops
    char Cell(Tlp tlp, string audience, string organisation) => cells[(tlp == Tlp.AmberStrict ? audience.Replace("alert:", "hotline:", StringComparison.Ordinal) : audience, organisation)];
}
