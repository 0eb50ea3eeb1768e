using System.Net;
using Ceptoar.Contracts.Registry;

namespace Ceptoar.Story;

/// <summary>The report of the story: a DDoS on a carrier, with everything in it that would give its author away, and everything defenders need.</summary>
public sealed class StoryText
{
    /// <param name="own">What identifies the reporter.</param>
    /// <param name="neighbour">What identifies another member that the text happens to name.</param>
    /// <param name="run">Tells one run from another: gives each its own attackers, so that it does not join an earlier one.</param>
    public StoryText(IdentifyingStrings own, IdentifyingStrings neighbour, int run)
    {
        var victim = Address(own.Cidrs[0], 5);
        var person = own.People[0];
        Attackers = [$"203.0.113.{10 + (run * 3 % 200)}", $"192.0.2.{10 + (run * 7 % 200)}", $"stress-panel-{run:x}.example.net"];
        Cve = $"CVE-2026-{40000 + run}";
        Title = $"{own.Names[0]} コアルータへの DDoS 攻撃について";
        Body =
            $"""
            {own.Names[0]}（{own.Aliases[0]}）情報システム部の{person}です。
            本日 10 時頃より、弊社の{own.Systems[0]}（{victim}）に対して大量の UDP パケットが送信され、加入者向けサービスがつながりにくくなっています。
            攻撃元は {Attackers[0]}、{Attackers[1].Replace(".", "[.]", StringComparison.Ordinal)} ほか多数で、
            攻撃を請け負うサイト hxxp://{Attackers[2].Replace(".", "[.]", StringComparison.Ordinal)}/order からの指示と見られます。
            リフレクションには {Cve} の影響を受ける DNS サーバーが使われた可能性があります。
            保守は{own.Vendors[0]}が担当しており、同社から{neighbour.Names[0]}でも同様の事象があると聞いています。
            監視画面：https://noc.{own.Domains[0]}/status （社内のみ）
            連絡先：{person}　電話 03-5550-0142　メール noc@{own.Domains[0]}
            流量はおおむね 40Gbps、送信元ポートは 53/udp です。上流での遮断を依頼済みです。
            """;
        Identifying =
        [
            .. own.Names, .. own.Aliases, own.Domains[0], own.Systems[0], own.Vendors[0], person, person.Replace(" ", "", StringComparison.Ordinal), neighbour.Names[0],
            victim, "03-5550-0142", $"noc@{own.Domains[0]}",
        ];
        Indicators =
        [
            new("ipv4", Attackers[0], "attacker"), new("ipv4", Attackers[1], "attacker"), new("domain", Attackers[2], "attacker"),
            new("ipv4", victim, "victim"), new("cve", Cve, "unknown"),
        ];
    }

    public string Title { get; }
    public string Body { get; }
    public string Cve { get; }

    /// <summary>What must not be left in any rendition.</summary>
    public IReadOnlyList<string> Identifying { get; }

    /// <summary>What must be left in every rendition.</summary>
    public IReadOnlyList<string> Attackers { get; }
    public IReadOnlyList<StoryIndicator> Indicators { get; }

    static string Address(string cidr, byte offset)
    {
        var bytes = IPNetwork.Parse(cidr).BaseAddress.GetAddressBytes();
        bytes[3] += offset;
        return new IPAddress(bytes).ToString();
    }
}

public record StoryIndicator(string Type, string Value, string Role);
