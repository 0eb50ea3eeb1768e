namespace Ceptoar.Registry.Organisations;

/// <summary>A prefecture and the region it lies in.</summary>
public record Prefecture(string Code, string Name, string Region);

/// <summary>The 47 prefectures (都道府県), in the order of JIS X 0401, with the eight regions.</summary>
public static class PrefectureTable
{
    public static IReadOnlyList<Prefecture> All { get; } =
    [
        new("hokkaido", "北海道", "hokkaido"),
        new("aomori", "青森県", "tohoku"),
        new("iwate", "岩手県", "tohoku"),
        new("miyagi", "宮城県", "tohoku"),
        new("akita", "秋田県", "tohoku"),
        new("yamagata", "山形県", "tohoku"),
        new("fukushima", "福島県", "tohoku"),
        new("ibaraki", "茨城県", "kanto"),
        new("tochigi", "栃木県", "kanto"),
        new("gunma", "群馬県", "kanto"),
        new("saitama", "埼玉県", "kanto"),
        new("chiba", "千葉県", "kanto"),
        new("tokyo", "東京都", "kanto"),
        new("kanagawa", "神奈川県", "kanto"),
        new("niigata", "新潟県", "chubu"),
        new("toyama", "富山県", "chubu"),
        new("ishikawa", "石川県", "chubu"),
        new("fukui", "福井県", "chubu"),
        new("yamanashi", "山梨県", "chubu"),
        new("nagano", "長野県", "chubu"),
        new("gifu", "岐阜県", "chubu"),
        new("shizuoka", "静岡県", "chubu"),
        new("aichi", "愛知県", "chubu"),
        new("mie", "三重県", "kinki"),
        new("shiga", "滋賀県", "kinki"),
        new("kyoto", "京都府", "kinki"),
        new("osaka", "大阪府", "kinki"),
        new("hyogo", "兵庫県", "kinki"),
        new("nara", "奈良県", "kinki"),
        new("wakayama", "和歌山県", "kinki"),
        new("tottori", "鳥取県", "chugoku"),
        new("shimane", "島根県", "chugoku"),
        new("okayama", "岡山県", "chugoku"),
        new("hiroshima", "広島県", "chugoku"),
        new("yamaguchi", "山口県", "chugoku"),
        new("tokushima", "徳島県", "shikoku"),
        new("kagawa", "香川県", "shikoku"),
        new("ehime", "愛媛県", "shikoku"),
        new("kochi", "高知県", "shikoku"),
        new("fukuoka", "福岡県", "kyushu"),
        new("saga", "佐賀県", "kyushu"),
        new("nagasaki", "長崎県", "kyushu"),
        new("kumamoto", "熊本県", "kyushu"),
        new("oita", "大分県", "kyushu"),
        new("miyazaki", "宮崎県", "kyushu"),
        new("kagoshima", "鹿児島県", "kyushu"),
        new("okinawa", "沖縄県", "kyushu"),
    ];

    /// <summary>The prefecture of a code such as <c>tokyo</c> or a name such as 東京都, or null.</summary>
    public static Prefecture? Find(string? text) => All.FirstOrDefault(p => p.Code == text || p.Name == text);
}
