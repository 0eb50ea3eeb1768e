namespace Ceptoar.Registry.Handling;

/// <summary>A version of the rules under which information is received: what it may be used for, and how it is handled. Japanese is binding.</summary>
/// <param name="Version">Counts up; a text that is out is never changed.</param>
/// <param name="Since">From this day on it is the one to accept.</param>
public record HandlingRulesVersion(int Version, DateOnly Since, HandlingText Ja, HandlingText En);

/// <summary>The purposes that information may be used for, and the rules of handling it.</summary>
public record HandlingText(string Title, string[] Purposes, string[] Rules);

/// <summary>The handling rules (情報の取扱いルール) with the limitation of purpose, after the three purposes of sharing (DOMAIN.md §5) and TLP 2.0.</summary>
public static class HandlingRulesTable
{
    public static IReadOnlyList<HandlingRulesVersion> All { get; } =
    [
        new(1, new(2026, 4, 1),
            new("情報の取扱いルール 第1版",
                ["IT障害の未然防止", "IT障害の拡大防止と迅速な復旧", "IT障害の原因等の分析・検証による再発防止"],
                [
                    "提供された情報は、上記の目的のためにのみ用い、営業、調達、監督、処分その他の目的に用いません。",
                    "情報に付された TLP 2.0 の範囲を越えて共有しません。範囲が不明なものは TLP:RED として扱います。",
                    "情報提供者を特定しようとせず、知り得た場合も他に伝えません。",
                    "TLP:GREEN 以上の情報を、公衆に閲覧可能な場所や SNS に載せません。",
                    "取り消された情報は、写しとともに廃棄します。",
                    "取扱いに誤りがあったときは、直ちに事務局またはセンターに連絡します。",
                ]),
            new("Handling rules, version 1",
                ["to prevent IT failures", "to keep IT failures from spreading and recover from them quickly", "to analyse their causes so that they do not come again"],
                [
                    "Information is used for these purposes alone: not in sales, procurement, supervision or sanctions, nor for anything else.",
                    "It is not shared beyond its TLP 2.0 label. What has no clear label is handled as TLP:RED.",
                    "Nobody tries to find out who reported, and who learns it tells nobody.",
                    "Information of TLP:GREEN and above is put nowhere where the public could read it, nor on social media.",
                    "What was recalled is destroyed, with every copy.",
                    "Who made a mistake in handling tells the secretariat or the centre at once.",
                ])),
    ];

    public static HandlingRulesVersion Current { get; } = All.Single(r => r.Version == Contracts.Registry.HandlingRules.Current);
}
