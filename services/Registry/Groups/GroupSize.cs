namespace Ceptoar.Registry.Groups;

/// <summary>What everyone may know of how many belong to a group (invariant I6).</summary>
public static class GroupSize
{
    public static string Band(int members) => members switch
    {
        0 => "0",
        < 10 => "1-9",
        < 50 => "10-49",
        < 200 => "50-199",
        < 1000 => "200-999",
        _ => "1000+",
    };
}
