using Ceptoar.Contracts;
using Ceptoar.Distribution.Drills;
using Ceptoar.Hosting.Http;

namespace Ceptoar.Distribution.Channels;

/// <summary>What a telephone shows or a voice says: one short message of 70 characters at most, that leads back to the hub.</summary>
public static class ShortText
{
    /// <summary>UTF-16 units: as much as one short message of Japanese carries.</summary>
    public const int Longest = 70;

    const string End = " ハブで確認";

    public static string Of(Leaving item)
    {
        if (item is { Drill: true, Content.ShortText: { } own }) return Cut.To(DrillMark.InJapanese(item.Drill, OneLine(own)), Longest);

        var begin = $"{(item.Drill ? DrillMark.Ja : "")}{(item.Recalled ? "【撤回】" : item.Urgency == "urgent" ? "【至急】" : "")}TLP:{item.Tlp.Label()} {item.Number} 重要度:{Taxonomy.Severities.Of(item.Severity).Ja}";
        var room = Longest - begin.Length - End.Length - 1;
        return begin + (item.TitleInLine is { Length: > 0 } title && room > 3 ? " " + Cut.To(OneLine(title), room) : "") + End;
    }

    static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
