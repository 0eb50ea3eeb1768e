using Ceptoar.Anonymisation.Recognisers;
using Ceptoar.Anonymisation.Renditions;
using Ceptoar.Contracts.Intake;
using Ceptoar.Contracts.Registry;

namespace Ceptoar.Anonymisation.Tests;

/// <summary>A small directory and a report of one of its members; a test names only what it is about.</summary>
static class Example
{
    public static readonly Guid Telecom = new("11111111-1111-1111-1111-111111111111");
    public static readonly Guid Utility = new("22222222-2222-2222-2222-222222222222");

    public static readonly RenditionPolicy Policy = RenditionPolicy.Of("amber", new())!;

    public static readonly IdentifyingDirectory Directory = IdentifyingDirectory.Compile(
    [
        Member(Telecom, "株式会社あさひ野通信", ["ict"], ["telecom"], new()
        {
            Names = ["株式会社あさひ野通信", "Asahino Telecom Co., Ltd."],
            Aliases = ["あさひ野", "ANT", "アサヒノ・テレコム"],
            Domains = ["asahino-tel.example"],
            Cidrs = ["198.51.100.0/24", "2001:db8:a5a::/48"],
            Asns = ["AS64511", "1.10"],
            Systems = ["みなとビリング", "HIKARI-GW"],
            Brands = ["さざなみ光"],
            Sites = ["月見ヶ岡"],
            Telephones = ["03-5555-", "0120-444-555", "+81 80-4444-0001"],
            Vendors = ["北斗システムズ株式会社"],
            People = ["髙橋 美咲", "Kenji Watanabe"],
        }),
        Member(Utility, "東都ガス株式会社", ["gas"], ["gas"], new() { Names = ["東都ガス株式会社"], Aliases = ["TotoGas"], Domains = ["totogas.example"], Cidrs = ["192.0.2.128/25"] }),
        .. Enumerable.Range(1, 8).Select(i => Member(new($"33333333-3333-3333-3333-{i:D12}"), $"第{i}ひばり放送局", ["ict"], ["telecom"], new())),
    ]);

    public static DirectoryMember Member(Guid id, string name, string[] sectors, string[] ceptoars, IdentifyingStrings? strings, string kind = "operator", bool active = true) =>
        new(new() { OrganisationId = id, Version = 1, Name = name, Kind = kind, Sectors = sectors, Ceptoars = ceptoars, Active = active }, strings);

    public static CaseFile Report(string body, string title = "件名", string language = "ja", params ReportedIndicator[] indicators) => new()
    {
        OrganisationId = Telecom,
        Title = title,
        Body = body,
        Kind = "incident",
        Audience = [],
        Language = language,
        SourceVisibility = "hidden",
        ReleaseMode = "review",
        Indicators = indicators,
    };

    public static ReportedIndicator Indicator(string type, string value, string role) => new() { Type = type, Value = value, Role = role };

    public static Rendition Render(string body, params ReportedIndicator[] indicators) => Anonymiser.Render(Report(body, indicators: indicators), Directory, Policy);
}
